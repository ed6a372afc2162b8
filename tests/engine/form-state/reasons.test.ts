// Which rule decides that a field is hidden, required, computed or refused.
import { describe, expect, test } from "vitest";
import { openForm } from "../../../engine/form-state/form-state.js";
import { hiddenFields, reasons } from "../../../engine/form-state/reasons.js";
import { compiled, factsOf, field, rowId, tableOf } from "../../help/forms.js";

const message = { th: "ไม่ผ่าน", en: "No" };
const form = compiled(
  {
    on: field("yes-no", { type: "boolean" }),
    kind: field("text"),
    n: field("integer", {
      type: "integer",
      "x-require": "kind == 'a'",
      "x-check": [
        { rule: "n > 2", message },
        { rule: "n < 100", message },
        // False of an answer that is not there: nobody is told so.
        { rule: "n == n", message },
      ],
    }),
    twice: field("computed", { type: "number", "x-value": "n * 2" }),
    g: field("group", { "x-show": "on == true", properties: { inner: field("text", { "x-show": "kind == 'a'" }) } }),
    t: tableOf({ what: field("text"), more: field("text", { "x-show": "what == 'x'" }) }),
    far: field("text", { "x-show": "kind == 'z'" }),
  },
  {
    layout: [
      { page: "หนึ่ง", sections: [{ id: "a", fields: ["on", "kind", "n", "twice", "g", "t"] }] },
      { page: "สอง", sections: [{ id: "b", title: "ตอนท้าย", show: "on == true", fields: ["far"] }] },
    ],
  },
);
const open = (answers: Record<string, unknown>) => openForm(form, answers, factsOf());
const rows = [
  { $row: rowId(1), what: "x" },
  { $row: rowId(2), what: "y" },
];

describe("a field", () => {
  test("is computed and required by its own rule", () => {
    const state = open({ on: true, kind: "a", n: 3 });
    expect(reasons(state, ["twice"], "value")).toMatchObject([{ path: ["twice"], trace: { value: 6 } }]);
    expect(reasons(state, ["n"], "require")).toMatchObject([{ trace: { value: true } }]);
    expect(reasons(state, ["kind"], "require")).toEqual([]);
    expect(reasons(state, ["nowhere"], "value")).toEqual([]);
  });

  test("is refused by the checks that fail, and by no other", () => {
    const failing = reasons(open({ n: 1 }), ["n"], "check");
    expect(failing.map(({ rule }) => rule)).toEqual([form.fields[2]!.checks![0]!.rule]);
    expect(reasons(open({ n: 5 }), ["n"], "check")).toEqual([]);
    expect(reasons(open({}), ["n"], "check")).toEqual([]);
  });
});

describe("what is hidden", () => {
  test("is hidden by the outermost rule", () => {
    const state = open({ on: false, kind: "b" });
    expect(reasons(state, ["g", "inner"], "show")).toMatchObject([{ path: ["g"] }]);
    expect(reasons(state, ["far"], "show")).toMatchObject([{ section: { id: "b" } }]);
    expect(reasons(open({ on: true, kind: "b" }), ["far"], "show")).toMatchObject([{ path: ["far"] }]);
  });

  test("what is shown has all that lets it be", () => {
    expect(reasons(open({ on: true, kind: "a" }), ["g", "inner"], "show").map(({ path }) => path.join("/"))).toEqual(["g", "g/inner"]);
  });

  test("is listed once: a section, a group and a column as one", () => {
    const listed = (answers: Record<string, unknown>) =>
      hiddenFields(open(answers)).map(({ path, reason, rows }) =>
        [path.join("/") || reason.section?.id, ...(rows ? [`${rows.hidden}/${rows.of}`] : [])].join(" "),
      );
    expect(listed({ on: false, kind: "a", t: rows })).toEqual(["g", `t/${rowId(2)}/more 1/2`, "b"]);
    expect(listed({ on: true, kind: "b", t: [] })).toEqual(["g/inner", "far"]);
    expect(listed({ on: true, kind: "a", t: rows.slice(0, 1) })).toEqual(["far"]);
  });

  test("a form without such rules hides nothing", () => {
    expect(hiddenFields(openForm(compiled({ a: field("text") }), {}, factsOf()))).toEqual([]);
  });
});
