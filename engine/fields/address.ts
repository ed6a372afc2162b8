// A Thai postal address in its parts. All are text that people may type as they know it: names change, and a list never knows every place.
import type { Problem } from "../../schemas/types.js";
import { fieldProblem } from "../problem/field.js";
import { kindProblem } from "../problem/kind.js";
import { arabicDigits } from "../thai/digits.js";
import { normalise } from "../thai/normalise.js";
import { sortKey } from "../thai/sort-key.js";
import type { FieldKind } from "./field.js";
import { partsOf, tidyParts } from "./parts.js";
import { textProblems } from "./text-rules.js";

export const addressParts = ["house", "moo", "soi", "road", "subdistrict", "district", "province", "postcode"] as const;
export type AddressPart = (typeof addressParts)[number];
export type Address = Partial<Record<AddressPart, string>>;

const longest = 100;

// Each part is kept as the bare name; the word before it is written again where the address is shown.
const words: Partial<Record<AddressPart, RegExp>> = {
  house: /^((บ้านเลขที่|เลขที่)\s*)+/,
  moo: /^((หมู่ที่|หมู่|ม\.)\s*)+/,
  road: /^((ถนน|ถ\.)\s*)+/,
  subdistrict: /^((ตำบล|แขวง|ต\.)\s*)+/,
  district: /^((อำเภอ|เขต|อ\.)\s*)+/,
  province: /^((จังหวัด|จ\.)\s*)+/,
};
const bangkok = "กรุงเทพมหานคร";
const capital = /^(กรุงเทพฯ?|กทม\.?)$/;

function tidy(text: string, part: string): string {
  const plain = normalise(text).replace(/\s+/g, " ").trim();
  const bare = Object.hasOwn(words, part) ? plain.replace(words[part as AddressPart]!, "") : plain;
  if (part === "province" && capital.test(bare)) return bangkok;
  return part === "postcode" ? arabicDigits(bare).replace(/ /g, "") : bare;
}

/** 99/1 หมู่ที่ 5 ซอยสุขใจ ถนนมิตรภาพ ตำบลในเมือง อำเภอเมืองขอนแก่น จังหวัดขอนแก่น 40000; Bangkok has แขวง and เขต. */
function written(value: unknown): string {
  const address = partsOf(value) ?? {};
  const [house, moo, soi, road, subdistrict, district, province, postcode] = addressParts.map((part) =>
    typeof address[part] === "string" ? (address[part] as string) : "",
  );
  const inBangkok = province === bangkok;
  const named = (word: string, name: string | undefined) => name && word + name;
  return [
    house,
    named("หมู่ที่ ", moo),
    named(/^(ซอย|ตรอก|ซ\.)/.test(soi!) ? "" : "ซอย", soi),
    named("ถนน", road),
    named(inBangkok ? "แขวง" : "ตำบล", subdistrict),
    named(inBangkok ? "เขต" : "อำเภอ", district),
    named(inBangkok ? "" : "จังหวัด", province),
    postcode,
  ]
    .filter(Boolean)
    .join(" ");
}

export const address: FieldKind = {
  type: "address",
  ask: { th: "กรอก", en: "Fill in" },
  value: "map",
  answers: true,
  byPeople: true,
  json: ["object"],
  keywords: [],
  clean: (value) => tidyParts(value, tidy),
  validate(value, { title, path }) {
    const given = partsOf(value);
    if (!given || Object.keys(given).some((part) => !(addressParts as readonly string[]).includes(part)))
      return [fieldProblem("field.type", { title, expected: { th: "ที่อยู่", en: "an address" } }, path)];
    const found: Problem[] = [];
    for (const part of addressParts) {
      const text = given[part];
      const at = `${path}/${part}`;
      if (text === undefined) continue;
      const wrong = textProblems(text, { title, path: at, options: { maxLength: longest, minLength: 1 } });
      found.push(...wrong);
      if (part === "postcode" && !wrong.length && !/^[0-9]{5}$/.test(text as string)) found.push(kindProblem("field.postcode", { value: text as string }, at));
    }
    return found;
  },
  schema: () => ({
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(
      addressParts.map((part) => [
        part,
        part === "postcode" ? { type: "string", pattern: "^[0-9]{5}$" } : { type: "string", minLength: 1, maxLength: longest },
      ]),
    ),
  }),
  show: written,
  // Lists go by place: the province first, the house last.
  sortKey(value) {
    const given = partsOf(value) ?? {};
    const order: readonly AddressPart[] = ["province", "district", "subdistrict", "road", "soi", "moo", "house"];
    return sortKey(
      order
        .map((part) => given[part])
        .filter((text) => typeof text === "string")
        .join(" "),
    );
  },
};
