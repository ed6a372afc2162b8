// Filters: what they mean, and what is refused.
import { describe, expect, test } from "vitest";
import { checkFilter, filterLimits } from "../../../engine/query/check-filter.js";
import type { Filter } from "../../../engine/query/filter.js";
import { matches } from "../../../engine/query/matches.js";
import type { Problem } from "../../../schemas/types.js";

const doc = { type: "sick", days: 3, sent: true, row: { from: "2026-11-24", empty: null }, units: ["s1", "lao1"], icon: "😀" };

test.each<[Filter, boolean]>([
  [{}, true],
  [{ type: "sick" }, true],
  [{ type: "personal" }, false],
  [{ type: "sick", days: 4 }, false],
  [{ "row.from": { $gte: "2026-11-24", $lt: "2026-11-25" } }, true],
  [{ "row.from": { $gt: "2026-11-24" } }, false],
  [{ days: { $lte: 3 } }, true],
  [{ days: { $gt: 2.5 } }, true],
  [{ days: { $gt: "2" } }, false],
  [{ days: "3" }, false],
  [{ sent: true }, true],
  [{ sent: { $gt: false } }, true],
  [{ type: { $ne: "sick" } }, false],
  [{ missing: null }, true],
  [{ "row.empty": null }, true],
  [{ "row.empty": { $exists: false } }, true],
  [{ missing: { $exists: false } }, true],
  [{ missing: { $exists: true } }, false],
  [{ type: { $exists: true } }, true],
  [{ missing: { $ne: 1 } }, true],
  [{ missing: { $ne: null } }, false],
  [{ missing: { $in: [null] } }, true],
  [{ missing: { $nin: [1] } }, true],
  [{ missing: { $gt: 0 } }, false],
  [{ missing: { $lte: 0 } }, false],
  [{ type: { $in: ["sick", 1] } }, true],
  [{ type: { $in: [] } }, false],
  [{ type: { $nin: [] } }, true],
  [{ units: "lao1" }, false],
  [{ units: "s2" }, false],
  [{ units: { $ne: "s1" } }, true],
  [{ units: { $in: ["s2", "lao1"] } }, false],
  [{ units: { $nin: ["s2"] } }, true],
  [{ units: { $gt: "r" } }, false],
  [{ units: { $exists: true } }, true],
  [{ icon: { $gt: "￥" } }, true],
  [{ row: "x" }, false],
  [{ toString: { $exists: true } }, false],
  [{ "type.length": { $exists: true } }, false],
  [{ $and: [{ type: "sick" }, { days: 3 }] }, true],
  [{ $or: [{ type: "x" }, { days: 3 }] }, true],
  [{ $or: [{ type: "x" }, { $and: [{ days: 3 }, { sent: false }] }] }, false],
])("%j: %s", (filter, expected) => {
  expect(checkFilter(filter)).toBe(filter);
  expect(matches(filter, doc)).toBe(expected);
});

const codes = (filter: unknown, allowed?: string[]) => (checkFilter(filter, allowed) as Problem[]).map(({ code }) => code);

describe("refused", () => {
  test.each<[unknown, string]>([
    [null, "query.not-filter"],
    [[], "query.not-filter"],
    ["type", "query.not-filter"],
    [{ $where: "1" }, "query.unknown-operator"],
    [{ $nor: [{}] }, "query.unknown-operator"],
    [{ type: { $regex: "a" } }, "query.unknown-operator"],
    [{ type: { $not: { $eq: 1 } } }, "query.unknown-operator"],
    [{ type: { $expr: 1 } }, "query.unknown-operator"],
    [{ type: { name: 1 } }, "query.unknown-operator"],
    [{ type: {} }, "query.bad-value"],
    [{ type: ["a"] }, "query.bad-value"],
    [{ type: { $eq: {} } }, "query.bad-value"],
    [{ type: { $in: "a" } }, "query.bad-value"],
    [{ type: { $in: [["a"]] } }, "query.bad-value"],
    [{ type: { $in: Array(201).fill(1) } }, "query.bad-value"],
    [{ type: { $exists: 1 } }, "query.bad-value"],
    [{ type: Number.POSITIVE_INFINITY }, "query.bad-value"],
    [{ type: "a\0b" }, "query.bad-value"],
    [{ type: "x".repeat(501) }, "query.bad-value"],
    [{ $or: [] }, "query.bad-value"],
    [{ $and: {} }, "query.bad-value"],
    [JSON.parse('{"__proto__": 1}'), "query.bad-field"],
    [{ "a.constructor": 1 }, "query.bad-field"],
    [{ "a..b": 1 }, "query.bad-field"],
    [{ "": 1 }, "query.bad-field"],
    [{ ก: 1 }, "query.bad-field"],
  ])("%j is %s", (filter, code) => {
    expect(codes(filter)).toEqual([code]);
  });

  test("what is not to be asked for", () => {
    expect(codes({ salary: 1, type: 2 }, ["type"])).toEqual(["query.unknown-field"]);
    expect(checkFilter({ type: 2 }, ["type"])).toEqual({ type: 2 });
  });

  test("what is too deep or too large", () => {
    const deep = (levels: number): unknown => (levels === 0 ? { a: 1 } : { $and: [deep(levels - 1)] });
    expect(Array.isArray(checkFilter(deep(filterLimits.depth - 1)))).toBe(false);
    expect(codes(deep(filterLimits.depth))).toEqual(["query.too-deep"]);
    const wide = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}`, i]));
    expect(Array.isArray(checkFilter(wide(50)))).toBe(false);
    expect(codes(wide(51))).toEqual(["query.too-large"]);
    expect(codes({ $or: Array(50).fill(wide(50)) })).toEqual(["query.too-large"]);
  });

  test("all that is wrong at once, up to twenty", () => {
    expect(codes({ $where: 1, type: { $regex: "a", $exists: 2 } })).toEqual(["query.unknown-operator", "query.unknown-operator", "query.bad-value"]);
    expect(codes(Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`$x${i}`, 1])))).toHaveLength(20);
  });
});
