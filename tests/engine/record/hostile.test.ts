// Whatever comes as an action: a record or problems, never a throw, and never a way around the rules.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { act } from "../../../engine/record/act.js";
import type { Action } from "../../../schemas/types.js";
import { director, teacher } from "../../help/people.js";
import { buying, purchase } from "../../help/purchase.js";
import { fieldId, Scenario } from "../../help/scenario.js";

const pen = { $row: "00000000000000000000000PEN", name: "ปากกา", quantity: 10, price: 12 };
const story = new Scenario(purchase, buying).does(teacher, "submit", { answers: { subject: "ก", goods: [pen] } }).does(director, "return", { comment: "แก้" });
const good = story.action("edit", { answers: { subject: "ข" } });
const tried = (action: unknown, record = story.record) => act(record, action as Action, story.context(teacher));
const codes = (action: unknown) => {
  const result = tried(action);
  return Array.isArray(result) ? result.map(({ code }) => code) : "acted";
};

const ids = story.form.fields.map(({ id }) => id);
const piece = fc.oneof(fc.constantFrom(...ids, pen.$row, "__proto__", "constructor", "$row", "", "0"), fc.string({ maxLength: 6 }));
const path = fc.array(piece, { minLength: 1, maxLength: 5 }).map((parts) => parts.join("/"));
const wild = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom("ก", 10, 12, true, null, "2026-11-25", pen) },
);
const change = fc.record({ path, was: wild, to: wild }, { requiredKeys: ["path"] });
const outcome = (result: ReturnType<typeof tried>): void => {
  if (!Array.isArray(result)) {
    expect(result.record.rev).toBeGreaterThan(0);
    return;
  }
  expect(result.length).toBeGreaterThan(0);
  for (const problem of result)
    expect(problem).toMatchObject({ code: expect.stringMatching(/^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$/), title: { th: expect.any(String) } });
};

test("any JSON as an action is acted on or refused", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (action) => outcome(tried(action))),
    { numRuns: 500, seed: 1 },
  );
});

test("any members in place of the right ones are acted on or refused", () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(good), "extra"), wild, (key, value) => outcome(tried({ ...good, [key]: value }))),
    { numRuns: 500, seed: 2 },
  );
});

test("any changes at all never reach what is computed, numbered or signed", () => {
  const { no, amount } = story.answers;
  fc.assert(
    fc.property(fc.array(change, { maxLength: 6 }), fc.boolean(), (changes, fresh) => {
      const result = tried({ ...good, type: fresh ? "submit" : "edit", changes }, fresh ? null : story.record);
      outcome(result);
      if (Array.isArray(result) || fresh) return;
      const answers = result.record.answers as { no?: unknown; amount?: unknown; goods?: { cost: unknown; quantity: number; price: number }[] };
      expect(answers.no).toBe(no);
      for (const { cost, quantity, price } of answers.goods ?? []) if (cost !== undefined) expect(cost).toBeCloseTo(quantity * price);
      expect(Object.keys(result.record.answers).every((name) => story.form.fields.some((field) => field.name === name))).toBe(true);
    }),
    { numRuns: 1000, seed: 3 },
  );
  expect(amount).toBe(120);
  expect(Object.prototype).not.toHaveProperty("polluted");
});

describe("by name", () => {
  const rows: [string, unknown, string | string[]][] = [
    ["nothing", null, ["record.bad-action"]],
    ["a list", [], ["record.bad-action"]],
    ["no members", {}, ["record.bad-action", "record.bad-action", "record.bad-action", "record.bad-action"]],
    ["an unknown member", { ...good, admin: true }, ["record.bad-action"]],
    ["a moment that is none", { ...good, madeAt: "2026-13-45T99:00:00.000Z" }, ["record.bad-action"]],
    ["a base below zero", { ...good, base: -1 }, ["record.bad-action"]],
    ["changes that are none", { ...good, changes: {} }, ["record.bad-action"]],
    ["a change without a path", { ...good, changes: [{ to: 1 }] }, ["record.bad-action"]],
    ["a change with a strange member", { ...good, changes: [{ path: "x", by: "me" }] }, ["record.bad-action"]],
    ["a path as long as a book", { ...good, changes: [{ path: "x/".repeat(5000) }] }, ["record.bad-action"]],
    ["more changes than a form has", { ...good, changes: Array.from({ length: 20_001 }, () => ({ path: "x" })) }, ["record.too-large"]],
    [
      "a value 5,000 deep",
      { ...good, changes: [{ path: fieldId("subject"), to: JSON.parse(`${"[".repeat(5000)}${"]".repeat(5000)}`) }] },
      ["record.too-large"],
    ],
    ["a text of five million letters", { ...good, changes: [{ path: fieldId("subject"), to: "ก".repeat(5_000_000) }] }, ["record.too-large"]],
    ["another form", { ...good, form: "other" }, ["record.other-form"]],
    ["another record's id", { ...good, record: "00000000000000000000000XXX" }, ["record.other-form"]],
    ["an action of the prototype", { ...good, type: "constructor", changes: [] }, ["workflow.unknown-action"]],
    ["an object where a text belongs", { ...good, changes: [{ path: fieldId("subject"), was: "ก", to: { toString: "x" } }] }, ["field.type"]],
    ["a row id that is no id", { ...good, changes: [{ path: `${fieldId("goods")}/short`, to: {} }] }, ["field.row-id"]],
    ["the same again", good, "acted"],
  ];
  test.each(rows)("%s", (_, action, expected) => expect(codes(action)).toEqual(expected));
});

test("no place, another's place, and a form that is not for everybody", () => {
  const submit = (actor: typeof teacher, organization = story.place as typeof story.place | undefined) => {
    const context = story.context(actor);
    const facts = { ...context.facts, organization };
    if (!organization) delete facts.organization;
    const result = act(null, { ...good, type: "submit", changes: [{ path: fieldId("subject"), to: "ก" }] }, { ...context, facts });
    return Array.isArray(result) ? result[0]!.code : result.record.organization;
  };
  const other = { id: "SCHOOL2", kind: "school", name: "อื่น", ancestors: [{ id: "LAO", kind: "lao", name: "อปท." }] };
  expect(submit(teacher)).toBe("SCHOOL");
  expect(submit(teacher, undefined)).toBe("SCHOOL");
  expect(submit({ ...teacher, positions: [] })).toBe("workflow.not-yours");
  expect(submit(director, other)).toBe("record.other-place");
  const knowsAbove = { ...teacher, positions: teacher.positions.map((held) => ({ ...held, above: ["SCHOOL", "LAO"] })) };
  expect(submit(knowsAbove)).toBe("SCHOOL");
  expect(submit(knowsAbove, other)).toBe("record.other-place");
});
