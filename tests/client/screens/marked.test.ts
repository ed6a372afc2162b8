// Found text is marked where it stands, in the letters that are shown.
import fc from "fast-check";
import { expect, test } from "vitest";
import { pieces } from "../../../client/records/marked.js";

test.each([
  ["นายสมนึก บุญมี", "บุญ", ["นายสมนึก ", "บุญ", "มี"]],
  ["บุญเรือน บุญมี", "บุญ", ["", "บุญ", "เรือน ", "บุญ", "มี"]],
  ["47/๒๕๗๐", "2570", ["47/", "๒๕๗๐", ""]],
  ["Report A", "report", ["", "Report", " A"]],
  ["ลาป่วย", "กิจ", ["ลาป่วย"]],
  ["ลาป่วย", "  ", ["ลาป่วย"]],
  ["İstanbul", "i", ["İstanbul"]],
])("%s with %s", (text, found, cut) => {
  expect(pieces(text, found)).toEqual(cut);
});

test("the pieces are the text, whatever is looked for", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, found) => {
      expect(pieces(text, found).join("")).toBe(text);
    }),
    { seed: 11 },
  );
});
