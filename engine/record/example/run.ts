// Runs an example of a form: what is different from what was expected, as sentences with their places in the example.
import type { FormExample, Problem, Text } from "../../../schemas/types.js";
import type { CompiledField, CompiledForm } from "../../compile/compiled.js";
import { planOf } from "../../compile/plan.js";
import type { Facts } from "../../expression/facts.js";
import { isEmpty } from "../../fields/field.js";
import { kinds } from "../../fields/index.js";
import { pointer } from "../../path/path.js";
import { exampleProblem } from "../../problem/example.js";
import { refuses } from "../../problem/problem.js";
import { say } from "../../text/text.js";
import { stateTitle } from "../../workflow/states.js";
import { fieldAt, isPlain, known } from "./known.js";
import { actionIn, type ExampleCodes, type Outcome, outcomeOf } from "./outcome.js";

export interface ExampleResult {
  id: string;
  /** A doubt does not fail it. */
  passed: boolean;
  /** Paths begin at the example. Of level `warn`: what is not looked at any more. */
  differences: Problem[];
}

/** Runs one example, with the rows of the code lists that the form uses. */
export function runExample(form: CompiledForm, example: FormExample, codes: ExampleCodes): ExampleResult {
  const outcome = outcomeOf(form, example, codes);
  const differences = [
    ...strange(form, example),
    ...problems(form, example, outcome),
    ...values(form, example, outcome),
    ...visibility(form, example, outcome),
    ...next(form, example, outcome),
  ];
  return { id: example.id, passed: !differences.some(refuses), differences };
}

const doubt = { level: "warn" } as const;

function strange(form: CompiledForm, { answers, expect }: FormExample): Problem[] {
  const top = planOf(form).names.get(-1)!;
  const named = [...(expect.shown ?? []), ...(expect.hidden ?? [])].filter((name) => !top.has(name));
  const pointed = (expect.problems ?? []).filter(({ path }) => fieldAt(form, path) === undefined).map(({ path }) => path.slice(1));
  const all = new Set([...known(form, answers).strange, ...known(form, expect.values ?? {}).strange, ...named, ...pointed]);
  return [...all].map((name) => exampleProblem("example.unknown-field", { name }, "", doubt));
}

function problems(form: CompiledForm, { expect }: FormExample, outcome: Outcome): Problem[] {
  if (!expect.problems) return [];
  const left = [...outcome.problems];
  const missing = expect.problems.flatMap(({ code, path }, at) => {
    const index = fieldAt(form, path);
    if (index === undefined) return [];
    const found = left.findIndex((one) => one.code === code && (one.path ?? "") === path);
    if (found < 0) return [exampleProblem("example.accepted", { title: form.fields[index]?.title ?? form.title }, `/expect/problems/${at}`)];
    left.splice(found, 1);
    return [];
  });
  return [...missing, ...left.map(({ title, path = "" }) => exampleProblem("example.refused", { problem: title }, `/answers${path}`))];
}

function values(form: CompiledForm, { expect }: FormExample, outcome: Outcome): Problem[] {
  const { kept } = known(form, expect.values ?? {});
  return differing(form, -1, kept, outcome.answers, { path: ["expect", "values"], facts: outcome.facts });
}

interface Where {
  path: string[];
  facts: Facts;
  /** Titles of the group, the table and the row that it stands in. */
  around?: Text;
}

function differing(form: CompiledForm, parent: number, expected: Record<string, unknown>, got: unknown, where: Where): Problem[] {
  const names = planOf(form).names.get(parent)!;
  return Object.entries(expected).flatMap(([name, value]) => {
    // The id of a row is no field.
    const index = names.get(name);
    if (index === undefined) return [];
    return oneField(form, index, value, isPlain(got) && Object.hasOwn(got, name) ? got[name] : undefined, { ...where, path: [...where.path, name] });
  });
}

function oneField(form: CompiledForm, index: number, expected: unknown, got: unknown, where: Where): Problem[] {
  const field = form.fields[index]!;
  const title = under(where.around, field.title);
  if (field.type === "group" && isPlain(expected)) return differing(form, index, expected, got, { ...where, around: title });
  if (field.type === "table" && Array.isArray(expected) && Array.isArray(got) && expected.length === got.length) {
    return expected.flatMap((row: unknown, at) => {
      const around = { th: `${say(title, "th")} แถวที่ ${at + 1}`, en: `${say(title, "en")}, row ${at + 1}` };
      return differing(form, index, isPlain(row) ? row : {}, got[at], { ...where, around, path: [...where.path, String(at)] });
    });
  }
  if (matches(expected, got)) return [];
  return [
    exampleProblem(
      "example.value",
      { title, expected: valueWords(field, expected, where.facts), got: valueWords(field, got, where.facts) },
      pointer(where.path),
    ),
  ];
}

const under = (around: Text | undefined, title: Text): Text =>
  around === undefined ? title : { th: `${say(around, "th")} › ${say(title, "th")}`, en: `${say(around, "en")} › ${say(title, "en")}` };

/** Of a map only the members that are named; what is empty is empty in any way. */
function matches(expected: unknown, got: unknown): boolean {
  if (isEmpty(expected)) return isEmpty(got);
  if (Array.isArray(expected)) return Array.isArray(got) && got.length === expected.length && expected.every((item, at) => matches(item, got[at]));
  if (isPlain(expected))
    return isPlain(got) && Object.entries(expected).every(([name, value]) => matches(value, Object.hasOwn(got, name) ? got[name] : undefined));
  return expected === got;
}

/** A value as people read it. What its kind has no words for is told as it is written. */
export function valueWords({ type, options }: CompiledField, value: unknown, facts: Facts): Text {
  if (isEmpty(value)) return { th: "ว่าง", en: "empty" };
  const words = (language: "th" | "en") => kinds[type].show(value, options, facts, language) || String(JSON.stringify(value)).slice(0, 80);
  return { th: words("th"), en: words("en") };
}

function visibility(form: CompiledForm, { expect }: FormExample, outcome: Outcome): Problem[] {
  const top = planOf(form).names.get(-1)!;
  const look = (names: readonly string[] = [], list: "shown" | "hidden") =>
    names.flatMap((name, at) => {
      const index = top.get(name);
      if (index === undefined || outcome.shown.has(name) === (list === "shown")) return [];
      return [exampleProblem(list === "shown" ? "example.not-shown" : "example.not-hidden", { title: form.fields[index]!.title }, `/expect/${list}/${at}`)];
    });
  return [...look(expect.shown, "shown"), ...look(expect.hidden, "hidden")];
}

/** Where a workflow alone decides: the path of what is said about the next step. */
export const nextPath = "/expect/next";

function next(form: CompiledForm, example: FormExample, outcome: Outcome): Problem[] {
  const expected = example.expect.next;
  if (expected === undefined || outcome.next === expected) return [];
  if (!actionIn(form, example)) return [exampleProblem("example.unknown-action", {}, nextPath, doubt)];
  const title = (state: string) => stateTitle(form.workflow.definition, state);
  if (outcome.next === undefined) return [exampleProblem("example.not-sent", { expected: title(expected) }, nextPath)];
  return [exampleProblem("example.next", { expected: title(expected), got: title(outcome.next) }, nextPath)];
}
