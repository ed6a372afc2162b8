// A table whose rows are given: the roll is there from the beginning, follows its source until the record is made, and keeps what people marked.
import { expect, test } from "vitest";
import { openForm } from "../../../engine/form-state/form-state.js";
import { compiledForm, factsOf, field, formOf, rowId, tableOf } from "../../help/forms.js";

const [ann, ben, cat] = [rowId(1), rowId(2), rowId(3)];
const roll = (...pupils: [string, string][]) =>
  factsOf({ lookups: { pupils: { at: "2026-11-25T00:00:00.000Z", value: pupils.map(([record, name]) => ({ record, name })) } } });

const form = compiledForm(
  formOf(
    {
      rows: tableOf(
        { student: field("text"), name: field("text"), mark: field("select", { enum: ["present", "absent"], default: "present" }), note: field("text") },
        { "x-rows": "lookups.pupils.map(p, {'$row': p.record, 'student': p.record, 'name': p.name})" },
        ["mark"],
      ),
      name: field("text"),
      absent: field("computed", { type: "integer", "x-value": "size(rows.filter(r, r.mark == 'absent'))" }),
    },
    { lookups: { pupils: { form: "test-form", pick: "rows", fields: ["record"] } } },
  ),
);

const names = (state: ReturnType<typeof openForm>) => (state.answers.rows as { name: string; mark: string }[]).map(({ name, mark }) => `${name} ${mark}`);

test("everybody is there, as usual, and one press is one answer", () => {
  let state = openForm(form, {}, roll([ann, "อารี"], [ben, "บุญ"]));
  expect(names(state)).toEqual(["อารี present", "บุญ present"]);
  state = state.answer(["rows", ben, "mark"], "absent");
  expect([names(state), state.answers.absent]).toEqual([["อารี present", "บุญ absent"], 1]);
});

test("the roll follows its source while the record is new, and marks stay with their pupil", () => {
  let state = openForm(form, {}, roll([ann, "อารี"], [ben, "บุญ"]))
    .answer(["rows", ben, "mark"], "absent")
    .answer(["rows", ben, "note"], "ไข้");
  state = state.withFacts(roll([ben, "บุญมี"], [cat, "จันทร์"]));
  expect(state.answers.rows).toEqual([
    { $row: ben, student: ben, name: "บุญมี", mark: "absent", note: "ไข้" },
    { $row: cat, student: cat, name: "จันทร์", mark: "present" },
  ]);
});

test("a draft that is opened again, offline too, keeps its rows; one that is made keeps them for good", () => {
  const rows = [{ $row: ben, student: ben, name: "บุญ", mark: "absent" }];
  expect(openForm(form, { rows }, factsOf({ lookups: {} })).answers.rows).toEqual(rows);
  const made = factsOf({ ...roll([ann, "อารี"]), record: { state: "sent", date: "2026-11-25" } });
  expect(openForm(form, { rows }, made).answers.rows).toEqual(rows);
});

test("nobody adds, takes away or renames a given row", () => {
  const state = openForm(form, {}, roll([ann, "อารี"]));
  expect(state.addRow(["rows"], cat)).toBe(state);
  expect(state.removeRow(["rows"], ann)).toBe(state);
  expect(state.answer(["rows", ann, "name"], "ผู้อื่น")).toBe(state);
  expect(state.node(["rows", ann, "name"]).readOnly).toBe(true);
  expect(state.node(["rows", ann, "mark"]).readOnly).toBe(false);
});

test("the same roll again wakes nobody", () => {
  const state = openForm(form, {}, roll([ann, "อารี"]));
  expect(state.withFacts(roll([ann, "อารี"])).worked).toBe(0);
});
