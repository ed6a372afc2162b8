// Cells as offices write them, read as answers: what is certain is read, what is not is told.
import { describe, expect, test } from "vitest";
import { type CellField, readCell } from "../../../../engine/edit/rows/read-cell.js";
import type { Facts } from "../../../../engine/expression/facts.js";
import type { FieldType } from "../../../../schemas/types.js";

const facts: Facts = {
  today: "2026-11-28",
  lookups: {},
  labels: {},
  codes: {
    grades: [
      { id: "p1", title: { th: "ประถมศึกษาปีที่ 1", en: "Grade 1" } },
      { id: "p2", title: "ประถมศึกษาปีที่ 2", to: "2020-01-01" },
    ],
  },
};
const field = (type: FieldType, options: CellField["options"] = {}): CellField => ({ type, title: "ช่อง", options });
const colours = {
  options: [
    { id: "o1", title: "แดง / ชมพู" },
    { id: "o2", title: { th: "เขียว", en: "Green" } },
    { id: "o3", title: "ฟ้า", retired: true },
  ],
};

describe("read", () => {
  test.each<[FieldType, string, unknown, CellField["options"]?]>([
    ["date", "15/5/2567", "2024-05-15"],
    ["date", "๑๕ พ.ค. ๒๕๖๗", "2024-05-15"],
    ["date", "2567-05-15", "2024-05-15"],
    ["date", "15/5/67", "2024-05-15"],
    ["date", "1/10/70", "2027-10-01"],
    ["date", "15 พ.ค. 43", "2000-05-15"],
    ["number", "- 1 440 000", -1_440_000],
    ["date", "2024-05-15", "2024-05-15"],
    ["integer", "1,440", 1440],
    ["integer", "๓๕ คน", 35, { unit: "คน" }],
    ["money", "฿1,440.50 บาท", 1440.5],
    ["number", "−2.5", -2.5],
    ["percent", "85%", 85],
    ["yes-no", "ใช่", true],
    ["yes-no", "ไม่มี", false],
    ["yes-no", "✓", true],
    ["academic-year", "พ.ศ. ๒๕๖๙", 2569],
    ["fiscal-year", "2569", 2569],
    ["term", "ภาคเรียนที่ 1/2569", "2569/1"],
    ["term", "2569/2", "2569/2"],
    ["time", "8.45 น.", "08:45"],
    ["phone", "812345678", "0812345678"],
    ["phone", "081-234-5678", "0812345678"],
    ["national-id", "1-1037-00000-01-7", "1103700000017"],
    ["select", "เขียว", "o2", colours],
    ["select", "green", "o2", colours],
    ["select", "แดง/ชมพู", "o1", { options: [{ id: "o1", title: "แดง/ชมพู" }] }],
    ["select", "ประถมศึกษาปีที่  1", "p1", { codes: "grades" }],
    ["multi-select", "แดง / ชมพู, เขียว", ["o1", "o2"], colours],
    ["multi-select", "แดง / ชมพู", ["o1"], colours],
    ["text", "  น้ำใจ\u00a0ดี ", "น้ำใจ ดี"],
    ["text", "-", "-"],
    ["date", "-", null],
    ["integer", " ", null],
    ["person-name", "เด็กชายสมชาย ใจดี", { prefix: "เด็กชาย", first: "สมชาย", last: "ใจดี" }],
    ["person-name", "นางสาวมาลี ณ อยุธยา", { prefix: "นางสาว", first: "มาลี", last: "ณ อยุธยา" }],
    ["person-name", "นายิกา ใจดี", { first: "นายิกา", last: "ใจดี" }],
    [
      "address",
      "99/1 หมู่ที่ 5 ซอยสุขใจ 2 ต.ในเมือง อ.เมือง จ.ขอนแก่น 40000",
      { house: "99/1", moo: "5", soi: "สุขใจ 2", subdistrict: "ในเมือง", district: "เมือง", province: "ขอนแก่น", postcode: "40000" },
    ],
    [
      "address",
      "12 หมู่บ้านสุขใจ แขวงดินแดง เขตดินแดง กทม. 10400",
      { house: "12 หมู่บ้านสุขใจ", subdistrict: "ดินแดง", district: "ดินแดง", province: "กรุงเทพมหานคร", postcode: "10400" },
    ],
  ])("%s: %s", (type, text, value, options) => {
    const cell = readCell(text, field(type, options), facts);
    expect(cell).toEqual({ value });
  });
});

describe("told", () => {
  test.each<[FieldType, string, string, CellField["options"]?]>([
    ["date", "31/2/2567", "date.no-such-day"],
    ["date", "15/5/2024", "date.which-era"],
    ["date", "ปลายเดือน", "date.unreadable"],
    // Excel in English writes 2024 as 24; a year of birth may be either.
    ["date", "15/5/24", "date.which-era"],
    ["date", "150524", "date.which-era"],
    ["date", "1/2/99", "date.which-era"],
    ["date", "1/2/85", "date.which-era"],
    // Of which year, the file does not say.
    ["date", "15/12", "date.unreadable"],
    ["date", "15 พ.ค.", "date.unreadable"],
    ["date", "วันนี้", "date.unreadable"],
    ["number", "12 3", "import.number"],
    ["integer", "1,5", "import.number"],
    ["integer", "สิบ", "import.number"],
    ["money", "1.1E+12", "import.number"],
    ["yes-no", "บางครั้ง", "import.yes-no"],
    ["academic-year", "69", "import.year"],
    ["term", "1", "import.term"],
    ["select", "ม่วง", "import.choice", colours],
    ["select", "ฟ้า", "import.choice", colours],
    ["select", "ประถมศึกษาปีที่ 2", "import.choice", { codes: "grades" }],
    ["select", "ก", "import.choices-missing", { codes: "elsewhere" }],
    ["multi-select", "เขียว, ม่วง", "import.choice", colours],
    ["address", "ต.ในเมือง อ.เมือง ขอนแก่น", "import.address"],
  ])("%s: %s", (type, text, code, options) => {
    expect(readCell(text, field(type, options), facts)).toMatchObject({ problem: { code } });
  });
});

test("the sentence names what may be written", () => {
  const cell = readCell("ม่วง", field("select", colours), facts) as { problem: { title: { th: string } } };
  expect(cell.problem.title.th).toBe("“ม่วง” ไม่มีในตัวเลือกของ “ช่อง” พิมพ์ให้ตรงกับข้อใดข้อหนึ่ง: แดง / ชมพู, เขียว");
});
