// What is wrong at a place of an expression, in words: by the code that the library gives.

const words: Record<string, { th: string; en: string }> = {
  unexpected_character: { th: "ไม่รู้จัก “{found}” ตรงนี้ ข้อความต้องอยู่ในเครื่องหมาย ' '", en: "“{found}” means nothing here; texts stand in quotes" },
  unexpected_token: { th: "ตรงนี้ต้องมีค่า ชื่อช่อง หรือวงเล็บ", en: "a value, a field or a bracket is missing here" },
  expected_token: { th: "ตรงนี้ขาดเครื่องหมายหรือวงเล็บปิด", en: "a sign or a closing bracket is missing here" },
  reserved_identifier: { th: "คำว่า {found} สงวนไว้ ใช้เป็นชื่อช่องไม่ได้", en: "the word {found} is reserved and cannot name a field" },
  unterminated_string: { th: "ข้อความไม่มีเครื่องหมายปิด '", en: "the text has no closing quote" },
  newline_in_string: { th: "ข้อความในเครื่องหมาย ' ' ขึ้นบรรทัดใหม่ไม่ได้", en: "a text in quotes cannot span lines" },
  invalid_number: { th: "ตัวเลขนี้อ่านไม่ได้", en: "this number cannot be read" },
  invalid_integer: { th: "ตัวเลขนี้อ่านไม่ได้", en: "this number cannot be read" },
  invalid_macro_argument: {
    th: "ค่าแรกต้องเป็นชื่อที่ใช้เรียกแต่ละแถว เช่น items.all(i, i.qty > 0)",
    en: "the first value must be a name for each row, as in items.all(i, i.qty > 0)",
  },
};

/** The words for a code; `found` is the source at the place. */
export function syntaxWords(code: string, found: string): { th: string; en: string } {
  const entry = words[code] ?? { th: "เขียนไม่ครบหรือผิดรูป", en: "it is unfinished or malformed" };
  const shown = found.slice(0, 20);
  return { th: entry.th.replace("{found}", shown), en: entry.en.replace("{found}", shown) };
}
