// Two authors on one form: each step undoes what its own author did, and nothing of the other's.
import { expect, test } from "vitest";
import { renameField } from "../../../engine/definition/rename.js";
import { addField, moveField, removeFields, setField } from "../../../engine/edit/form/fields.js";
import { addSection, freeSection, layoutOf, removeSection, sectionOf, unplacedIn, withPlace } from "../../../engine/edit/form/layout.js";
import { mergeForms } from "../../../engine/edit/form/merge-forms.js";
import { fieldsOf, findField } from "../../../engine/edit/form/tree.js";
import { History } from "../../../engine/edit/history.js";
import type { FormDefinition } from "../../../schemas/types.js";
import { field, formOf } from "../../help/forms.js";

const start: FormDefinition = formOf(
  { a: field("integer", { type: "integer" }), b: field("text", { "x-show": "a > 1" }), c: field("text"), d: field("text") },
  {
    layout: [
      {
        page: "หน้า",
        sections: [
          { id: "s1", fields: ["a", "b"] },
          { id: "s2", fields: ["c", "d"] },
        ],
      },
    ],
    list: { columns: ["a", "c"] },
  },
);
const idOf = (name: string) => fieldsOf(start).find((one) => one.name === name)!.id;
const rename = (form: FormDefinition, from: string, to: string) => renameField(form, [from], to) as FormDefinition;

test("their change stays when all of mine is undone, and mine comes again", () => {
  let mine = History.of(start, mergeForms);
  mine = mine.take("ย้าย", moveField(mine.definition, idOf("c"), { section: "s1", at: 0 }));
  mine = mine.take("เปลี่ยนชื่อ", rename(mine.definition, "a", "amount"));
  mine = mine.take("เพิ่ม", addField(mine.definition, { section: "s2", at: 1 }, "date", "วันที่", "newfield00"));
  const theirs = setField(start, idOf("d"), { description: "คำอธิบายของอีกคน" });
  const joined = mine.join(start, theirs);
  expect(joined.conflicts).toEqual([]);
  const both = joined.history.definition;
  expect(findField(both, idOf("d"))!.schema.description).toBe("คำอธิบายของอีกคน");
  expect(findField(both, idOf("a"))!.name).toBe("amount");
  expect(findField(both, idOf("b"))!.schema["x-show"]).toBe("amount > 1");
  expect(both.layout![0]!.sections.map(({ fields }) => fields)).toEqual([
    ["c", "amount", "b"],
    ["d", "date"],
  ]);
  let back = joined.history;
  while (back.last) back = back.undo();
  expect(back.definition).toEqual(theirs);
  while (back.next) back = back.redo();
  expect(back.definition).toEqual(both);
});

test("a field that I call otherwise is the one whose rules the other wrote meanwhile", () => {
  const mine = History.of(start, mergeForms).take("เปลี่ยนชื่อ", rename(start, "a", "amount"));
  const theirs = addSection(setField(start, idOf("c"), { "x-show": "a > 5" }), 0, 2, { id: "s3", show: "a == 3", fields: [] });
  const { history, conflicts } = mine.join(start, theirs);
  expect(conflicts).toEqual([]);
  expect(findField(history.definition, idOf("c"))!.schema["x-show"]).toBe("amount > 5");
  expect(history.definition.layout![0]!.sections[2]).toEqual({ id: "s3", show: "amount == 3", fields: [] });
  expect(history.definition.list).toEqual({ columns: ["amount", "c"] });
});

test("a name that both changed, and a field that one took away while the other worked on it, are told", () => {
  const twice = History.of(start, mergeForms)
    .take("ชื่อ", setField(start, idOf("c"), { title: "ของฉัน" }))
    .join(start, setField(start, idOf("c"), { title: "ของเขา" }));
  expect(twice.history.definition.schema.properties.c!.title).toBe("ของฉัน");
  expect(twice.conflicts).toEqual([{ path: "/schema/properties/c/title", base: expect.any(String), mine: "ของฉัน", theirs: "ของเขา" }]);
  const gone = History.of(start, mergeForms)
    .take("ลบ", removeFields(start, [idOf("c")]))
    .join(start, setField(start, idOf("c"), { title: "ของเขา" }));
  expect(gone.history.definition.schema.properties.c!.title).toBe("ของเขา");
  expect(gone.conflicts).toHaveLength(1);
});

test("a section taken away while the other puts a field in it: the field is not lost, and can be placed again", () => {
  const mine = removeSection(start, "s2");
  const theirs = addField(start, { section: "s2", at: 2 }, "date", "วันที่", "newfield01");
  const { merged: value } = mergeForms(start, mine, theirs);
  const kept = findField(value, "newfield01")!;
  expect(kept.schema.title).toBe("วันที่");
  expect(unplacedIn(value)).toEqual([kept.name]);
  const placed = moveField(value, "newfield01", { section: "s1", at: 0 });
  expect(unplacedIn(placed)).toEqual([]);
  expect(sectionOf(placed, kept.name)!.id).toBe("s1");
});

test("a page whose last section was taken away is given one when a field comes to it", () => {
  const bare = removeSection(removeSection(start, "s1"), "s2");
  expect(layoutOf(bare)[0]!.sections).toEqual([]);
  const ready = withPlace(bare, 0);
  expect(layoutOf(ready)[0]!.sections).toEqual([{ id: "section", fields: [] }]);
  expect(withPlace(ready, 0)).toBe(ready);
  const put = addField(ready, { section: "section", at: 0 }, "date", "วันที่", "newfield02");
  expect(unplacedIn(put)).toEqual([]);
});

test("sections added one after the other have ids of their own", () => {
  let form = start;
  for (const id of ["section", "section-2", "section-3"]) {
    expect(freeSection(form)).toBe(id);
    form = addSection(form, 0, 0, { id: freeSection(form), fields: [] });
  }
});

test("examples are put together by their ids, and follow a field that the other calls otherwise", () => {
  const example = (id: string, title: string) => ({ id, title, today: "2026-11-24", answers: { a: 2 }, expect: { shown: ["b"], values: { a: 2 } } });
  const base = { ...start, examples: [example("one", "หนึ่ง"), example("two", "สอง")] };
  const mine = { ...rename(base, "a", "amount"), examples: [...rename(base, "a", "amount").examples!, { ...example("three", "สาม"), answers: { amount: 3 } }] };
  const theirs = { ...base, examples: [{ ...example("one", "หนึ่งใหม่") }, example("two", "สอง"), example("four", "สี่")] };
  const { merged, conflicts } = mergeForms(base, mine, theirs);
  expect(conflicts).toEqual([]);
  expect(merged.examples!.map(({ id, title, answers }) => [id, title, answers])).toEqual([
    ["one", "หนึ่งใหม่", { amount: 2 }],
    ["two", "สอง", { amount: 2 }],
    ["three", "สาม", { amount: 3 }],
    ["four", "สี่", { amount: 2 }],
  ]);
  const both = mergeForms(base, { ...base, examples: [example("one", "ของฉัน")] }, { ...base, examples: [example("one", "ของเขา"), base.examples[1]!] });
  expect(both.merged.examples).toMatchObject([{ title: "ของฉัน" }]);
  expect(both.conflicts).toMatchObject([{ path: "/examples/0/title", mine: "ของฉัน", theirs: "ของเขา" }]);
});

test("a field that is taken away leaves the examples as they are: running them tells it", () => {
  const examples = [{ id: "one", title: "ก", today: "2026-11-24", answers: { a: 2, c: "ข" }, expect: { shown: ["c"] } }];
  expect(removeFields({ ...start, examples }, [idOf("c")]).examples).toBe(examples);
});
