// What files and photos share. The answer is the id of an uploaded file, or a list of ids when `type` is array;
// type and size were judged when the file came in.
import type { FieldType } from "../../schemas/types.js";
import { fieldProblem } from "../problem/field.js";
import type { Complaint, FieldKind } from "./field.js";
import { idPattern, isId } from "./id-rules.js";
import { countComplaints, countProblems, countSchema } from "./item-rules.js";

/** A kind of field whose answer is one file or several. */
export function fileKind(type: FieldType): FieldKind {
  return {
    type,
    ask: { th: "แนบ", en: "Attach" },
    value: "text",
    valueAs: ({ json }) => (json === "array" ? "list" : "text"),
    answers: true,
    byPeople: true,
    json: ["string", "array"],
    keywords: ["items", "uniqueItems", "minItems", "maxItems", "x-accept", "x-max-bytes", "x-longest"],
    check: (schema) => [
      ...countComplaints(schema),
      ...(schema.items && schema.items.type !== "string" ? [{ code: "definition.items-type" as const, at: "items", params: { expected: "string" } }] : []),
      ...(["minItems", "maxItems"] as const)
        .filter((keyword) => schema.type !== "array" && schema[keyword] !== undefined)
        .map((keyword): Complaint => ({ code: "definition.needs-items", at: keyword, params: { keyword } })),
    ],
    validate(value, field) {
      const { title, path } = field;
      if (field.options.json !== "array") return isId(value) ? [] : [fieldProblem("field.file-unreadable", { title }, path)];
      if (!Array.isArray(value) || !value.every(isId)) return [fieldProblem("field.file-unreadable", { title }, path)];
      if (new Set(value).size !== value.length) return [fieldProblem("field.file-twice", { title }, path)];
      return countProblems(value.length, { th: "ไฟล์", en: "files" }, field);
    },
    schema: (options) =>
      options.json === "array"
        ? { type: "array", uniqueItems: true, items: { type: "string", pattern: idPattern }, ...countSchema(options) }
        : { type: "string", pattern: idPattern },
    show: (value, _options, facts) =>
      (Array.isArray(value) ? value : [value])
        .filter(isId)
        .map((id) => (Object.hasOwn(facts.labels, id) ? facts.labels[id]! : id))
        .join(", "),
  };
}
