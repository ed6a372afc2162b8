// Records through versions of their form: by identity, nothing lost forwards or backwards.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { carry } from "../../../engine/record/carry.js";
import type { FieldSchema, FormDefinition, WorkflowDefinition } from "../../../schemas/types.js";
import { director, teacher } from "../../help/people.js";
import { type Answers, compiled, fieldId, formOf, Scenario } from "../../help/scenario.js";

const text: FieldSchema = { "x-field": "text", type: "string" };
const named = (name: string, more: FieldSchema = {}): FieldSchema => ({ ...text, ...more, "x-id": fieldId(name) });
const table = (columns: Record<string, FieldSchema>): FieldSchema => ({
  "x-field": "table",
  type: "array",
  "x-id": fieldId("rows"),
  items: { type: "object", properties: columns },
});
const flow: WorkflowDefinition = {
  kind: "workflow",
  id: "flow",
  title: "ทาง",
  states: [
    { id: "open", title: "เปิด", edit: { who: ["author"] } },
    { id: "end", title: "จบ", final: true },
  ],
  actions: [
    { id: "submit", title: "ส่ง", from: ["new"], to: "open" },
    { id: "close", title: "ปิด", from: ["open"], who: ["director"], to: "end" },
    { id: "sign", title: "ลงนาม", from: ["open"], who: ["author"], to: "open", sign: {} },
  ],
};
const version = (fields: Record<string, FieldSchema>, n = 1) => compiled(formOf(fields), flow, n);
const through = (from: Record<string, FieldSchema>, to: Record<string, FieldSchema>, answers: Answers, retired: Answers = {}) =>
  carry(version(from), version(to, 2), answers, retired);
const [A, B, rowsId] = [fieldId("a"), fieldId("b"), fieldId("rows")];
const row = (n: string, cells: Answers) => ({ $row: n.padStart(26, "0"), ...cells });
const at = (n: string) => n.padStart(26, "0");

describe("by identity", () => {
  test("a rename is a rename", () => {
    expect(through({ a: named("a") }, { other: named("a") }, { a: "1" })).toEqual({ answers: { other: "1" }, retired: {} });
  });

  test("another field under the same name is another field", () => {
    expect(through({ a: named("a") }, { a: named("b") }, { a: "1" })).toEqual({ answers: {}, retired: { [A]: "1" } });
  });

  test("a move into a group and out of it keeps the answer", () => {
    const group: FieldSchema = { "x-field": "group", type: "object", properties: { inner: named("a") } };
    expect(through({ a: named("a") }, { g: group }, { a: "1" }).answers).toEqual({ g: { inner: "1" } });
    expect(through({ g: group }, { a: named("a") }, { g: { inner: "1" } })).toEqual({ answers: { a: "1" }, retired: {} });
  });

  test("rows stay with their cells by column identity", () => {
    const answers = { rows: [row("1", { a: "x" }), row("2", { a: "y" })] };
    expect(through({ rows: table({ a: named("a") }) }, { list: table({ c: named("a") }) }, answers).answers).toEqual({
      list: [row("1", { c: "x" }), row("2", { c: "y" })],
    });
  });

  test("two fields that swap their names do not swap their answers", () => {
    expect(through({ a: named("a"), b: named("b") }, { a: named("b"), b: named("a") }, { a: "1", b: "2" }).answers).toEqual({ a: "2", b: "1" });
  });
});

describe("what has no place", () => {
  test("is retired under its identity, a cell's with its row", () => {
    expect(through({ a: named("a"), rows: table({ b: named("b") }) }, { c: named("c") }, { a: "1", rows: [row("1", { b: "x" })] })).toEqual({
      answers: {},
      retired: { [A]: "1", [`${rowsId}/${at("1")}/${B}`]: "x" },
    });
  });

  test("comes back when a version has its place again, rows and all", () => {
    const [one, two] = [{ a: named("a"), rows: table({ b: named("b") }) }, { c: named("c") }];
    const answers = { a: "1", rows: [row("1", { b: "x" }), row("2", { b: "y" })] };
    const away = through(one, two, answers);
    expect(through(two, one, away.answers, away.retired)).toEqual({ answers, retired: {} });
  });

  test("a column moved out of its table has no place for its many values", () => {
    const moved = through(
      { rows: table({ a: named("a"), b: named("b") }) },
      { rows: table({ b: named("b") }), a: named("a") },
      { rows: [row("1", { a: "x", b: "y" })] },
    );
    expect(moved).toEqual({ answers: { rows: [row("1", { b: "y" })] }, retired: { [`${rowsId}/${at("1")}/${A}`]: "x" } });
  });
});

describe("another type", () => {
  const number: FieldSchema = { "x-field": "number", type: "number", "x-id": A };
  test("a wider one takes the answer as it is", () => {
    expect(through({ a: { ...number, "x-field": "integer", type: "integer" } }, { a: number }, { a: 5 }).answers).toEqual({ a: 5 });
    const choice: FieldSchema = { "x-id": A, "x-field": "select", type: "string", "x-options": [{ id: "x", title: "X" }] };
    const many: FieldSchema = { "x-id": A, "x-field": "multi-select", type: "array", items: { type: "string" }, "x-options": [{ id: "x", title: "X" }] };
    expect(through({ a: choice }, { a: many }, { a: "x" }).answers).toEqual({ a: ["x"] });
  });

  test("another one retires it, and both values outlive going back", () => {
    const away = through({ a: named("a") }, { a: number }, { a: "ห้า" });
    expect(away).toEqual({ answers: {}, retired: { [A]: "ห้า" } });
    const back = through({ a: number }, { a: named("a") }, { a: 5 }, away.retired);
    expect(back).toEqual({ answers: { a: "ห้า" }, retired: { [A]: 5 } });
  });

  test("two values that neither version can hold are both kept", () => {
    const both = through({ a: number }, { c: named("c") }, { a: 5 }, { [A]: "ห้า" });
    expect(Object.values(both.retired).sort()).toEqual([5, "ห้า"]);
  });
});

test("forwards and back loses nothing, whatever the two versions are", () => {
  const columns = ["a", "b", "c", "d"];
  const fields = fc.record({
    top: fc.dictionary(fc.constantFrom("p", "q", "r"), fc.constantFrom(...columns)),
    inRows: fc.dictionary(fc.constantFrom("s", "t"), fc.constantFrom(...columns)),
  });
  const build = ({ top, inRows }: { top: Record<string, string>; inRows: Record<string, string> }) => {
    const used = new Set<string>();
    const fresh = (entries: Record<string, string>) =>
      Object.fromEntries(Object.entries(entries).flatMap(([name, id]) => (used.has(id) || !used.add(id) ? [] : [[name, named(id)]])));
    const [outer, inner] = [fresh(top), fresh(inRows)];
    return { z: named("z"), ...outer, ...(Object.keys(inner).length && { rows: table(inner) }) };
  };
  fc.assert(
    fc.property(fields, fields, (from, to) => {
      const [one, two] = [build(from), build(to)];
      const cells = (schema: Record<string, FieldSchema>, mark: string) =>
        Object.fromEntries(Object.keys(schema).flatMap((name) => (name === "rows" ? [] : [[name, `${mark}${name}`]])));
      const inRows = one.rows?.items?.properties;
      const answers = { ...cells(one, "v"), ...(inRows && { rows: ["1", "2"].map((n) => row(n, cells(inRows, n))) }) };
      const away = through(one, two, answers);
      const back = through(two, one, away.answers, away.retired);
      expect(back).toEqual({ answers, retired: {} });
    }),
    { numRuns: 200, seed: 7 },
  );
});

describe("an action on an older record", () => {
  const old = formOf({ a: named("a"), b: named("b") });
  const renamed = formOf({ x: named("a") });
  const begun = (form: FormDefinition = old) => new Scenario(form, flow).does(teacher, "submit", { answers: { a: "1", b: "2" } });

  test("stores it in the newest version, and the event says so", () => {
    const story = begun().publishes(renamed).does(director, "close");
    expect(story.record).toMatchObject({ release: "request@2", answers: { x: "1" }, retired: { [B]: "2" }, state: "end" });
    expect(story.events.at(-1)!.payload).toMatchObject({ carried: { from: "request@1", to: "request@2" } });
  });

  test("works out what the newer version computes, although nobody changed anything", () => {
    const story = begun().publishes(formOf({ a: named("a"), b: named("b"), both: { "x-field": "computed", type: "string", "x-value": "a + b" } }));
    expect(story.does(director, "close").record).toMatchObject({ release: "request@2", answers: { a: "1", b: "2", both: "12" } });
  });

  test("and back again by one more publish", () => {
    const story = begun().publishes(renamed).does(teacher, "edit").publishes(old).does(teacher, "edit");
    expect(story.record).toMatchObject({ release: "request@3", answers: { a: "1", b: "2" }, retired: {} });
  });

  test("a change made in the old version lands in the renamed field", () => {
    const story = begun().publishes(renamed);
    story.does(teacher, "edit", { changes: [{ path: A, was: "1", to: "9" }] });
    expect(story.answers).toEqual({ x: "9" });
  });

  test("a sealed record stays as it was signed", () => {
    const story = begun().does(teacher, "sign").publishes(renamed).does(director, "close");
    expect(story.record).toMatchObject({ release: "request@1", answers: { a: "1", b: "2" }, state: "end" });
  });

  test("nobody is held up by a field that a newer version requires and that is not theirs to fill", () => {
    const stricter = formOf({ a: named("a"), must: text }, { required: ["must"] });
    expect(begun().publishes(stricter).does(director, "close").record).toMatchObject({ release: "request@1", state: "end" });
    const story = begun().publishes(stricter);
    expect(story.does(teacher, "edit", { answers: { a: "3" } }).problems).toMatchObject([{ code: "field.required", path: "/must" }]);
  });

  test("a case whose state the newer workflow lost goes on in its own", () => {
    const other: WorkflowDefinition = {
      ...flow,
      states: [{ id: "kept", title: "เก็บ", final: true }],
      actions: [{ id: "submit", title: "ส่ง", from: ["new"], to: "kept" }],
    };
    expect(begun().publishes(renamed, other).does(director, "close").record).toMatchObject({ release: "request@1", state: "end" });
  });

  test("without the version it was written in, nothing is guessed", () => {
    const story = begun().publishes(renamed);
    delete story.older[1];
    expect(story.does(director, "close").problems).toMatchObject([{ code: "record.not-latest", params: { version: 1 } }]);
  });
});
