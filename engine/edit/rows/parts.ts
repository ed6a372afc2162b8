// A name and an address that stand in one cell, taken apart. What could be taken apart in two ways is left to the person.
import type { Address, AddressPart } from "../../fields/address.js";

/** The longer ones first, as นางสาว begins with นาง. */
const prefixes = [
  ...["ว่าที่ร้อยตรีหญิง", "ว่าที่ ร.ต.หญิง", "ว่าที่ ร.ต. หญิง", "ว่าที่ร้อยตรี", "ว่าที่ ร.ต.", "เด็กหญิง", "เด็กชาย", "ด.ญ.", "ด.ช.", "นางสาว", "น.ส."],
  ...["สามเณร", "นาย", "นาง", "ดร.", "Miss", "Mrs.", "Mr.", "Ms."],
];

/** เด็กชายสมชาย ใจดี: prefix, first, last. A last name may be of several words; one that is not there is missed later, by the field's own rule. */
export function readName(text: string): { prefix?: string; first?: string; last?: string } {
  const plain = text.replace(/\s+/g, " ").trim();
  // A letter must follow: นายิกา is no นาย.
  const prefix = prefixes.find((one) => plain.startsWith(one) && /^\s?[ก-ฮเแโใไA-Za-z]/.test(plain.slice(one.length)));
  const [first, ...last] = plain
    .slice(prefix?.length ?? 0)
    .trim()
    .split(" ");
  return { ...(prefix && { prefix }), ...(first && { first }), ...(last.length && { last: last.join(" ") }) };
}

/** The words before each part. หมู่บ้าน is no หมู่: a number must follow. */
const marks: [AddressPart, RegExp][] = [
  ["moo", /(?:หมู่ที่|หมู่|ม\.)\s*(?=[\d๐-๙])/],
  ["soi", /(?:ซอย|ตรอก|ซ\.)\s*/],
  ["road", /(?:ถนน|ถ\.)\s*/],
  ["subdistrict", /(?:ตำบล|แขวง|ต\.)\s*/],
  ["district", /(?:อำเภอ|เขต|อ\.)\s*/],
  ["province", /(?:จังหวัด|จ\.)\s*|(?=กรุงเทพ|กทม)/],
];
/** Names of places have no space in them; a space says that a word without its mark follows. */
const oneWord: readonly AddressPart[] = ["moo", "subdistrict", "district", "province"];

/** 99 หมู่ที่ 5 ต.ในเมือง อ.เมือง จ.ขอนแก่น 40000; undefined where a part cannot be told from the next. */
export function readAddress(text: string): Address | undefined {
  const plain = text.replace(/\s+/g, " ").trim();
  const [, body = plain, postcode] = /^(.*?)\s*(?:รหัสไปรษณีย์\s*)?([\d๐-๙]{5})$/.exec(plain) ?? [];
  const found = marks
    .flatMap(([part, mark]) => {
      const at = new RegExp(`(?<=^|\\s|[\\d๐-๙])(?:${mark.source})`).exec(body);
      return at ? [{ part, from: at.index, to: at.index + at[0].length }] : [];
    })
    .sort((a, b) => a.from - b.from);
  const house = body.slice(0, found[0]?.from ?? body.length).trim();
  const address: Address = { ...(house && { house }), ...(postcode && { postcode }) };
  for (const [nth, { part, to }] of found.entries()) {
    const words = body.slice(to, found[nth + 1]?.from ?? body.length).trim();
    if (!words || (oneWord.includes(part) && words.includes(" "))) return undefined;
    address[part] = words;
  }
  return Object.keys(address).length ? address : undefined;
}
