// All that can be expected of an example as it comes out now: for keeping it, and for taking the new result.
import type { ExampleExpectation, FormExample } from "../../../schemas/types.js";
import type { CompiledForm } from "../../compile/compiled.js";
import { planOf } from "../../compile/plan.js";
import { isEmpty } from "../../fields/field.js";
import { rowKey } from "../../fields/table.js";
import { isPlain, known } from "./known.js";
import { type ExampleCodes, type Outcome, outcomeOf } from "./outcome.js";

type Json = Record<string, unknown>;

/** Everything that came out: problems, what is computed, what rules show and hide, and the next step where there is one. */
export function expectationOf(form: CompiledForm, { problems, answers, shown, next }: Outcome): Required<Omit<ExampleExpectation, "next">> & { next?: string } {
  const ruled = ruledFields(form);
  // What is hidden is empty, and said to be hidden already.
  const seen = Object.entries(computed(form, -1, answers) ?? {}).filter(([name]) => shown.has(name));
  return {
    problems: problems.map(({ code, path = "" }) => ({ code, path })),
    values: Object.fromEntries(seen),
    shown: ruled.filter((name) => shown.has(name)),
    hidden: ruled.filter((name) => !shown.has(name)),
    ...(next !== undefined && { next }),
  };
}

/** The example with what it comes to now as what is expected, of the same things as before; answers of fields that are gone go. */
export function withNewResult(form: CompiledForm, example: FormExample, codes: ExampleCodes): FormExample {
  const { kept } = known(form, example.answers);
  const outcome = outcomeOf(form, example, codes);
  const now = expectationOf(form, outcome);
  const { problems, values, shown, hidden, next } = example.expect;
  const looked = new Set([...(shown ?? []), ...(hidden ?? [])]);
  const still = planOf(form).names.get(-1)!;
  const seen = [...looked].filter((name) => still.has(name));
  const expect: ExampleExpectation = {
    ...(problems && { problems: now.problems }),
    ...(values && { values: renewed(known(form, values).kept, outcome.answers) as Json }),
    ...((shown || hidden) && { shown: seen.filter((name) => outcome.shown.has(name)), hidden: seen.filter((name) => !outcome.shown.has(name)) }),
    ...(next !== undefined && now.next !== undefined && { next: now.next }),
  };
  return { ...example, answers: kept, expect };
}

/** The same members, as they are now; all of what is no map any more, or was none. */
function renewed(before: unknown, now: unknown): unknown {
  if (isEmpty(before)) return now ?? null;
  if (Array.isArray(before) && Array.isArray(now)) return now.map((item, at) => renewed(before[at] ?? before[0], item));
  if (!isPlain(before) || !isPlain(now)) return now ?? null;
  return Object.fromEntries(Object.entries(before).map(([name, value]) => [name, renewed(value, Object.hasOwn(now, name) ? now[name] : undefined)]));
}

/** Fields at the top that are not always shown: they have a rule, or their section has. */
function ruledFields(form: CompiledForm): string[] {
  const { sections, sectionOf, reading } = planOf(form);
  return reading.flatMap((index) => {
    const { name, show } = form.fields[index]!;
    return show || sections[sectionOf[index]!]?.show ? [name] : [];
  });
}

/** The part of the answers that formulas give; what they leave empty is null. */
function computed(form: CompiledForm, parent: number, answers: Json): Json | undefined {
  const found = (planOf(form).children.get(parent) ?? []).flatMap((index): [string, unknown][] => {
    const { name, type, value } = form.fields[index]!;
    const at = Object.hasOwn(answers, name) ? answers[name] : undefined;
    if (value) return [[name, withoutRowIds(at ?? null)]];
    if (type === "group") {
      const inside = computed(form, index, (at ?? {}) as Json);
      return inside ? [[name, inside]] : [];
    }
    if (type !== "table" || !Array.isArray(at)) return [];
    const rows = at.map((row) => computed(form, index, row as Json));
    return rows.some(Boolean) ? [[name, rows.map((row) => row ?? {})]] : [];
  });
  return found.length ? Object.fromEntries(found) : undefined;
}

/** Rows of a computed table are known by their place. */
function withoutRowIds(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((row: unknown) => {
    if (typeof row !== "object" || row === null) return row;
    const { [rowKey]: _, ...rest } = row as Json;
    return rest;
  });
}
