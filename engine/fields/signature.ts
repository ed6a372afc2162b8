// A place where a workflow action signs. Only the action writes it: who signed, when, in whose stead, and the drawing.
import { fieldProblem } from "../problem/field.js";
import { say } from "../text/text.js";
import { formatInstant } from "../thai/date.js";
import type { FieldKind } from "./field.js";
import { idPattern, isId } from "./id-rules.js";

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const isText = (value: unknown): boolean =>
  typeof value === "string" || (typeof value === "object" && value !== null && typeof (value as { th?: unknown }).th === "string");
const isPlain = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);

/** The parts of a signature and what each must be. */
const parts: Record<string, (value: unknown) => boolean> = {
  signature: isId,
  name: (value) => typeof value === "string" && value !== "",
  position: isText,
  at: (value) => typeof value === "string" && instant.test(value),
  image: isId,
  acting: isPlain,
};

const needed = ["signature", "name", "at"];

export const signature: FieldKind = {
  type: "signature",
  ask: { th: "ลงนามใน", en: "Sign" },
  value: "map",
  answers: true,
  byPeople: false,
  json: ["object"],
  keywords: [],
  validate(value, { title, path }) {
    const signed = isPlain(value) ? (value as Record<string, unknown>) : {};
    const sound = needed.every((part) => Object.hasOwn(signed, part)) && Object.entries(signed).every(([part, what]) => parts[part]?.(what));
    return sound ? [] : [fieldProblem("field.signature", { title }, path)];
  },
  schema: () => ({
    type: "object",
    additionalProperties: false,
    required: needed,
    properties: {
      signature: { type: "string", pattern: idPattern },
      name: { type: "string", minLength: 1 },
      position: { anyOf: [{ type: "string" }, { type: "object" }] },
      at: { type: "string" },
      image: { type: "string", pattern: idPattern },
      acting: { type: "object" },
    },
  }),
  show(value, _options, _facts, language) {
    if (!isPlain(value)) return "";
    const { name, at, position } = value as { name?: unknown; at?: unknown; position?: unknown };
    const where = isText(position) ? ` (${say(position as string, language)})` : "";
    return typeof name === "string" ? `${name}${where}${typeof at === "string" && instant.test(at) ? ` ${formatInstant(at, language)}` : ""}` : "";
  },
  sortKey: (value) => (isPlain(value) && typeof (value as { at?: unknown }).at === "string" ? (value as { at: string }).at : ""),
};
