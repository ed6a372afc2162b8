// Yes or no. Unanswered is neither.
import { fieldProblem } from "../problem/field.js";
import type { FieldKind } from "./field.js";

export const yesNo: FieldKind = {
  type: "yes-no",
  ask: { th: "เลือก", en: "Choose" },
  value: "boolean",
  answers: true,
  byPeople: true,
  json: ["boolean"],
  keywords: ["default", "x-default", "x-value"],
  validate: (value, { title, path }) =>
    typeof value === "boolean" ? [] : [fieldProblem("field.type", { title, expected: { th: "ใช่หรือไม่ใช่", en: "yes or no" } }, path)],
  schema: () => ({ type: "boolean" }),
  show: (value, _options, _facts, language) =>
    value === true ? (language === "th" ? "ใช่" : "Yes") : value === false ? (language === "th" ? "ไม่ใช่" : "No") : "",
  sortKey: (value) => (value === true ? "1" : value === false ? "0" : ""),
};
