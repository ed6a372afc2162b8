// What choices of records, people, organizations and positions share: the answer is an id, its words come with the facts.
import type { FieldSchema, FieldType } from "../../schemas/types.js";
import { fieldProblem } from "../problem/field.js";
import { sortKey } from "../thai/sort-key.js";
import type { Complaint, FieldKind } from "./field.js";

/** Ids as the server gives them. Whether the thing exists, and may be chosen, only the server can say. */
export const idPattern = "^[0-9A-Za-z_-]{1,64}$";
const id = /^[0-9A-Za-z_-]{1,64}$/;

export const isId = (value: unknown): value is string => typeof value === "string" && id.test(value);

/** A kind of field whose answer is an id. */
export function idKind(type: FieldType, keywords: readonly (keyof FieldSchema)[], check?: (schema: FieldSchema) => Complaint[]): FieldKind {
  return {
    type,
    ask: { th: "เลือก", en: "Choose" },
    value: "text",
    answers: true,
    byPeople: true,
    json: ["string"],
    keywords: [...keywords, "x-default", "x-value"],
    ...(check ? { check } : {}),
    validate: (value, { title, path }) => (isId(value) ? [] : [fieldProblem("field.choice-unreadable", { title }, path)]),
    schema: () => ({ type: "string", pattern: idPattern }),
    show: (value, _options, facts) => (typeof value !== "string" ? "" : Object.hasOwn(facts.labels, value) ? facts.labels[value]! : value),
    sortKey: (value, _options, facts) => (typeof value === "string" && Object.hasOwn(facts.labels, value) ? sortKey(facts.labels[value]!) : ""),
  };
}
