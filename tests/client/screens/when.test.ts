// Moments in words: Bangkok's day, the Buddhist era, fewer words the nearer.
import { beforeAll, describe, expect, test } from "vitest";
import { dueOf, momentOf, nearOf, sinceOf, stampOf, timeOf, todayInWords } from "../../../client/ui/screen/when.js";
import { screenWords } from "../../../client/ui/words.js";

beforeAll(screenWords);

// 24 November 2569, 14:52 in Bangkok.
const now = Date.parse("2026-11-24T07:52:00Z");

describe("near the edge of a row", () => {
  test.each([
    ["2026-11-24T00:52:00Z", "07:52 น."],
    ["2026-11-23T17:00:00Z", "00:00 น."],
    ["2026-11-23T16:59:00Z", "เมื่อวาน"],
    ["2026-11-20T05:00:00Z", "20 พ.ย."],
    ["2025-12-31T16:59:00Z", "31 ธ.ค. 2568"],
    ["2025-12-31T17:00:00Z", "1 ม.ค."],
    ["2026-11-25T05:00:00Z", "พรุ่งนี้ 12:00 น."],
    ["2026-11-26T05:00:00Z", "26 พ.ย."],
  ])("%s is %s", (instant, words) => expect(nearOf(instant, now)).toBe(words));
});

test("with the hour of yesterday, and the year of a longer ago", () => {
  expect(sinceOf("2026-11-23T09:12:00Z", now)).toBe("เมื่อวาน 16:12 น.");
  expect(sinceOf("2026-11-18T09:12:00Z", now)).toBe("18 พ.ย. 2569");
});

test("in full", () => {
  expect(momentOf("2026-11-24T01:10:00Z")).toBe("24 พ.ย. 2569 08:10 น.");
  expect(timeOf("2026-11-23T17:05:00Z")).toBe("00:05 น.");
});

test("in the margin of a history, with the year only when it is another", () => {
  expect(stampOf("2026-11-24T02:32:00Z", now)).toBe("24 พ.ย. 09:32");
  expect(stampOf("2025-11-24T02:32:00Z", now)).toBe("24 พ.ย. 2568 09:32");
});

test("the day of the greeting", () => {
  expect(todayInWords(now)).toBe("วันอังคารที่ 24 พฤศจิกายน 2569");
  expect(todayInWords(Date.parse("2026-11-24T17:00:00Z"))).toBe("วันพุธที่ 25 พฤศจิกายน 2569");
});

test("what is due says until when; what is past says so", () => {
  expect(dueOf("2026-11-25T09:30:00Z", now)).toBe("ครบกำหนดพรุ่งนี้ 16:30 น.");
  expect(dueOf("2026-11-28T09:30:00Z", now)).toBe("ครบกำหนด 28 พ.ย.");
  expect(dueOf("2026-11-23T09:30:00Z", now)).toBe("เลยกำหนดตั้งแต่เมื่อวาน");
  expect(dueOf("2026-11-20T09:30:00Z", now)).toBe("เลยกำหนดตั้งแต่ 20 พ.ย.");
});
