// People of a whole town, found as somebody types: the same as by comparing them all, and with work that does not grow by itself.
import { expect, test } from "vitest";
import { searchable } from "../../engine/thai/normalise.js";
import { sortKey } from "../../engine/thai/sort-key.js";
import type { HoldingDoc, OrganizationDoc, PersonDoc, PositionDoc } from "../../server/organizations/docs.js";
import { findPeople } from "../../server/organizations/find-people.js";
import { Snapshot } from "../../server/organizations/snapshot.js";
import { seeded } from "../help/chance.js";

const day = "2026-11-24";
const count = 20_000;
const random = seeded(20);
const syllables = ["สม", "ชาย", "ศรี", "บุญ", "มา", "ทอง", "ใจ", "ดี", "แก้ว", "วัน", "เพ็ญ", "รุ่ง", "เดช", "พร", "กนก", "ณ", "อุไร", "เอก"];
const word = () => random.pick(syllables) + random.pick(syllables);

/** Counts how often a name is read, and whose a holding is. */
const reads = { names: 0, holdings: 0 };
const people = Array.from({ length: count }, (_, n): PersonDoc => {
  const name = `${word()} ${word()}${random.pick(syllables)}`;
  const search = searchable(name);
  return {
    ...{ id: `p${n}`, owner: "LAO", format: 1, rev: 1, name, key: sortKey(name) },
    get search() {
      reads.names++;
      return search;
    },
  };
});
const holdings = people.map(({ id }, n): HoldingDoc => {
  const holding = { id: `h${n}`, owner: "LAO", format: 1, rev: 1, position: n % 4 ? "at-school" : "at-centre", from: "2020-01-01" };
  return {
    ...holding,
    get person() {
      reads.holdings++;
      return id;
    },
  } as HoldingDoc;
});
const organization = (id: string, parent?: string) =>
  ({ id, owner: "LAO", format: 1, rev: 1, kind: "school", name: id, ...(parent && { parent }) }) as unknown as OrganizationDoc;
const position = (id: string, at: string) =>
  ({ id, owner: "LAO", format: 1, rev: 1, organization: at, scope: at, title: id, duties: [] }) as unknown as PositionDoc;
const snapshot = new Snapshot("LAO", {
  organizations: [organization("LAO"), organization("school", "LAO"), organization("centre", "LAO")],
  positions: [position("at-school", "school"), position("at-centre", "centre")],
  holdings,
  delegations: [],
  people,
  accounts: [],
});
const inOrder = [...people].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.id < b.id ? -1 : 1));
const ids = (found: { people: PersonDoc[] }) => found.people.map(({ id }) => id);

test("each letter more gives the first page of those whose name holds what was typed, in Thai order", () => {
  for (let letters = 1; letters <= "ศรีบุญมา".length; letters++) {
    const wanted = searchable("ศรีบุญมา".slice(0, letters));
    const all = inOrder.filter(({ search }) => search.includes(wanted)).map(({ id }) => id);
    const page = findPeople(snapshot, { wanted, limit: 50 }, day);
    expect([ids(page), page.more]).toEqual([all.slice(0, 50), all.length > 50]);
    const next = findPeople(snapshot, { wanted, limit: 50, after: page.people.at(-1)!.id }, day);
    expect(ids(next)).toEqual(all.slice(50, 100));
  }
});

test("a full page ends the walk; a name that nobody has is compared once with each", () => {
  reads.names = 0;
  findPeople(snapshot, { wanted: "", limit: 50 }, day);
  expect(reads.names).toBe(51);
  reads.names = 0;
  expect(ids(findPeople(snapshot, { wanted: searchable("ไม่มีใคร"), limit: 50 }, day))).toEqual([]);
  expect(reads.names).toBe(count);
});

test("who belongs to a school is asked of each person's own holdings, not of everybody's", () => {
  reads.holdings = 0;
  const page = findPeople(snapshot, { wanted: "", within: "centre", limit: 200 }, day);
  expect(page.people).toHaveLength(200);
  expect(page.people.every(({ id }) => Number(id.slice(1)) % 4 === 0)).toBe(true);
  expect(reads.holdings).toBe(0);
});
