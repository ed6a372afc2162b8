// Words for people: the right language, and compounds that no line breaks.
import { expect, test } from "vitest";
import { holdTogether } from "../../../engine/text/hold.js";
import { say } from "../../../engine/text/text.js";

test("says a text in the language asked for, Thai where there is no English", () => {
  expect(say({ th: "ใบลา", en: "Leave" }, "en")).toBe("Leave");
  expect(say({ th: "ใบลา", en: "Leave" }, "th")).toBe("ใบลา");
  expect(say({ th: "ใบลา" }, "en")).toBe("ใบลา");
  expect(say("ใบลา", "en")).toBe("ใบลา");
});

test("joins official compounds and leaves other words alone", () => {
  expect(holdTogether("เสนอผู้อำนวยการโรงเรียน")).toBe("เสนอผู้\u2060อำนวย\u2060การโรงเรียน");
  expect(holdTogether("รองผู้อำนวยการ")).toBe("รอง\u2060ผู้\u2060อำนวย\u2060การ");
  expect(holdTogether("ครูประจำชั้น")).toBe("ครู\u2060ประจำ\u2060ชั้น");
  expect(holdTogether("ลากิจ")).toBe("ลากิจ");
});

test("changes nothing but the joiner", () => {
  const words = "นักวิชาการศึกษา เทศบาลตำบลสระใคร ปีงบประมาณ 2569";
  expect(holdTogether(words).replaceAll("\u2060", "")).toBe(words);
});
