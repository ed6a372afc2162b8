// Each kind as plain JSON Schema: Ajv accepts what the kind accepts, and refuses what it can see is no such answer.
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { expect, test } from "vitest";
import { optionsOf } from "../../../engine/definition/options-of.js";
import { isEmpty } from "../../../engine/fields/field.js";
import { cleaned, kinds } from "../../../engine/fields/index.js";
import type { FieldSchema, FieldType } from "../../../schemas/types.js";
import { knownFacts, randomAnswer } from "../../help/random-forms.js";

const inside: Partial<Record<FieldType, FieldSchema>> = {
  select: { "x-codes": "colours" },
  "multi-select": { "x-codes": "colours", maxItems: 2 },
  text: { minLength: 2, maxLength: 6 },
  integer: { minimum: 2, maximum: 9 },
  photo: { type: "array", maxItems: 1 },
};
const leaves = (Object.keys(kinds) as FieldType[]).filter((type) => !["group", "table", "note"].includes(type));

test.each(leaves)("%s", (type) => {
  const schema: FieldSchema = { "x-field": type, ...inside[type] };
  const options = optionsOf(type, schema);
  const ajv = new Ajv2020({ strict: true });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  const judge = ajv.compile(kinds[type].schema(options));
  let accepted = 0;
  fc.assert(
    fc.property(fc.gen(), fc.anything(), (draw, anything) => {
      for (const raw of [randomAnswer(draw, schema, 20), anything]) {
        const value = cleaned(type, raw, options);
        if (isEmpty(value) || kinds[type].validate(value, { title: "ช่อง", options, path: "" }, knownFacts).length) continue;
        accepted++;
        expect(judge(value), JSON.stringify([value, judge.errors])).toBe(true);
      }
    }),
    { numRuns: 300, seed: 26, endOnFailure: true },
  );
  expect(accepted, "some answers were right").toBeGreaterThan(type === "computed" ? 0 : 30);
  expect(judge(type === "yes-no" ? "x" : true), "nonsense is refused by the plain schema too").toBe(false);
});
