// An answer as people read it: by its kind, with the words of codes and ids from the facts.
import type { CompiledField } from "../../engine/compile/compiled.js";
import type { Facts } from "../../engine/expression/facts.js";
import { isEmpty } from "../../engine/fields/field.js";
import { cleaned, kinds } from "../../engine/fields/index.js";
import { language } from "../ui/language.js";

/** The words of a value; empty when there is none. */
export function shown(value: unknown, field: CompiledField, facts: Facts): string {
  if (isEmpty(value)) return "";
  // A formula may come to the id of a person or to a code: then its words are meant.
  if (typeof value === "string" && Object.hasOwn(facts.labels, value)) return facts.labels[value]!;
  const kind = field.type === "computed" && field.options.codes ? kinds.select : kinds[field.type];
  // While a form is being filled it may stand there as it was typed.
  return kind.show(cleaned(field.type, value, field.options), field.options, facts, language());
}
