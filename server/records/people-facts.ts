// The facts about people and places: whose record it is, and where it belongs.
import type { AuthorFact, OrganizationFact } from "../../engine/expression/facts.js";
import type { Actor, FormRecord, HeldPosition } from "../../schemas/types.js";
import type { Snapshot } from "../organizations/snapshot.js";

/** The organization a record belongs to, with all above it. */
export function organizationFact(snapshot: Snapshot, id: string): OrganizationFact | undefined {
  const [own, ...above] = snapshot.unit(id).map((at) => snapshot.organizations.get(at)!);
  if (!own) return undefined;
  return { id: own.id, kind: own.kind, name: own.name, ancestors: above.map(({ id, kind, name }) => ({ id, kind, name })) };
}

/** Whoever makes a record, in the own position that is nearest to the record's organization. */
export function authorFact(snapshot: Snapshot, actor: Actor, organization: string | undefined): AuthorFact {
  const own = actor.positions.filter(({ acting }) => !acting);
  const near = (position: HeldPosition) =>
    organization === undefined || snapshot.unit(position.organization).includes(organization) || snapshot.unit(organization).includes(position.organization);
  const position = own.find(near) ?? own[0];
  const person = snapshot.people.get(actor.person);
  return {
    account: actor.account,
    person: actor.person,
    name: actor.name,
    duties: [...new Set(own.flatMap(({ duties }) => duties))],
    ...(position ? { position: position.title, organization: position.organizationName } : {}),
    ...(person?.personType === undefined ? {} : { personType: person.personType }),
    ...(person?.phone === undefined ? {} : { phone: person.phone }),
  };
}

/** The author of a stored record as people know them today; as the record has it when the account is gone. */
export function storedAuthor(snapshot: Snapshot, record: FormRecord, today: string): AuthorFact {
  const kept = (record.facts as { author?: AuthorFact }).author;
  if (kept) return kept;
  const actor = snapshot.actor(record.author, today);
  if (actor) return authorFact(snapshot, actor, record.organization);
  const person = snapshot.accounts.get(record.author)?.person ?? "";
  return {
    account: record.author,
    person,
    name: record.authorName,
    duties: [],
    ...(record.authorPosition === undefined ? {} : { position: record.authorPosition }),
  };
}

const kindsOf = { own: [], class: ["class"], school: ["school", "centre"], lao: ["lao"] } as const;

/** Where this actor's new records of a form may belong, the likeliest first: the nearest place of the form's kind above each position. */
export function places(snapshot: Snapshot, actor: Actor, unit: keyof typeof kindsOf): string[] {
  const own = actor.positions.filter(({ acting }) => !acting);
  const found = [...own, ...actor.positions.filter(({ acting }) => acting)].map(({ organization }) =>
    unit === "own" ? organization : (snapshot.nearest(organization, kindsOf[unit])?.id ?? organization),
  );
  return [...new Set(found)].filter((id) => snapshot.organizations.has(id));
}

/** Whether a new record of a form may belong there: a place it offers this actor, or one of the form's kind that a position of theirs covers. */
export function mayBelong(snapshot: Snapshot, actor: Actor, unit: keyof typeof kindsOf, id: string): boolean {
  if (places(snapshot, actor, unit).includes(id)) return true;
  const kinds: readonly string[] = kindsOf[unit];
  const there = snapshot.organizations.get(id);
  const fits = there !== undefined && (unit === "own" || kinds.includes(there.kind));
  return fits && actor.positions.some(({ scope }) => snapshot.unit(id).includes(scope));
}
