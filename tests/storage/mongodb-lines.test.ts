// The keys of lines on MongoDB: they compare as their parts do, whatever letters the parts have, and say their parts again.
import { expect, test } from "vitest";
import { compareText } from "../../server/storage/merge.js";
import { filteredLines, lineKey, lineOf, linesOf, placeOf, positionOf, type Range, shortKey } from "../../server/storage/mongodb/line-key.js";

/** Every text of at most two of the lowest letters and an ordinary one. */
const letters = ["\u0000", "\u0001", "\u0002", "ก"];
const texts = ["", ...letters, ...letters.flatMap((one) => letters.map((other) => one + other))];
const lines = texts.flatMap((k2) => texts.map((id) => ({ k2, id })));
const entry = (k1: string, k2: string) => ({ view: "v", scope: "s", k1, k2 });
const key = (k1: string, { k2, id }: { k2: string; id: string }) => lineKey(shortKey("records", entry(k1, k2)), id);
const place = placeOf("records", "v", "s");
const holds = ({ from, to }: Range, one: string) => compareText(from, one) <= 0 && compareText(one, to) < 0;

test("keys of one k1 lie in the order of k2 and id, and say them again", () => {
  const wanted = [...lines].sort((a, b) => compareText(a.k2, b.k2) || compareText(a.id, b.id));
  const sorted = lines.map((line) => key("k", line)).sort(compareText);
  expect(sorted.map(lineOf)).toEqual(wanted);
  expect(key("\u0001", lines[7]!)).toBe(positionOf(place, "\u0001", lines[7]!));
});

test("a range holds the lines of its k1 from and to, and no others", () => {
  for (const k1 of texts) {
    for (const from of [undefined, ...texts]) {
      const range = linesOf(place, k1, { from, to: "\u0001ก" });
      for (const k2 of texts) {
        const inside = (from === undefined || compareText(from, k2) <= 0) && compareText(k2, "\u0001ก") < 0;
        expect([k1, from, k2, holds(range, key(k1, { k2, id: "i" }))]).toEqual([k1, from, k2, inside]);
      }
    }
    for (const other of texts) {
      expect([k1, other, holds(linesOf(place, k1, {}), key(other, { k2: "ก", id: "i" }))]).toEqual([k1, other, k1 === other]);
      expect(holds(filteredLines(place), key(other, { k2: "", id: "i" }))).toBe(other !== "");
    }
  }
  expect(holds(linesOf(place, "", {}), lineKey(shortKey("records", { ...entry("", ""), scope: "t" }), "i"))).toBe(false);
});
