// People to choose from, found by a part of their name as somebody types: one walk along the names in Thai order, which ends when the page is full.
import type { PersonDoc } from "./docs.js";
import { covers, type Snapshot } from "./snapshot.js";

export interface PeopleQuery {
  /** Normalised; empty finds everybody. */
  wanted: string;
  /** Only people with a position there or below. */
  within?: string | undefined;
  /** The last person of the page before. */
  after?: string | undefined;
  limit: number;
}

/** A page of people, and whether there are more. */
export function findPeople(snapshot: Snapshot, { wanted, within, after, limit }: PeopleQuery, day: string): { people: PersonDoc[]; more: boolean } {
  const inside = (person: string) =>
    snapshot.holdingsOf(person).some((one) => covers(one, day) && snapshot.unit(snapshot.positions.get(one.position)?.organization ?? "").includes(within!));
  const { peopleInOrder: all } = snapshot;
  const people: PersonDoc[] = [];
  for (let at = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1; at < all.length; at++) {
    const person = all[at]!;
    if (!person.search.includes(wanted) || !(within === undefined || inside(person.id))) continue;
    if (people.length === limit) return { people, more: true };
    people.push(person);
  }
  return { people, more: false };
}
