// Three versions become one: by identity, in order, with nobody's words lost.
import { expect, test } from "vitest";
import { byRow, merge } from "../../../engine/edit/merge.js";

const field = (id: string, more: object = {}) => ({ "x-id": id, ...more });

test("changes to different things stand beside each other, wherever they are", () => {
  const base = { title: "ก", a: { x: 1, y: 2 }, list: [field("f1"), field("f2")] };
  const mine = { ...base, title: "ข", list: [field("f1", { title: "ของฉัน" }), field("f2"), field("f3")] };
  const theirs = { ...base, a: { x: 1, y: 3 }, list: [field("f0"), field("f1"), field("f2", { title: "ของเขา" })] };
  expect(merge(base, mine, theirs)).toEqual({
    merged: { title: "ข", a: { x: 1, y: 3 }, list: [field("f0"), field("f1", { title: "ของฉัน" }), field("f2", { title: "ของเขา" }), field("f3")] },
    conflicts: [],
  });
});

test("the same thing changed by both is a conflict that tells both; the same change is none", () => {
  const { merged, conflicts } = merge({ t: "a", u: 1 }, { t: "b", u: 2 }, { t: "c", u: 2 });
  expect(merged).toEqual({ t: "b", u: 2 });
  expect(conflicts).toEqual([{ path: "/t", base: "a", mine: "b", theirs: "c" }]);
});

test("what one takes away and the other changes stays, and is told", () => {
  const base = { list: [field("f1", { title: "ก" }), field("f2")] };
  const gone = { list: [field("f2")] };
  const changed = { list: [field("f1", { title: "ข" }), field("f2")] };
  for (const [mine, theirs] of [
    [gone, changed],
    [changed, gone],
  ] as const) {
    const { merged, conflicts } = merge(base, mine, theirs);
    expect(merged).toEqual(changed);
    expect(conflicts).toHaveLength(1);
  }
});

test("what one takes away and the other leaves is gone", () => {
  expect(merge({ a: 1, b: 2 }, { a: 1 }, { a: 1, b: 2, c: 3 })).toEqual({ merged: { a: 1, c: 3 }, conflicts: [] });
});

test("whoever moves things decides the order; what the other added stands behind what it was put behind", () => {
  const of = (names: string) => names.split("");
  expect(merge(of("abcd"), of("dabc"), of("abxcd")).merged).toEqual(of("dabxc"));
  expect(merge(of("abcd"), of("abxcd"), of("dabc")).merged).toEqual(of("dabxc"));
  expect(merge(of("abc"), of("yabc"), of("abcz")).merged).toEqual(of("yabcz"));
});

test("the order of members counts: fields of a group stand in it", () => {
  const order = (value: object) => Object.keys(value).join("");
  expect(order(merge({ a: 1, b: 2, c: 3 }, { c: 3, a: 1, b: 2 }, { a: 1, b: 2, c: 3, d: 4 }).merged)).toBe("cdab");
});

test("lists whose items cannot be told apart are one value", () => {
  const { merged, conflicts } = merge([{ rule: "a" }], [{ rule: "b" }], [{ rule: "a" }, { rule: "c" }]);
  expect(merged).toEqual([{ rule: "b" }]);
  expect(conflicts).toHaveLength(1);
  expect(merge([{ rule: "a" }], [{ rule: "a" }], [{ rule: "c" }]).merged).toEqual([{ rule: "c" }]);
});

test("rows of a code list: one code in several periods are several rows", () => {
  const row = (id: string, from: string, title: string) => ({ id, from, title });
  const base = { rows: [row("a", "2026-01-01", "ก"), row("a", "2027-01-01", "ก")] };
  const mine = { rows: [...base.rows, row("b", "2026-01-01", "ข")] };
  const theirs = { rows: [row("a", "2026-01-01", "ก"), row("a", "2027-01-01", "ก ใหม่")] };
  expect(merge(base, mine, theirs, byRow)).toEqual({
    merged: { rows: [row("a", "2026-01-01", "ก"), row("a", "2027-01-01", "ก ใหม่"), row("b", "2026-01-01", "ข")] },
    conflicts: [],
  });
  expect(merge(base, mine, theirs).conflicts).toHaveLength(1);
});
