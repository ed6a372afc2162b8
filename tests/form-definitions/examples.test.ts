// Every example beside a form becomes part of the form, and comes out as it says: a valid one without a problem, an invalid one with just the problems it names.
import { describe, expect, test } from "vitest";
import { checkDefinition } from "../../engine/definition/check.js";
import { limits } from "../../engine/definition/limits.js";
import { measure } from "../../engine/definition/measure.js";
import { runExample } from "../../engine/record/example/run.js";
import { codes, compiled, formNames, formOf } from "../help/library.js";

describe.each(formNames)("examples of %s", (name) => {
  const definition = formOf(name);
  const form = compiled(name);
  const examples = definition.examples ?? [];

  test("they are a part of the form, far below its limit", () => {
    expect(checkDefinition(definition)).toEqual([]);
    expect(measure(definition, limits).bytes).toBeLessThan(limits.bytes / 10);
  });

  test("there are at least three, of both kinds", () => {
    expect(examples.filter(({ id }) => id.startsWith("valid-")).length).toBeGreaterThanOrEqual(3);
    expect(examples.filter(({ id }) => id.startsWith("invalid-")).length).toBeGreaterThanOrEqual(3);
  });

  test.each(examples.map((example) => [example.id, example] as const))("%s", (id, example) => {
    expect(runExample(form, example, codes()).differences).toEqual([]);
    expect(example.expect.problems!.length === 0).toBe(id.startsWith("valid-"));
  });
});
