// A code list grows and closes; it never forgets or changes what stored data speaks of.
import { expect, test } from "vitest";
import type { CodeRow, CodesDefinition } from "../../schemas/types.js";
import { codesProblems } from "../../server/definitions/codes-rows.js";

const list = (...rows: CodeRow[]): CodesDefinition => ({ kind: "codes", id: "rates", title: "อัตรา", rows });
const forty: CodeRow = { id: "lunch", title: "อาหารกลางวัน", from: "2025-10-01", min: 1, max: 40, values: { baht: 36, level: 1 } };
const more: CodeRow = { ...forty, min: 41, max: 100, values: { baht: 27, level: 2 } };
const published = list(forty, more);

test.each<[string, CodesDefinition, [code: string, path: string][]]>([
  ["the same rows in another order", list(more, forty), []],
  ["a row appended", list(forty, more, { ...forty, from: "2026-10-01" }), []],
  ["a row closed", list({ ...forty, to: "2026-09-30" }, more), []],
  ["English added", list({ ...forty, title: { th: "อาหารกลางวัน", en: "Lunch" } }, more), []],
  ["values in another order", list({ ...forty, values: { level: 1, baht: 36 } }, more), []],
  ["a row removed", list(more), [["codes.row-removed", "/rows"]]],
  ["a rate changed", list({ ...forty, values: { baht: 40, level: 1 } }, more), [["codes.row-changed", "/rows/0/values"]]],
  ["a step widened", list({ ...forty, max: 50 }, more), [["codes.row-changed", "/rows/0/max"]]],
  ["another title", list({ ...forty, title: "นม" }, more), [["codes.row-changed", "/rows/0/title"]]],
  ["a parent given", list(forty, { ...more, parent: "x" }), [["codes.row-changed", "/rows/1/parent"]]],
  [
    "two faults at once",
    list({ ...more, parent: "x" }),
    [
      ["codes.row-removed", "/rows"],
      ["codes.row-changed", "/rows/0/parent"],
    ],
  ],
])("%s", (_, next, problems) => {
  expect(codesProblems(published, next).map(({ code, path }) => [code, path])).toEqual(problems);
});

test("a closed row stays closed", () => {
  const closed = list({ ...forty, to: "2026-09-30" });
  expect(codesProblems(closed, list(forty)).map(({ code }) => code)).toEqual(["codes.row-reopened"]);
  expect(codesProblems(closed, list({ ...forty, to: "2027-09-30" })).map(({ code }) => code)).toEqual(["codes.row-reopened"]);
});
