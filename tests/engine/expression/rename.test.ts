// Renaming in a source: what is read changes its name, all else stays as written.
import { expect, test } from "vitest";
import { occurrences, renameIn } from "../../../engine/expression/rename.js";

const renamed = (source: string, from: string, to: string) => renameIn(source, (path) => (path.join(".") === from ? to : undefined));

test.each([
  ["to >= from", "from", "begin", "to >= begin"],
  ["workdays( from , to )  // from here", "from", "begin", "workdays( begin , to )  // from here"],
  ["type == 'type' && types != type", "type", "kind", "kind == 'type' && types != kind"],
  ["from in [from] ? -from : !from", "from", "x", "x in [x] ? -x : !x"],
  ["items.all(i, i.qty > qty)", "qty", "amount", "items.all(i, i.qty > amount)"],
  ["items.all(i, i.qty > qty)", "items.qty", "amount", "items.all(i, i.amount > qty)"],
  ["items.all(i, i.qty > qty)", "items", "rows", "rows.all(i, i.qty > qty)"],
  ["items.filter(i, i.ok).map(x, x.qty)", "items.qty", "amount", "items.filter(i, i.ok).map(x, x.amount)"],
  ["items[first].qty + sum(items.qty)", "items.qty", "amount", "items[first].amount + sum(items.amount)"],
  ["items.exists(qty, qty.qty > 1) && qty > 1", "qty", "n", "items.exists(qty, qty.qty > 1) && n > 1"],
  ["address . city == city", "address.city", "town", "address . town == city"],
  ["lookups.taken > taken", "lookups.taken", "used", "lookups.used > taken"],
  ["name.contains('x') || contains(name, 'name')", "name", "title", "title.contains('x') || contains(title, 'name')"],
  ["items.map(i, {'qty': i.qty, 'all': qty})", "items.qty", "n", "items.map(i, {'qty': i.n, 'all': qty})"],
  ["'ก' == name", "name", "title", "'ก' == title"],
])("%s: %s to %s", (source, from, to, result) => {
  expect(renamed(source, from, to)).toBe(result);
});

test("a name that already stands for a row is refused", () => {
  expect(renamed("items.all(i, i.qty > limit)", "limit", "i")).toMatchObject({ code: "expression.captured", params: { name: "i" } });
  expect(renamed("items.all(i, i.limit > 0)", "items.limit", "i")).toBe("items.all(i, i.i > 0)");
});

test("a source that cannot be read stays a problem", () => {
  expect(renamed("a +", "a", "b")).toMatchObject({ code: "expression.syntax" });
});

test("each name with its place", () => {
  expect(occurrences("a.b + c")).toEqual([
    { path: ["a"], start: 0, end: 1, locals: [] },
    { path: ["a", "b"], start: 2, end: 3, locals: [] },
    { path: ["c"], start: 6, end: 7, locals: [] },
  ]);
});
