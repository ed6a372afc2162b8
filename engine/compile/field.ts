// Compiles one field: its words in both languages, the keywords its kind reads, its rules as trees.
import type { Text } from "../../schemas/types.js";
import type { FlatField } from "../definition/flatten.js";
import { optionsOf } from "../definition/options-of.js";
import type { Rule, RuleUse } from "../definition/rules.js";
import type { CompiledField } from "./compiled.js";

/** A field of a definition that has been checked, with its own rules. */
export function compileField(flat: FlatField, rules: readonly Rule[], sensitive: boolean): CompiledField {
  const { schema, name, parent, title, required } = flat;
  const type = flat.type!;
  const tree = (use: RuleUse) => rules.find((rule) => rule.use === use)?.tree;
  const [show, require, value, rows] = [tree("show"), tree("require"), tree("value"), tree("rows")];
  const start = tree("default") ?? (schema.default === undefined ? undefined : (["lit", schema.default] as const));
  const checks = (schema["x-check"] ?? []).flatMap(({ message, level }, number) => {
    const rule = rules.find((one) => one.use === "check" && one.number === number)?.tree;
    return rule ? [{ rule, message, level: level ?? ("refuse" as const) }] : [];
  });
  const help = helpOf(flat);
  return {
    id: schema["x-id"]!,
    name,
    type,
    parent,
    title,
    ...(help === undefined ? {} : { help }),
    ...(schema["x-why"] === undefined ? {} : { why: schema["x-why"] }),
    options: optionsOf(type, schema),
    ...(required ? { required: true } : {}),
    ...(sensitive ? { sensitive: true } : {}),
    ...(show ? { show } : {}),
    ...(require ? { require } : {}),
    ...(value ? { value } : {}),
    ...(rows ? { rows } : {}),
    ...(start ? { default: start } : {}),
    ...(checks.length ? { checks } : {}),
    hidden: schema["x-hidden"] ?? "retire",
  };
}

function helpOf({ schema }: FlatField): Text | undefined {
  const [th, en] = [schema.description, schema["x-en"]?.description];
  return th === undefined ? undefined : { th, en: en ?? th };
}
