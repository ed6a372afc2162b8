// A value that a formula gives and nobody types; `type` says what comes out.
import type { Text } from "../../schemas/types.js";
import { fieldProblem } from "../problem/field.js";
import { say } from "../text/text.js";
import { formatDate, isDay } from "../thai/date.js";
import { formatNumber } from "../thai/money.js";
import { sortKey } from "../thai/sort-key.js";
import type { FieldKind, JsonType, ValueType } from "./field.js";
import { hasDecimals, numberKey } from "./number-rules.js";
import { choiceKey, showChoice } from "./options.js";

const isPlain = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);

/** What each JSON type admits, and its name for people. */
const outcomes: Record<JsonType, { fits: (value: unknown) => boolean; words: Text; value: ValueType }> = {
  string: { fits: (value) => typeof value === "string", words: { th: "ข้อความ", en: "text" }, value: "text" },
  integer: { fits: (value) => Number.isInteger(value), words: { th: "จำนวนเต็ม", en: "a whole number" }, value: "number" },
  number: { fits: (value) => typeof value === "number" && Number.isFinite(value), words: { th: "ตัวเลข", en: "a number" }, value: "number" },
  boolean: { fits: (value) => typeof value === "boolean", words: { th: "ใช่หรือไม่ใช่", en: "yes or no" }, value: "boolean" },
  array: { fits: Array.isArray, words: { th: "รายการ", en: "a list" }, value: "list" },
  object: { fits: isPlain, words: { th: "กลุ่มของค่า", en: "a group of values" }, value: "map" },
};

export const computed: FieldKind = {
  type: "computed",
  ask: { th: "คำนวณ", en: "Work out" },
  value: "text",
  valueAs: ({ json }) => outcomes[json ?? "string"].value,
  answers: true,
  byPeople: false,
  json: ["string", "integer", "number", "boolean", "array", "object"],
  keywords: ["x-value", "x-decimals", "x-unit", "format", "x-options", "x-codes"],
  check: (schema) => (schema["x-value"] ? [] : [{ code: "definition.needs-value" }]),
  validate(value, { title, options, path }) {
    const { fits, words } = outcomes[options.json ?? "string"];
    if (!fits(value)) return [fieldProblem("field.type", { title, expected: words }, path)];
    const limit = options.decimals;
    return typeof value === "number" && limit !== undefined && !hasDecimals(value, limit)
      ? [fieldProblem("field.decimals", { title, limit, value: String(value) }, path)]
      : [];
  },
  schema: (options) => ({ type: options.json ?? "string" }),
  show(value, options, facts, language) {
    if (options.options || options.codes) return showChoice(value, options, facts, language);
    const unit = options.unit ? ` ${say(options.unit, language)}` : "";
    if (typeof value === "number") return `${formatNumber(value, options.decimals)}${unit}`;
    if (typeof value === "boolean") return value ? (language === "th" ? "ใช่" : "Yes") : language === "th" ? "ไม่ใช่" : "No";
    if (isDay(value)) return formatDate(value, "long", language);
    if (Array.isArray(value)) return value.filter((item) => typeof item === "string" || typeof item === "number").join(", ");
    return typeof value === "string" ? value : "";
  },
  sortKey(value, options, facts) {
    if (options.options || options.codes) return choiceKey(value, options, facts);
    return typeof value === "number" ? numberKey(value) : isDay(value) ? value : typeof value === "string" ? sortKey(value) : "";
  },
};
