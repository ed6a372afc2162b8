// The name of a person in its parts: prefix, first, last.
import type { Problem } from "../../schemas/types.js";
import { fieldProblem } from "../problem/field.js";
import { kindProblem } from "../problem/kind.js";
import { normalise } from "../thai/normalise.js";
import { sortKey } from "../thai/sort-key.js";
import type { FieldKind } from "./field.js";
import { partsOf, tidyParts } from "./parts.js";
import { textProblems } from "./text-rules.js";

const parts = ["prefix", "first", "last"] as const;
const longest = 100;

const written = (value: unknown): string => {
  const name = partsOf(value);
  if (!name) return "";
  const [prefix, first, last] = parts.map((part) => (typeof name[part] === "string" ? (name[part] as string) : ""));
  // Thai prefixes stand against the name (นางสาวมาลี); Latin ones apart (Mr. John).
  const joint = prefix && /[A-Za-z.]$/.test(prefix) && !/[\u0e00-\u0e7f]/.test(prefix) ? " " : "";
  return `${prefix}${joint}${first}${last && last !== "-" ? ` ${last}` : ""}`.trim();
};

export const personName: FieldKind = {
  type: "person-name",
  ask: { th: "กรอก", en: "Fill in" },
  value: "map",
  answers: true,
  byPeople: true,
  json: ["object"],
  keywords: [],
  clean: (value) => tidyParts(value, (text) => normalise(text).replace(/\s+/g, " ").trim()),
  validate(value, field) {
    const { title, path } = field;
    const name = partsOf(value);
    const stray = name && Object.keys(name).find((part) => !(parts as readonly string[]).includes(part));
    if (!name || stray) return [fieldProblem("field.type", { title, expected: { th: "ชื่อและนามสกุล", en: "a first and a last name" } }, path)];
    const found: Problem[] = [];
    for (const part of parts) {
      const at = `${path}/${part}`;
      if (name[part] !== undefined) found.push(...textProblems(name[part], { title, path: at, options: { maxLength: longest } }));
      else if (part !== "prefix") found.push(kindProblem(part === "first" ? "field.first-name" : "field.last-name", { title }, at));
    }
    return found;
  },
  schema: () => ({
    type: "object",
    additionalProperties: false,
    required: ["first", "last"],
    properties: Object.fromEntries(parts.map((part) => [part, { type: "string", minLength: 1, maxLength: longest }])),
  }),
  show: written,
  // People are looked up by first name, as Thai lists have them.
  sortKey: (value) => sortKey([partsOf(value)?.first, partsOf(value)?.last].filter((part) => typeof part === "string").join(" ")),
};
