// ภาคเรียน: kept as academic year and number, `2569/1`; 3 is the summer term.
import { kindProblem } from "../problem/kind.js";
import type { FieldKind } from "./field.js";
import { firstYear, lastYear } from "./year-rules.js";

const written = /^(\d{4})\/([1-3])$/;

const partsOf = (value: unknown): { year: number; number: string } | undefined => {
  const found = typeof value === "string" ? written.exec(value) : null;
  return found ? { year: Number(found[1]), number: found[2]! } : undefined;
};

export const term: FieldKind = {
  type: "term",
  ask: { th: "เลือก", en: "Choose" },
  value: "text",
  answers: true,
  byPeople: true,
  json: ["string"],
  keywords: ["default", "x-default", "x-value"],
  validate(value, { title, path }) {
    const term = partsOf(value);
    return term && term.year >= firstYear && term.year <= lastYear ? [] : [kindProblem("field.term", { title }, path)];
  },
  schema: () => ({ type: "string", pattern: "^\\d{4}/[1-3]$" }),
  show(value, _options, _facts, language) {
    const term = partsOf(value);
    if (!term) return "";
    return language === "th" ? `ภาคเรียนที่ ${term.number}/${term.year}` : `Term ${term.number}/${term.year}`;
  },
  sortKey: (value) => (typeof value === "string" ? value : ""),
};
