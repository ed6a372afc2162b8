// A rule read aloud: "ประเภทการลา เป็น ลาป่วย และ จำนวนวัน ตั้งแต่ 3". What is no sentence is read as it is written.
import type { FormDefinition, Text } from "../../../schemas/types.js";
import { t, type Word } from "../../ui/words.js";
import { shownDay } from "../day-cell.js";
import { isTree, type Part, parse, sentenceOf, type Test } from "../engine.js";
import { choicesOf, type Readable, readable } from "./reads.js";

const plain: Record<Test, Word> = {
  is: "test.is",
  "is-not": "test.is-not",
  "one-of": "test.one-of",
  "none-of": "test.none-of",
  more: "test.more",
  least: "test.least",
  less: "test.less",
  most: "test.most",
  empty: "test.empty",
  answered: "test.answered",
  yes: "test.yes",
  no: "test.no",
};

export function ruleWords(source: string, form: FormDefinition, id: string | undefined, codes: ReadonlyMap<string, { id: string; title: Text }[]>): string {
  const tree = parse(source);
  const sentence = isTree(tree) ? sentenceOf(tree) : undefined;
  if (!sentence) return source;
  const all = readable(form, id);
  return sentence.parts.map((part) => partWords(part, all, codes)).join(` ${t(sentence.join === "and" ? "rule.and" : "rule.or").trim()} `);
}

function partWords(part: Part, all: readonly Readable[], codes: ReadonlyMap<string, { id: string; title: Text }[]>): string {
  const titled = (path: string) => all.find((one) => one.path === path)?.title ?? path;
  const field = all.find(({ path }) => path === part.path);
  const choices = field && choicesOf(field.schema, codes);
  const said = (value: string | number) => choices?.find(({ id }) => id === value)?.title ?? (typeof value === "string" ? shownDay(value) : String(value));
  const value = part.values
    ? part.values.map(said).join(", ")
    : typeof part.value === "object"
      ? titled(part.value.path)
      : part.value === undefined
        ? ""
        : said(part.value);
  return [titled(part.path), t(plain[part.test]), value].filter(Boolean).join(" ");
}
