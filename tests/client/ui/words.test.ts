// The two catalogues say the same things: the same keys, the same slots, and nothing left empty.
import { expect, test } from "vitest";
import { en } from "../../../client/ui/words/en.js";
import { designer as enDesigner } from "../../../client/ui/words/en-designer.js";
import { late as enLate } from "../../../client/ui/words/en-late.js";
import { screens as enScreens } from "../../../client/ui/words/en-screens.js";
import { why as enWhy } from "../../../client/ui/words/en-why.js";
import { th } from "../../../client/ui/words/th.js";
import { designer as thDesigner } from "../../../client/ui/words/th-designer.js";
import { late as thLate } from "../../../client/ui/words/th-late.js";
import { screens as thScreens } from "../../../client/ui/words/th-screens.js";
import { why as thWhy } from "../../../client/ui/words/th-why.js";

const thai: Record<string, string> = { ...th, ...thLate, ...thScreens, ...thWhy, ...thDesigner };
const english: Record<string, string> = { ...en, ...enLate, ...enScreens, ...enWhy, ...enDesigner };
const slots = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test("every key is in both catalogues", () => {
  expect(Object.keys(english).sort()).toEqual(Object.keys(thai).sort());
});

test("no key stands in two parts of a catalogue", () => {
  const keys = [th, thLate, thScreens, thWhy, thDesigner].flatMap((part) => Object.keys(part));
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

test.each(Object.keys(thai))("%s has the same slots in both languages and is not empty", (key) => {
  expect(slots(english[key]!)).toEqual(slots(thai[key]!));
  expect(thai[key]!.trim()).not.toBe("");
  expect(english[key]!.trim()).not.toBe("");
});

test("Thai sentences address nobody with ครับ or ค่ะ, and shout at nobody", () => {
  expect(Object.entries(thai).filter(([, text]) => /ครับ|ค่ะ|คะ$|!/.test(text))).toEqual([]);
});
