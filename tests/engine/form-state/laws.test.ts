// Laws of the form state: however it came about, it is what working everything out afresh gives; and the whole check agrees with it.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Facts } from "../../../engine/expression/facts.js";
import { type FormState, openForm } from "../../../engine/form-state/form-state.js";
import { validateAnswers } from "../../../engine/validate/validate.js";
import type { FieldSchema, Problem } from "../../../schemas/types.js";
import { rowId } from "../../help/forms.js";
import { type Draw, knownFacts, randomAnswer, randomAnswers, randomForm } from "../../help/random-forms.js";

const unknownFacts: Facts = { ...knownFacts, lookups: {} };
const otherFacts: Facts = { ...knownFacts, lookups: { taken: { value: 1, at: "2026-11-25T00:00:00.000Z" } } };
const laterFacts: Facts = { ...knownFacts, today: "2027-01-01" };

/** Every field there is, in every row, with its schema and path. */
function places(state: FormState, properties: Record<string, FieldSchema>, path: string[] = []): { path: string[]; schema: FieldSchema }[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const here = [...path, name];
    const inside = schema["x-field"] === "group" ? places(state, schema.properties!, here) : [];
    const rows = schema["x-field"] === "table" ? state.node(here).rows!.flatMap((row) => places(state, schema.items!.properties!, [...here, row])) : [];
    return [{ path: here, schema }, ...inside, ...rows];
  });
}

function step(draw: Draw, state: FormState, properties: Record<string, FieldSchema>, number: number): FormState {
  const all = places(state, properties);
  const { path, schema } = all[draw(fc.nat, all.length - 1)]!;
  const kind = draw(fc.nat, 9);
  if (kind === 0) return state.withFacts([knownFacts, unknownFacts, otherFacts, laterFacts][draw(fc.nat, 3)]!);
  if (schema["x-field"] === "table" && kind < 7) {
    const { rows = [] } = state.node(path);
    const row = rows[draw(fc.nat, Math.max(0, rows.length - 1))];
    if (kind < 4 || row === undefined)
      return state.addRow(path, rowId(100 + number), randomAnswers(draw, schema.items!.properties!, 0), draw(fc.nat, rows.length));
    return kind < 6 ? state.removeRow(path, row) : state.moveRow(path, row, draw(fc.nat, rows.length - 1));
  }
  if (kind === 1) return state.answer(path, null);
  return state.answer(path, randomAnswer(draw, schema, schema["x-field"] === "table" || schema["x-field"] === "group" ? 0 : 5));
}

/** All that a screen could draw. */
function picture(state: FormState, properties: Record<string, FieldSchema>): unknown {
  return places(state, properties).map(({ path }) => {
    const { field: _, problems, ...node } = state.node(path);
    return [path.join("/"), node, problems.map(short)];
  });
}

const short = ({ code, path, level }: Problem): string => `${code} ${path} ${level ?? ""}`;

test("a state that came about step by step is what opening afresh gives", () => {
  let compared = 0;
  fc.assert(
    fc.property(fc.gen(), (draw) => {
      const { definition, form } = randomForm(draw);
      const { properties } = definition.schema;
      const given = randomAnswers(draw, properties, 0);
      let state = openForm(form, given, knownFacts);
      for (let number = 0; number < 8; number++) state = step(draw, state, properties, number);
      const { answers, facts } = state;
      // A form without an answer opens with its defaults, so it is another form.
      if (Object.keys(answers).length === 0) return;
      compared++;
      // Only the options that were there at first may still be retired ones, so the fresh one opens with the first answers too.
      const fresh = openForm(form, answers, facts);
      expect(picture(state, properties)).toEqual(picture(fresh, properties));
      expect(state.missing()).toBe(fresh.missing());
      expect(state.missing()).toBe(
        places(state, properties).filter(({ path }) =>
          state.node(path).problems.some(({ code, path: at }) => code === "field.required" && at === pointerOf(state, path)),
        ).length,
      );
    }),
    { numRuns: 400, seed: 68, endOnFailure: true },
  );
  expect(compared).toBeGreaterThan(300);
});

// The pointer of a path, counting rows.
function pointerOf(state: FormState, path: readonly string[]): string {
  let pointer = "";
  for (const [at, part] of path.entries()) {
    const holder = path.slice(0, at);
    const rows = holder.length && state.has(holder) ? state.node(holder).rows : undefined;
    pointer += `/${rows ? rows.indexOf(part) : part}`;
  }
  return pointer;
}

test("the whole check finds what the state finds, and keeps what it shows", () => {
  fc.assert(
    fc.property(fc.gen(), (draw) => {
      const { definition, form } = randomForm(draw);
      const { properties } = definition.schema;
      let state = openForm(form, randomAnswers(draw, properties, 0), knownFacts);
      for (let number = 0; number < 6; number++) state = step(draw, state, properties, number);
      const whole = validateAnswers(form, state.answers, state.facts, "complete");
      expect(state.problems().map(short).sort()).toEqual(
        whole.problems
          .filter(({ code }) => code !== "field.not-in-form")
          .map(short)
          .sort(),
      );
      for (const { path, schema } of places(state, properties)) {
        if (path.length > 1 || schema["x-field"] === "group" || schema["x-field"] === "table") continue;
        const { shown, value } = state.node(path);
        if (!shown && schema["x-hidden"] !== "keep") expect(whole.answers, path.join("/")).not.toHaveProperty(path);
        if (shown && schema["x-value"]) expect(whole.answers[path[0]!]).toEqual(value);
      }
    }),
    { numRuns: 400, seed: 69, endOnFailure: true },
  );
});

test("a path that is not said to have changed has not", () => {
  fc.assert(
    fc.property(fc.gen(), (draw) => {
      const { definition, form } = randomForm(draw);
      const { properties } = definition.schema;
      let state = openForm(form, randomAnswers(draw, properties, 0), knownFacts);
      for (let number = 0; number < 6; number++) {
        const before = new Map(places(state, properties).map(({ path }) => [path.join("/"), leafPicture(state, path)]));
        state = step(draw, state, properties, number);
        for (const { path } of places(state, properties)) {
          const key = path.join("/");
          if (!state.changed.has(key) && before.has(key)) expect(leafPicture(state, path), key).toEqual(before.get(key));
        }
      }
    }),
    { numRuns: 200, seed: 70, endOnFailure: true },
  );
});

// Of a field alone: what stands inside a group or table has paths of its own, and rows are counted anew when they move.
function leafPicture(state: FormState, path: readonly string[]): unknown {
  const { field, value, shown, required, problems, rows } = state.node(path);
  const holds = field.type === "group" || field.type === "table";
  return { value: holds ? undefined : value, rows, shown, required, problems: problems.map(({ code, title }) => [code, title.th]) };
}
