// Where a new record may belong: the maker's own place, one below which the maker sits, or one that the maker's rights cover.
import type { Actor, HeldPosition } from "../../schemas/types.js";
import type { OrganizationFact } from "../expression/facts.js";
import { matches, type Subject } from "./who.js";

const ranks: Record<string, number> = { class: 0, school: 1, centre: 1, office: 1, lao: 2, district: 3, province: 4 };

/** The position by which the actor may make a record here, true without one, or false. */
export function makes(who: readonly string[], actor: Actor, subject: Subject, place: OrganizationFact): HeldPosition | true | false {
  const positions = actor.positions.filter((position) => covers(position, subject) || sitsBelow(position, place));
  if (!positions.length) return false;
  // Seen from here each of these positions belongs to the record's organization, so a class teacher makes records of the school.
  const here = positions.map((position) => (covers(position, subject) ? position : { ...position, scope: place.id }));
  const as = matches(who, { ...actor, positions: here }, subject);
  return as === true || !as ? as : (positions[here.indexOf(as)] ?? as);
}

function covers(position: HeldPosition, subject: Subject): boolean {
  return subject.unit.includes(position.scope);
}

// Without `above` the word of whoever resolved the place is taken, as long as the kinds allow it.
function sitsBelow(position: HeldPosition, place: OrganizationFact): boolean {
  if (position.organization === place.id) return true;
  if (position.above) return position.above.includes(place.id);
  return (ranks[position.organizationKind] ?? 0) < (ranks[place.kind] ?? 0);
}
