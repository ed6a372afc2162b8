// Two days written together.
import { expect, test } from "vitest";
import { formatRange } from "../../../engine/thai/range.js";

test.each([
  ["2026-11-25", "2026-11-25", "25 พ.ย. 2569"],
  ["2026-11-25", "2026-11-26", "25–26 พ.ย. 2569"],
  ["2026-11-30", "2026-12-02", "30 พ.ย. – 2 ธ.ค. 2569"],
  ["2026-12-30", "2027-01-02", "30 ธ.ค. 2569 – 2 ม.ค. 2570"],
])("%s to %s", (from, to, words) => expect(formatRange(from, to)).toBe(words));
