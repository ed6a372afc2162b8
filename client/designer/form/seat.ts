// Whoever a form is tried as: a position of the LAO with its place and holder, as rules and rights see them. Nobody is signed in as them.
import type { Facts } from "../../../engine/expression/facts.js";
import type { Actor, FormDefinition, PositionView } from "../../../schemas/types.js";
import { session } from "../../api/session.js";
import { clock } from "../../ui/clock.js";
import { t } from "../../ui/words.js";
import { placeOf, seatOf } from "../engine.js";
import type { Surroundings } from "../surroundings.js";

/** Who is meant, and what their rules read of them. */
export interface Seat {
  actor: Actor;
  facts: Pick<Facts, "author" | "organization"> & { labels: Record<string, string> };
}

const kindsOf = { own: [], class: ["class"], school: ["school", "centre"], lao: ["lao"] } as const;

/** The seat of a position; without one, whoever is signed in. */
export function seatFor(position: PositionView | undefined, unit: FormDefinition["unit"], around: Surroundings): Seat {
  const signedIn = session.current!.actor;
  const actor = position ? holderOf(position, signedIn, around) : signedIn;
  const [own] = actor.positions;
  const organization = own && recordPlace(own.organization, unit, around);
  return {
    actor,
    facts: {
      author: {
        account: actor.account,
        person: actor.person,
        name: actor.name,
        duties: [...new Set(actor.positions.filter(({ acting }) => !acting).flatMap(({ duties }) => duties))],
        ...(own && { position: own.title, organization: own.organizationName }),
      },
      ...(organization && { organization }),
      labels: { [actor.person]: actor.name },
    },
  };
}

/** Somebody in the position: its holder of today, or a person without a name. */
function holderOf(position: PositionView, { owner }: Actor, { organizations }: Surroundings): Actor {
  const today = clock.today();
  const holder = position.holders?.find(({ from, to }) => from <= today && (to === undefined || today <= to));
  const seat = seatOf(position, organizations);
  return {
    account: `seat-${position.id}`,
    person: holder?.person ?? `seat-${position.id}`,
    owner,
    name: holder?.name ?? t("preview.nobody"),
    positions: seat ? [seat] : [],
  };
}

/** Where a record would belong: the nearest place of the form's kind. */
function recordPlace(id: string, unit: FormDefinition["unit"], { organizations }: Surroundings): Facts["organization"] {
  const kinds: readonly string[] = kindsOf[unit ?? "own"];
  const own = placeOf(organizations, id);
  const nearest = [own, ...(own?.ancestors ?? [])].find((one) => one && kinds.includes(one.kind));
  return nearest ? placeOf(organizations, nearest.id) : own;
}
