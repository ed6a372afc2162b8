// Large records and hostile actions: what an action costs grows with what it carries, never with its changes times the rows beside them.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { limits } from "../../../engine/definition/limits.js";
import { canonical, sameAnswer } from "../../../engine/record/canonical.js";
import { actionLimits } from "../../../engine/record/read-action.js";
import { rebase } from "../../../engine/record/rebase.js";
import { Retired, retire } from "../../../engine/record/retired.js";
import type { Change, FieldSchema, WorkflowDefinition } from "../../../schemas/types.js";
import { director, teacher } from "../../help/people.js";
import { buying, purchase } from "../../help/purchase.js";
import { type Answers, fieldId, formOf, Scenario } from "../../help/scenario.js";

const rowId = (n: number) => String(n).padStart(26, "0");
const goods = (count: number) => Array.from({ length: count }, (_, n) => ({ $row: rowId(n), name: `ของ ${n}`, quantity: 1, price: 5 }));
const story = new Scenario(purchase, buying);
/** The same without signatures: they name sections of the purchase. */
const buyingFreely: WorkflowDefinition = {
  ...buying,
  actions: buying.actions.filter(({ id }) => id === "submit").map(({ sign: _, ...action }) => ({ ...action, to: "done" })),
  states: buying.states.filter(({ id }) => id === "done"),
};
const quantityOf = (n: number, was: unknown, to: unknown): Change => ({ path: `${fieldId("goods")}/${rowId(n)}/${fieldId("quantity")}`, was, to });

/** How often rows were looked at while every one of them was changed. */
function looks(count: number): number {
  let seen = 0;
  const watch: ProxyHandler<{ $row: string }> = {
    get: (row, key) => {
      if (key === "$row") seen++;
      return Reflect.get(row, key);
    },
  };
  const watched = goods(count).map((row) => new Proxy(row, watch));
  const changes = goods(count).map((_, n) => quantityOf(n, 1, 2));
  const { answers, applied } = rebase(story.form, { goods: watched }, changes);
  expect(applied).toHaveLength(count);
  expect((answers.goods as { quantity: number }[]).every(({ quantity }) => quantity === 2)).toBe(true);
  return seen;
}

test("changing every row of a table twice as long looks at rows twice as often", () => {
  expect(looks(400)).toBeLessThanOrEqual(2 * looks(200));
});

test("as many rows as a table may have are sent at once, and all changed at once", () => {
  const full = new Scenario(purchase, buying).does(teacher, "submit", { answers: { subject: "ก", goods: goods(limits.rows) } });
  expect(full.answers.amount).toBe(5 * limits.rows);
  full.does(director, "return", { comment: "แก้" });
  full.does(teacher, "edit", { answers: { goods: goods(limits.rows).map((row) => ({ ...row, quantity: 2 })) } });
  expect(full.answers.amount).toBe(10 * limits.rows);
});

describe("refused before anything is worked out", () => {
  test("one row more than a table may have", () => {
    const { problems } = new Scenario(purchase, buying).does(teacher, "submit", { answers: { subject: "ก", goods: goods(limits.rows + 1) } });
    expect(problems).toMatchObject([{ code: "field.too-many", path: "/goods", params: { count: limits.rows + 1, limit: limits.rows } }]);
  });

  test("more cells than a record may have: each row takes all its columns", () => {
    const columns = Object.fromEntries(
      Array.from({ length: 200 }, (_, n): [string, FieldSchema] => [
        `c${n}`,
        { "x-field": "integer", type: "integer", "x-id": `z${String(n).padStart(9, "0")}` },
      ]),
    );
    const sheet: FieldSchema = { "x-field": "table", type: "array", items: { type: "object", properties: columns } };
    const wide = new Scenario(
      formOf({
        group: {
          "x-field": "group",
          type: "object",
          properties: {
            wide: sheet,
            other: { ...sheet, "x-id": "other00000", items: { type: "object", properties: { one: { type: "string", "x-field": "text" } } } },
          },
        },
      }),
      buyingFreely,
    );
    const rows = (count: number) => Array.from({ length: count }, (_, n) => ({ $row: rowId(n), c0: n }));
    wide.does(teacher, "submit", { answers: { group: { wide: rows(1501), other: [{ $row: rowId(1), one: "ก" }] } } });
    expect(wide.problems).toMatchObject([{ code: "field.too-many-cells", path: "/group/wide", params: { count: 1501 * 200 + 1, limit: limits.cells } }]);
    expect(wide.does(teacher, "submit", { answers: { group: { wide: rows(1499) } } }).problems).toEqual([]);
  });

  const twice: [string, Change[]][] = [
    ["a cell", [quantityOf(0, 1, 2), quantityOf(0, 2, 3)]],
    ["a row", [1, 2].map((price) => ({ path: `${fieldId("goods")}/${rowId(7)}`, to: { [fieldId("price")]: price } }))],
    ["an order", [[1, 0].map(rowId), [0, 1].map(rowId)].map((to) => ({ path: fieldId("goods"), to }))],
    ["a field", ["ข", "ค"].map((to) => ({ path: fieldId("subject"), to }))],
  ];
  test.each(twice)("%s that is named twice", (_, changes) => {
    const { problems } = rebase(story.form, { goods: goods(2) }, changes);
    expect(problems).toMatchObject([{ code: "record.path-twice" }]);
  });

  test("an action of nothing but mistakes is told the first of them", () => {
    const unknown = Array.from({ length: 2_000 }, (_, n) => ({ path: `nothing${n}`, to: 1 }));
    expect(rebase(story.form, {}, unknown).problems).toHaveLength(actionLimits.problems);
    const pending = new Scenario(purchase, buying).does(teacher, "submit", { answers: { subject: "ก", goods: goods(600) } });
    const closed = goods(600).map((_, n) => quantityOf(n, 1, 2));
    expect(pending.does(director, "edit", { changes: closed }).refused).toEqual(Array(actionLimits.problems).fill("record.sealed"));
  });

  test("but a row and its cells are different places", () => {
    const changes = [quantityOf(0, 1, 2), quantityOf(1, 1, 2), { path: `${fieldId("goods")}/${rowId(2)}`, to: { [fieldId("quantity")]: 9 } }];
    const { problems, answers } = rebase(story.form, { goods: goods(2) }, changes);
    expect(problems).toEqual([]);
    expect((answers.goods as { quantity: number }[]).map(({ quantity }) => quantity)).toEqual([2, 2, 9]);
  });
});

test("what was given to be changed stays as it was", () => {
  const before = { subject: "ก", goods: goods(3) };
  const kept = structuredClone(before);
  const changes = [{ path: fieldId("subject"), was: "ก" }, quantityOf(1, 1, 4), { path: `${fieldId("goods")}/${rowId(2)}`, was: cells(2) }];
  const { answers } = rebase(story.form, before, changes);
  expect(answers).toEqual({ goods: [kept.goods[0], { ...kept.goods[1], quantity: 4 }] });
  expect(before).toEqual(kept);
});

function cells(n: number): Answers {
  const { $row: _, ...row } = goods(n + 1)[n]!;
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [fieldId(name), value]));
}

test("two answers are the same when their canonical texts are", () => {
  const value = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }, [1, 2], [1]));
  const filled = value.filter((one) => one !== null && one !== "" && !(Array.isArray(one) && one.length === 0));
  fc.assert(
    fc.property(filled, filled, (a, b) => {
      expect(sameAnswer(a, b)).toBe(canonical(a) === canonical(b));
      expect(sameAnswer(a, structuredClone(a))).toBe(true);
    }),
    { numRuns: 1000, seed: 11 },
  );
  for (const none of [undefined, null, "", []]) expect(sameAnswer(none, null)).toBe(true);
  expect(sameAnswer([], {})).toBe(false);
});

describe("retired values", () => {
  test("never take the place of one another, in whatever order they come back", () => {
    const retired: Answers = { f: 1 };
    retire(retired, "f", 2);
    retire(retired, "f", 3);
    expect(retired).toEqual({ f: 3, "f~1": 1, "f~2": 2 });
    const back = new Retired(retired);
    expect(back.take("f", (value) => value === 1)).toBe(1);
    retire(back.values, "f", 4);
    expect(Object.values(back.values).sort()).toEqual([2, 3, 4]);
  });

  test("are found by the rows they lie in", () => {
    const kept = new Retired({ "t/A/x": 1, "t/A/y": 2, "t/B/x": 3, u: 4 });
    expect([...new Set(kept.rows("t"))]).toEqual(["A", "B"]);
    expect(kept.rows("u")).toEqual([]);
    expect([kept.take("t/A/x", () => true), kept.take("t/A/x", () => true), kept.take("t", () => true)]).toEqual([1, undefined, undefined]);
  });
});
