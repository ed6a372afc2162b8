// Filling a form: what is shown, required, computed and wrong as answers come; and that an answer wakes only who reads it.
import { describe, expect, test } from "vitest";
import { openForm } from "../../../engine/form-state/form-state.js";
import { compiled, factsOf, field, rowId, tableOf } from "../../help/forms.js";

const facts = factsOf();
const check = (rule: string, level?: "warn") => ({ "x-check": [{ rule, message: { th: "ไม่ผ่าน", en: "No" }, ...(level ? { level } : {}) }] });
const codes = (state: ReturnType<typeof openForm>) => state.problems().map(({ code, path }) => `${code} ${path}`);

describe("what is shown", () => {
  test("a hidden field keeps what was typed, and is empty to whoever reads it", () => {
    const form = compiled({ kind: field("text"), why: field("text", { "x-show": "kind == 'sick'" }), more: field("text", { "x-show": "why == 'long'" }) });
    let state = openForm(form, { kind: "sick", why: "long", more: "!" }, facts);
    expect(state.node(["more"]).shown).toBe(true);
    state = state.answer(["kind"], "other");
    expect(state.node(["why"])).toMatchObject({ shown: false, value: "long", problems: [] });
    expect(state.node(["more"]).shown).toBe(false);
    expect(state.answers).toEqual({ kind: "other", why: "long", more: "!" });
    expect(state.answer(["kind"], "sick").node(["more"])).toMatchObject({ shown: true, value: "!" });
  });

  test("a hidden group or section hides what is in it, and asks for none of it", () => {
    const form = compiled(
      {
        on: field("yes-no"),
        g: field("group", { "x-show": "on == true", properties: { house: field("text") }, required: ["house"] }),
        note: field("text", { "x-require": "true" }),
      },
      {
        layout: [
          {
            page: "ห",
            sections: [
              { id: "one", fields: ["on", "g"] },
              { id: "two", show: "on == true", fields: ["note"] },
            ],
          },
        ],
      },
    );
    let state = openForm(form, { on: false }, facts);
    expect([state.node(["g", "house"]).shown, state.node(["note"]).shown, state.shows("two"), state.missing()]).toEqual([false, false, false, 0]);
    state = state.answer(["on"], true);
    expect([state.node(["g", "house"]).shown, state.node(["note"]).shown, state.shows("two"), state.missing()]).toEqual([true, true, true, 2]);
    expect(codes(state)).toEqual(["field.required /g/house", "field.required /note"]);
  });
});

describe("what is required", () => {
  const form = compiled(
    {
      a: field("text", { title: "ชื่อ" }),
      b: field("select", { title: "สี", enum: ["red"] }),
      c: field("file", { title: "ใบรับรอง", "x-require": "b == 'red'" }),
      t: tableOf({ x: field("text") }, { title: "รายการ" }),
    },
    { required: ["a", "b", "t"] },
  );

  test("each is asked for in its own words, and counted", () => {
    const state = openForm(form, {}, facts);
    expect(state.problems().map(({ title }) => title.th)).toEqual(["ยังไม่ได้กรอก “ชื่อ”", "ยังไม่ได้เลือก “สี”", "ยังไม่ได้เพิ่มแถวใน “รายการ”"]);
    expect(state.missing()).toBe(3);
    const later = state.answer(["b"], "red");
    expect(later.problems().map(({ title }) => title.th)).toEqual(["ยังไม่ได้กรอก “ชื่อ”", "ยังไม่ได้แนบ “ใบรับรอง”", "ยังไม่ได้เพิ่มแถวใน “รายการ”"]);
    expect(later.node(["c"])).toMatchObject({ required: true });
    expect(later.answer(["a"], "  ").missing()).toBe(3);
    expect(later.answer(["a"], "ก").answer(["c"], "f1").addRow(["t"], rowId(1)).missing()).toBe(0);
  });

  test("a group that is required wants one of its fields", () => {
    const one = compiled({ g: field("group", { properties: { a: field("text"), b: field("text") } }) }, { required: ["g"] });
    const state = openForm(one, {}, facts);
    expect(codes(state)).toEqual(["field.required /g"]);
    expect(codes(state.answer(["g", "b"], "x"))).toEqual([]);
    expect(codes(state.answer(["g", "b"], "x").answer(["g", "b"], null))).toEqual(["field.required /g"]);
  });
});

describe("what is computed", () => {
  test("money adds up as people add it", () => {
    const form = compiled({
      a: field("money"),
      b: field("money"),
      sum: field("money", { "x-value": "a + b" }),
      vat: field("money", { "x-value": "sum * 0.07" }),
    });
    const state = openForm(form, { a: 0.1, b: 0.2 }, facts);
    expect(state.node(["sum"])).toMatchObject({ value: 0.3, computed: true, readOnly: true });
    expect(state.node(["vat"]).value).toBe(0.02);
    expect(state.answer(["a"], 1.005).answers).toMatchObject({ sum: 1.21 });
  });

  test("nobody types it, nor what an action writes", () => {
    const form = compiled({
      a: field("integer", { "x-value": "1 + 1" }),
      no: field("running-number", { "x-number": { series: "s", period: "ever" } }),
      sign: field("signature"),
    });
    const state = openForm(form, { no: "1/2569" }, facts);
    for (const name of ["a", "no", "sign"]) {
      expect(state.node([name]).readOnly).toBe(true);
      expect(state.answer([name], 5)).toBe(state);
    }
    expect(state.answers).toEqual({ a: 2, no: "1/2569" });
  });

  test("a value that breaks its field's own rules is told, whoever computed it", () => {
    const form = compiled({ a: field("integer"), b: field("integer", { "x-value": "a * 2", maximum: 10 }), c: field("integer", { "x-value": "a / 2" }) });
    expect(codes(openForm(form, { a: 7 }, facts))).toEqual(["field.too-big /b", "field.whole-number /c"]);
  });

  test("a required one that cannot be worked out yet says so and is not counted as missing", () => {
    const form = compiled({ a: field("integer"), b: field("integer", { "x-value": "a * 2" }) }, { required: ["b"] });
    const state = openForm(form, {}, facts);
    expect([codes(state), state.missing()]).toEqual([["field.computed-empty /b"], 0]);
    expect(codes(state.answer(["a"], 1))).toEqual([]);
  });

  test("a table's rows can be computed; nobody adds to them", () => {
    const form = compiled({
      n: field("integer"),
      t: tableOf(
        { what: field("text"), twice: field("integer", { "x-value": "amount * 2" }), amount: field("integer") },
        { "x-value": "[{'$row': 'one', 'what': 'ก', 'amount': n}, {'what': 'ข', 'amount': n + 1}]" },
      ),
    });
    let state = openForm(form, { n: 1 }, facts);
    expect(state.answers.t).toEqual([
      { $row: "one", what: "ก", amount: 1, twice: 2 },
      { $row: "row2", what: "ข", amount: 2, twice: 4 },
    ]);
    expect(state.problems()).toEqual([]);
    state = state.answer(["n"], 5);
    expect(state.node(["t", "one", "twice"])).toMatchObject({ value: 10, readOnly: true });
    expect(state.changed.has("t/one/twice")).toBe(true);
    expect(state.addRow(["t"], rowId(1))).toBe(state);
    expect(state.removeRow(["t"], "one")).toBe(state);
    expect(state.answer(["t", "one", "what"], "x")).toBe(state);
  });

  test("why it is so can be told", () => {
    const form = compiled({ a: field("integer"), b: field("integer", { "x-value": "a * 2", "x-show": "a > 1", "x-require": "a > 2" }), c: field("text") });
    const state = openForm(form, { a: 3 }, facts);
    const { value, show, require } = form.fields[1]!;
    expect(state.why(["b"], value!)).toMatchObject({ value: 6 });
    expect(state.why(["b"], show!)).toMatchObject({ value: true });
    expect(state.why(["b"], require!)).toMatchObject({ value: true });
  });
});

describe("checks", () => {
  const form = compiled({ from: field("date"), to: field("date", check("to >= from")), many: field("integer", check("many < 5", "warn")) });

  test("a rule that does not hold is told in its author's words, with its level", () => {
    const state = openForm(form, { from: "2026-11-25", to: "2026-11-24", many: 9 }, facts);
    expect(state.problems()).toMatchObject([
      { code: "field.check", path: "/to", title: { th: "ไม่ผ่าน", en: "No" } },
      { code: "field.check", path: "/many", level: "warn" },
    ]);
    expect(state.problems()[0]).not.toHaveProperty("level");
    expect(codes(state.answer(["from"], "2026-11-01"))).toEqual(["field.check /many"]);
  });

  test("a rule with nothing to compare yet is quiet", () => {
    expect(codes(openForm(form, { to: "2026-11-24" }, facts))).toEqual([]);
    expect(codes(openForm(form, { from: "2026-11-24" }, facts))).toEqual([]);
  });
});

describe("facts that this device lacks", () => {
  const form = compiled(
    {
      taken: field("number", { "x-value": "lookups.taken" }),
      left: field("number", { "x-value": "10 - lookups.taken", ...check("left >= 0") }),
      why: field("text", { "x-show": "lookups.taken > 5", "x-require": "lookups.taken > 5" }),
      colour: field("select", { "x-codes": "colours" }),
    },
    { required: ["taken"], lookups: { taken: { form: "test-form", pick: "count" } } },
  );

  test("show, do not require and do not block", () => {
    const state = openForm(form, { colour: "red" }, facts);
    expect(state.problems()).toEqual([]);
    expect(state.node(["taken"])).toMatchObject({ unknown: true, value: undefined });
    expect(state.node(["why"])).toMatchObject({ shown: true, required: false });
    expect(state.answers).toEqual({ colour: "red" });
  });

  test("are believed when they come, and wake only who reads them", () => {
    const state = openForm(form, { colour: "red" }, facts).withFacts({ ...facts, lookups: { taken: { value: 12, at: "x" } } });
    expect([...state.changed].sort()).toEqual(["left", "taken", "why"]);
    expect(codes(state)).toEqual(["field.check /left", "field.required /why"]);
    const again = state.withFacts({ ...facts, lookups: { taken: { value: 12, at: "y" } } });
    expect([again.worked, again.changed.size]).toEqual([0, 0]);
    const codesCame = again.withFacts({ ...again.facts, codes: { colours: [{ id: "blue", title: "น้ำเงิน" }] } });
    expect(codes(codesCame)).toContain("field.option /colour");
  });
});

describe("parts of one answer", () => {
  const form = compiled({
    home: field("address"),
    at: field("location"),
    who: field("person-name"),
    far: field("yes-no", { type: "boolean", "x-show": "home.province != 'ขอนแก่น'" }),
    north: field("computed", { type: "boolean", "x-value": "at.lat > 16" }),
    known: field("computed", { type: "string", "x-value": "who.first" }),
  });

  test("a rule that reads a part follows the answer", () => {
    let state = openForm(form, { home: { province: "ขอนแก่น" }, at: { lat: 1, lng: 100 } }, facts);
    expect(state.node(["far"]).shown).toBe(false);
    state = state.answer(["home"], { province: "เลย" }).answer(["at"], "16.4419, 102.8360").answer(["who"], { first: "มาลี", last: "ใจดี" });
    expect(state.node(["far"]).shown).toBe(true);
    expect(state.node(["north"]).value).toBe(true);
    expect(state.node(["known"]).value).toBe("มาลี");
  });
});

describe("an answer that is only warned of", () => {
  const form = compiled({
    id: field("national-id", { "x-checksum": "warn", "x-check": [{ rule: "id != '1101700000002'", message: "ใช้ไปแล้ว" }] }),
  });

  test("still meets the rules of its form", () => {
    const codes = (id: string) =>
      openForm(form, { id }, facts)
        .problems()
        .map(({ code, level }) => `${code} ${level ?? "refuse"}`);
    expect(codes("1101700000003")).toEqual(["field.national-id-checksum warn"]);
    expect(codes("1101700000002")).toEqual(["field.national-id-checksum warn", "field.check refuse"]);
  });
});

describe("defaults", () => {
  const form = compiled({
    kind: field("select", { enum: ["full", "half"], default: "full" }),
    phone: field("phone", { "x-default": "author.phone" }),
    from: field("date"),
    to: field("date", { "x-default": "from" }),
    t: tableOf({ n: field("integer", { default: 1 }), m: field("text") }),
  });

  test("a new form has them, and they follow what they read until somebody answers", () => {
    let state = openForm(form, {}, facts);
    expect(state.answers).toEqual({ kind: "full", phone: "0812345678" });
    state = state.answer(["from"], "2026-11-25");
    expect(state.node(["to"]).value).toBe("2026-11-25");
    state = state.answer(["to"], "2026-11-30").answer(["from"], "2026-11-26");
    expect(state.node(["to"]).value).toBe("2026-11-30");
  });

  test("what somebody cleared stays clear, and an old form gets none", () => {
    const state = openForm(form, {}, facts).answer(["kind"], null).answer(["from"], "2026-11-25").answer(["to"], null).answer(["from"], "2026-11-26");
    expect(state.answers).toEqual({ phone: "0812345678", from: "2026-11-26" });
    expect(openForm(form, { from: "2026-11-25" }, facts).answers).toEqual({ from: "2026-11-25" });
  });

  test("a new row has them", () => {
    const state = openForm(form, { from: "2026-11-25" }, facts).addRow(["t"], rowId(1)).addRow(["t"], rowId(2), { n: 5 });
    expect(state.answers.t).toEqual([
      { $row: rowId(1), n: 1 },
      { $row: rowId(2), n: 5 },
    ]);
  });
});

describe("rows", () => {
  const form = compiled({
    t: tableOf(
      {
        qty: field("integer", { maximum: 10 }),
        price: field("money"),
        amount: field("money", { "x-value": "qty * price" }),
        only: field("text", check("t.filter(r, r.only == only).size() == 1")),
      },
      { maxItems: 500 },
      ["qty"],
    ),
    total: field("money", { "x-value": "sum(t.map(r, r.amount))" }),
  });
  const [one, two, three] = [1, 2, 3].map(rowId) as [string, string, string];
  const start = openForm(
    form,
    {
      t: [
        { $row: one, qty: 1, price: 0.1 },
        { $row: two, qty: 2, price: 0.1 },
      ],
    },
    facts,
  );

  test("come, go and move; their problems are told by number", () => {
    expect(start.node(["total"]).value).toBe(0.3);
    let state = start.addRow(["t"], three, { qty: 99 }, 0);
    expect(state.node(["t"])).toMatchObject({ rows: [three, one, two] });
    expect(codes(state)).toEqual(["field.too-big /t/0/qty"]);
    state = state.moveRow(["t"], three, 2);
    expect(codes(state)).toEqual(["field.too-big /t/2/qty"]);
    expect(state.node(["t", three, "qty"]).problems[0]?.path).toBe("/t/2/qty");
    state = state.removeRow(["t"], one);
    expect(codes(state)).toEqual(["field.too-big /t/1/qty"]);
    expect(state.node(["total"]).value).toBe(0.2);
    expect(state.has(["t", one, "qty"])).toBe(false);
    expect(state.removeRow(["t"], three).answers.t).toEqual([{ $row: two, qty: 2, price: 0.1, amount: 0.2 }]);
  });

  test("an answer in one row works out that row and its readers, not the other rows", () => {
    const many = openForm(form, { t: Array.from({ length: 500 }, (_, i) => ({ $row: rowId(i), qty: 1, price: 1 })) }, facts);
    const state = many.answer(["t", rowId(7), "price"], 3);
    expect([...state.changed].sort()).toEqual([`t/${rowId(7)}/amount`, `t/${rowId(7)}/price`, "total"]);
    expect(state.worked).toBeLessThan(10);
    expect(state.node(["total"]).value).toBe(502);
    const less = many.removeRow(["t"], rowId(7));
    expect([...less.changed].sort()).toEqual(["t", "total"]);
    expect(less.answer(["t", rowId(8), "qty"], 2).node(["total"]).value).toBe(500);
  });

  test("a row that comes, goes or moves works out itself and who reads the table, not the other rows", () => {
    const plain = compiled({
      t: tableOf({ qty: field("integer"), twice: field("integer", { "x-value": "qty * 2" }) }),
      total: field("integer", { "x-value": "sum(t.map(r, r.twice))" }),
    });
    const many = openForm(plain, { t: Array.from({ length: 500 }, (_, i) => ({ $row: rowId(i), qty: 1 })) }, facts);
    const more = many.addRow(["t"], rowId(999), { qty: 7 });
    expect([more.node(["total"]).value, more.worked < 15]).toEqual([1014, true]);
    expect(more.removeRow(["t"], rowId(3)).worked).toBeLessThan(10);
    expect(more.moveRow(["t"], rowId(3), 0).worked).toBeLessThan(10);
  });

  test("a rule over all rows is asked in every row", () => {
    const state = start.answer(["t", one, "only"], "x").answer(["t", two, "only"], "x");
    expect(codes(state)).toEqual(["field.check /t/0/only", "field.check /t/1/only"]);
    expect(codes(state.answer(["t", one, "only"], "y"))).toEqual([]);
  });

  test("a whole table or row set can be answered at once, and taken back", () => {
    const kept = start.answers.t;
    const gone = start.answer(["t"], null);
    expect([gone.answers.t, gone.node(["total"]).value]).toEqual([undefined, 0]);
    const back = gone.answer(["t"], kept);
    expect(back.answers).toEqual(start.answers);
    expect(back.changed.has(`t/${one}/qty`)).toBe(true);
  });
});

describe("a large form", () => {
  const names = Array.from({ length: 1000 }, (_, i) => `f${i}`);
  const form = compiled(
    Object.fromEntries(
      names.map((name, i) => [
        name,
        i % 10 === 9 ? field("number", { "x-value": `f${i - 1} + f${i - 2}` }) : field("number", i % 10 === 8 ? { "x-show": `f${i - 8} != 1` } : {}),
      ]),
    ),
  );

  test("an answer touches only its dependants, and the rest is shared", () => {
    const before = openForm(form, {}, facts).answer(["f500"], 3);
    const after = before.answer(["f7"], 5);
    expect([...after.changed]).toEqual(["f7"]);
    // The field, and the sum that reads it: values, then verdicts.
    expect(after.worked).toBe(4);
    expect(after.answer(["f8"], 2).changed).toEqual(new Set(["f8", "f9"]));
    expect(after.answer(["f8"], 2).node(["f9"]).value).toBe(7);
    expect(before.node(["f7"]).value).toBeUndefined();
  });

  test("an answer that changes nothing wakes nobody", () => {
    const state = openForm(form, { f0: 5, f7: 1, f8: 2 }, facts).answer(["f0"], 6);
    // f8 is asked whether it still shows; as it does, f9 is not asked.
    expect([...state.changed]).toEqual(["f0"]);
    expect(state.worked).toBe(4);
  });
});

test("a path that the form does not have is a programmer's mistake", () => {
  const state = openForm(compiled({ a: field("text"), t: tableOf({ b: field("text") }) }), {}, facts);
  for (const path of [["x"], [], ["t", rowId(1), "b"], ["t", rowId(1)], ["a", "b"]]) expect(() => state.node(path)).toThrow(RangeError);
  expect(() => state.addRow(["a"], rowId(1))).toThrow(RangeError);
});

test("answers that are nonsense open all the same, and are told", () => {
  const form = compiled({ a: field("integer"), g: field("group", { properties: { b: field("text") } }), t: tableOf({ c: field("text") }) });
  const state = openForm(form, JSON.parse('{"a":"x","g":"y","t":{"z":1},"__proto__":{"a":1},"constructor":5}'), facts);
  expect(codes(state)).toEqual(["field.type /a", "field.type /g", "field.type /t"]);
  expect(codes(openForm(form, { t: [5, { $row: "1" }, { $row: rowId(1) }, { $row: rowId(1) }] }, facts))).toEqual(["field.row-id /t/0"]);
});
