// The formula of a field. What a calculated field holds follows from its formula: nobody is asked for a type.
import type { FieldSchema, FormDefinition } from "../../../schemas/types.js";
import type { DefinitionContext } from "../../definition/context.js";
import { readExpression } from "../../definition/rules.js";
import type { Type } from "../../expression/types.js";
import { rulePlace } from "../rule-at.js";
import { setField } from "./fields.js";
import { findField } from "./tree.js";

const held: Partial<Record<Type, Pick<FieldSchema, "type" | "format">>> = {
  text: { type: "string" },
  date: { type: "string", format: "date" },
  number: { type: "number" },
  boolean: { type: "boolean" },
  list: { type: "array" },
  map: { type: "object" },
};

/** An empty formula is taken away. One that cannot be read yet leaves the type as it was. */
export function setFormula(form: FormDefinition, id: string, source: string, context: DefinitionContext = {}): FormDefinition {
  const field = findField(form, id);
  const value = source.trim() ? source : undefined;
  if (field?.schema["x-field"] !== "computed" || value === undefined) return setField(form, id, { "x-value": value });
  const found = readExpression(source, rulePlace(form, id, "value", context).scope, ["any"]);
  const holds = "problems" in found ? undefined : held[found.type];
  // A whole number stays one: its author said so.
  if (!holds || (holds.type === "number" && field.schema.type === "integer")) return setField(form, id, { "x-value": value });
  return setField(form, id, { "x-value": value, type: holds.type, format: holds.format });
}
