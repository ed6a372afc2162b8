// The law of the two verdicts: what the engine accepts, Ajv accepts. Random forms of all kinds of fields with random answers look for a breach.
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { publishedSchema, shapeSchema } from "../../../engine/compile/schema.js";
import { compilePattern } from "../../../engine/expression/pattern.js";
import { isProblem } from "../../../engine/problem/problem.js";
import { validateAnswers } from "../../../engine/validate/validate.js";
import { compiled, field } from "../../help/forms.js";
import { knownFacts, randomAnswers, randomForm } from "../../help/random-forms.js";

// Patterns run on the engine's own matcher, as on the server.
const regExp = Object.assign(
  (source: string) => {
    const made = compilePattern(source);
    if (isProblem(made)) throw new Error(made.title.en);
    return made;
  },
  { code: "" },
);

function ajv(schema: Record<string, unknown>) {
  const judge = new Ajv2020({ allErrors: true, strict: true, code: { regExp: regExp as never } });
  (addFormats as unknown as (ajv: Ajv2020) => void)(judge);
  return judge.compile(schema);
}

describe("what the engine accepts, Ajv accepts", () => {
  test.each(["complete", "shape"] as const)("a %s record", (check) => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const { definition, form } = randomForm(draw);
        const answers = randomAnswers(draw, definition.schema.properties, 3);
        const { problems, answers: kept } = validateAnswers(form, answers, knownFacts, check);
        if (problems.some(({ level }) => level !== "warn")) return;
        accepted++;
        const judge = ajv(check === "complete" ? publishedSchema(form) : shapeSchema(form));
        expect(judge(JSON.parse(JSON.stringify(kept))), JSON.stringify({ kept, errors: judge.errors })).toBe(true);
        // What was accepted once is accepted again, and stays what it is.
        expect(validateAnswers(form, kept, knownFacts, check, kept)).toMatchObject({ answers: kept });
      }),
      { numRuns: 600, seed: 2569, endOnFailure: true },
    );
    expect(accepted, "enough forms were accepted for the law to mean something").toBeGreaterThan(60);
  });
});

describe("Ajv refuses as well what it can see", () => {
  test.each<[string, unknown]>([
    ["a missing answer", {}],
    ["an answer that is no number", { a: "x" }],
    ["an answer beyond its bounds", { a: 99 }],
    ["an answer to no field", { a: 1, b: 2 }],
  ])("%s", (_what, answers) => {
    const form = compiled({ a: field("integer", { maximum: 10 }) }, { required: ["a"] });
    expect(ajv(publishedSchema(form))(answers)).toBe(false);
    expect(validateAnswers(form, answers, knownFacts, "complete").problems).not.toEqual([]);
  });
});
