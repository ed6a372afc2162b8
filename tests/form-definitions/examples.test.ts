// Every example beside a form comes out as it says: a valid one without a problem, an invalid one with just the problems it names.
import { describe, expect, test } from "vitest";
import type { Facts } from "../../engine/expression/facts.js";
import { validateAnswers } from "../../engine/validate/validate.js";
import { codes, compiled, type Example, examplesOf, formNames } from "../help/library.js";

const organization = {
  id: "school",
  kind: "school",
  name: { th: "โรงเรียนเทศบาล 1", en: "School 1" },
  ancestors: [{ id: "lao", kind: "lao", name: { th: "เทศบาลตำบลทุ่งสายบัว" } }],
};

function facts(example: Example): Facts {
  const lookups = Object.fromEntries(Object.entries(example.lookups).map(([name, value]) => [name, { value, at: "2026-11-24T00:00:00.000Z" }]));
  return { today: example.today, author: example.author as unknown as NonNullable<Facts["author"]>, organization, lookups, codes: codes(), labels: {} };
}

describe.each(formNames)("examples of %s", (name) => {
  const form = compiled(name);
  const examples = examplesOf(name);

  test("there are at least three, of both kinds", () => {
    expect(examples.filter(({ file }) => file.startsWith("valid-")).length).toBeGreaterThanOrEqual(3);
    expect(examples.filter(({ file }) => file.startsWith("invalid-")).length).toBeGreaterThanOrEqual(3);
  });

  test.each(examples.map((example) => [example.file, example] as const))("%s", (file, example) => {
    const { problems, answers } = validateAnswers(form, example.answers, facts(example), "complete");
    const refusing = problems.filter(({ level }) => level !== "warn").map(({ code, path }) => ({ code, path }));
    expect(refusing).toEqual(example.expect.problems);
    expect(example.expect.problems.length === 0).toBe(file.startsWith("valid-"));
    expect(answers).toMatchObject(example.expect.values ?? {});
  });
});
