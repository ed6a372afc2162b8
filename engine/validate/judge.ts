// Judges one field: its value, whether it must be answered, and what is wrong with the answer.
// Both the whole check and the form state call this, so that they cannot disagree.
import type { Problem, Text } from "../../schemas/types.js";
import type { CompiledField } from "../compile/compiled.js";
import { condition, type Env, evaluate } from "../expression/evaluate.js";
import { unknown, type Value } from "../expression/tree.js";
import { isEmpty } from "../fields/field.js";
import { cleaned, kinds } from "../fields/index.js";
import { fieldProblem } from "../problem/field.js";
import { refuses } from "../problem/problem.js";
import { hasUnknown, rounded } from "./rounding.js";

export type Check = "complete" | "shape";

/** What a field comes to where it stands. */
export interface Verdict {
  required: boolean;
  /** Paths begin at the field itself. */
  problems: Problem[];
}

export interface Subject {
  field: CompiledField;
  /** The clean value of a field that is shown. Of a group or table, what stands in the answers there. */
  value: unknown;
  /** Whether anything is answered; a group has an answer when one of its fields has. */
  empty: boolean;
  before: unknown;
}

/** Whether a rule says to show; a device shows what it cannot decide. */
export function shows(field: { show?: CompiledField["show"] }, env: Env): boolean {
  return field.show === undefined || condition(field.show, env) !== false;
}

/** The value of a field that is shown: computed, or the answer as it is kept. */
export function worth(field: CompiledField, raw: unknown, env: Env): Value {
  if (field.value) {
    const value = rounded(evaluate(field.value, env), field);
    return hasUnknown(value) ? unknown : value;
  }
  const value = cleaned(field.type, raw, field.options);
  return isEmpty(value) ? null : (value as Value);
}

/** Whether it is required, and what is wrong with it. */
export function judge({ field, value, empty, before }: Subject, env: Env, check: Check): Verdict {
  const kind = kinds[field.type];
  const { title } = field;
  const lacking = () => fieldProblem("field.unknown", { title }, "");
  if (value === unknown) return { required: false, problems: env.facts.partial ? [] : [lacking()] };
  const answerable = kind.byPeople || field.value !== undefined;
  const needed = field.required ? true : field.require ? condition(field.require, env) : false;
  const required = answerable && needed === true;
  if (empty) {
    if (needed === unknown && !env.facts.partial) return { required, problems: [lacking()] };
    return { required, problems: required && check === "complete" ? [missing(field)] : [] };
  }
  const { minItems: _, ...loose } = field.options;
  const options = check === "shape" && field.options.minItems !== undefined ? loose : field.options;
  const hint = field.why ?? field.help;
  const found = kind.validate(value, { title, options, path: "", before, ...(hint === undefined ? {} : { hint }) }, env.facts);
  return { required, problems: found.some(refuses) ? found : [...found, ...checks(field, env, lacking)] };
}

function missing(field: CompiledField): Problem {
  const { title } = field;
  return field.value ? fieldProblem("field.computed-empty", { title }, "") : fieldProblem("field.required", { verb: kinds[field.type].ask, title }, "");
}

// A rule that comes out empty has nothing to compare yet: only false is a complaint.
function checks(field: CompiledField, env: Env, lacking: () => Problem): Problem[] {
  const found: Problem[] = [];
  for (const { rule, message, level } of field.checks ?? []) {
    const holds = evaluate(rule, env);
    if (holds === false) found.push(fieldProblem("field.check", { title: field.title, message: both(message) }, "", level === "warn" ? { level } : {}));
    else if (holds === unknown && !env.facts.partial) found.push(lacking());
  }
  return found;
}

const both = (text: Text): Text => (typeof text === "string" ? { th: text, en: text } : text);
