// Mends: each broken definition has ways to put it right, and whichever is taken, the problem is gone and the old definition is as it was.
import { expect, test } from "vitest";
import { checkDefinition } from "../../../engine/definition/check.js";
import type { DefinitionContext } from "../../../engine/definition/context.js";
import { identify } from "../../../engine/definition/identify.js";
import { mendOf, mendsOf } from "../../../engine/edit/mend/mend.js";
import { definitionProblem } from "../../../engine/problem/definition.js";
import { checkWorkflow } from "../../../engine/workflow/check.js";
import type { ActionDefinition, FieldSchema, FormDefinition, Problem, StateDefinition, WorkflowDefinition } from "../../../schemas/types.js";
import { field, fieldId, formOf, tableOf } from "../../help/forms.js";
import { buying, purchase } from "../../help/purchase.js";

let ids = 900_000;
const newId = () => fieldId(ids++);
/** Told with what was found, as one line each. */
const lines = (problems: Problem[]) => problems.map(({ code, path, level }) => `${code} ${path}${level === "warn" ? " (doubt)" : ""}`);
const thai = (title: string | { th: string }) => (typeof title === "string" ? title : title.th);

/** Takes each mend of a problem; the problem must be gone, and nothing may be wrong that was not before. */
function mended<T extends object>(definition: T, code: string, check: (definition: T) => Problem[]): { title: string; next: T; left: Problem[] }[] {
  const before = structuredClone(definition);
  const problems = check(definition);
  const problem = problems.find((one) => one.code === code);
  if (!problem) throw new Error(`${code} is not among ${lines(problems).join(", ")}`);
  const mends = mendsOf(definition, problem, newId);
  expect(definition).toEqual(before);
  expect(mendOf(definition, problem, newId)?.title).toEqual(mends[0]?.title);
  return mends.map(({ title, next }) => {
    const left = check(next);
    const same = ({ code, title: words }: Problem) => `${code} ${thai(words)}`;
    const was = new Set(problems.map(same));
    expect(left.map(same), thai(title)).not.toContain(same(problem));
    expect(
      left
        .filter(({ level }) => level !== "warn")
        .filter((one) => !was.has(same(one)))
        .map(same),
      thai(title),
    ).toEqual([]);
    return { title: thai(title), next, left };
  });
}

type Row = [code: string, form: unknown, titles: string[], context?: DefinitionContext];
const of = (properties: Record<string, unknown>, more: Record<string, unknown> = {}): unknown => formOf(properties as Record<string, FieldSchema>, more);
const page = (...sections: object[]) => [{ page: "หน้า 1", sections }];
const options = (...own: string[]) => own.map((id) => ({ id, title: id }));
const flow = (actions: Partial<ActionDefinition>[]): WorkflowDefinition => ({
  kind: "workflow",
  id: "w",
  title: "ง",
  states: [
    { id: "wait", title: "รอ" },
    { id: "end", title: "จบ", final: true },
  ],
  actions: [{ id: "submit", title: "ส่ง", from: ["new"], to: "wait" }, ...(actions as ActionDefinition[])],
});

const forms: Row[] = [
  ["expression.unknown-name", of({ a: field("text"), b: field("text", { "x-show": "gone == 'x'" }) }), ["แสดงเสมอ"]],
  ["expression.unknown-name", of({ a: field("text", { "x-require": "gone" }) }), ["ไม่บังคับตอบ"]],
  ["expression.unknown-name", of({ a: field("text", { "x-default": "gone" }) }), ["เอาค่าตั้งต้นออก"]],
  ["expression.unknown-name", of({ a: field("text", { "x-value": "gone" }) }), ["ให้ผู้กรอกตอบเอง"]],
  ["expression.unknown-name", of({ a: field("computed", { type: "number", "x-value": "gone + 1" }) }), []],
  ["expression.unknown-name", of({ a: field("text", { "x-check": [{ rule: "gone == 1", message: "ผิด" }] }) }), ["เอาข้อตรวจนี้ออก"]],
  ["expression.unknown-name", of({ a: field("text") }, { layout: page({ id: "s", show: "gone == 1", fields: ["a"] }) }), ["แสดงเสมอ"]],
  ["expression.unknown-name", of({ t: tableOf({ a: field("text", { "x-show": "gone == 'x'" }) }) }), ["แสดงเสมอ"]],
  ["expression.misspelt-name", of({ amount: field("number"), b: field("text", { "x-show": "amonut > 3.0" }) }), ["ใช้ amount", "แสดงเสมอ"]],
  ["expression.syntax", of({ a: field("text"), b: field("text", { "x-show": "a ==" }) }), ["แสดงเสมอ"]],
  ["definition.required-hidden", of({ a: field("yes-no"), b: field("text", { "x-show": "a" }) }, { required: ["b"] }), ["ต้องตอบเฉพาะเมื่อแสดง", "ไม่บังคับตอบ"]],
  [
    "definition.required-hidden",
    of({ a: field("yes-no"), t: tableOf({ b: field("text", { "x-show": "a" }) }, {}, ["b"]) }),
    ["ต้องตอบเฉพาะเมื่อแสดง", "ไม่บังคับตอบ"],
  ],
  [
    "definition.required-in-hidden-section",
    of({ a: field("yes-no"), b: field("text") }, { required: ["b"], layout: page({ id: "s", fields: ["a"] }, { id: "h", show: "a", fields: ["b"] }) }),
    ["ต้องตอบเฉพาะเมื่อแสดง", "ไม่บังคับตอบ"],
  ],
  [
    "definition.required-never-shown",
    of({ a: field("select", { "x-options": options("x") }), b: field("text", { "x-show": "a == 'gone'", "x-require": "true" }) }),
    ["ไม่บังคับตอบ", "แสดงเสมอ"],
  ],
  ["definition.never-shown", of({ b: field("text", { "x-show": "false" }) }), ["แสดงเสมอ"]],
  [
    "definition.never-shown",
    of({ a: field("select", { "x-options": options("x") }), b: field("text", { "x-show": "a in ['y', 'z']" }), c: field("text", { "x-show": "b == 'x'" }) }),
    ["แสดงเสมอ"],
  ],
  ["definition.never-shown", of({ a: field("text") }, { layout: page({ id: "s", show: "false", fields: ["a"] }) }), ["แสดงเสมอ"]],
  ["definition.required-unanswerable", of({ a: field("note", { description: "ข้อความ" }) }, { required: ["a"] }), ["ไม่บังคับตอบ"]],
  ["definition.required-unknown", of({ a: field("text") }, { required: ["zzz"] }), ["เอาชื่อที่ไม่มีออก"]],
  ["definition.required-misspelt", of({ amount: field("number") }, { required: ["amuont"] }), ["ใช้ amount", "เอาชื่อที่ไม่มีออก"]],
  ["definition.repeated-name", of({ a: field("text") }, { required: ["a", "a"] }), ["เอาที่ซ้ำออก"]],
  ["definition.unknown-field", of({ a: field("text") }, { list: { columns: ["a", "zzz"] } }), ["เอาชื่อที่ไม่มีออก"]],
  ["definition.unknown-field", of({ a: field("text") }, { keys: [{ fields: ["zzz"], within: "unit" }] }), ["เอาชื่อที่ไม่มีออก"]],
  // A child a day is not a child for ever.
  ["definition.unknown-field", of({ a: field("text") }, { keys: [{ fields: ["a", "zzz"], within: "unit" }] }), ["เอาข้อกำหนดห้ามซ้ำนี้ออก"]],
  [
    "definition.misspelt-field",
    of({ a: field("text"), day: field("date") }, { keys: [{ fields: ["a", "dey"], within: "unit" }] }),
    ["ใช้ day", "เอาข้อกำหนดห้ามซ้ำนี้ออก"],
  ],
  ["definition.key-not-usable", of({ a: field("text"), b: field("file") }, { keys: [{ fields: ["a", "b"], within: "unit" }] }), ["เอาข้อกำหนดห้ามซ้ำนี้ออก"]],
  ["definition.unknown-field", of({ a: field("text") }, { reference: { label: "{zzz}" } }), []],
  ["definition.misspelt-field", of({ amount: field("number") }, { list: { sort: ["amuont"] } }), ["ใช้ amount", "เอาชื่อที่ไม่มีออก"]],
  ["definition.unknown-field", of({ a: field("text") }, { layout: page({ id: "s", fields: ["a", "zzz"] }) }), ["เอาชื่อที่ไม่มีออก"]],
  ["definition.placed-twice", of({ a: field("text") }, { layout: page({ id: "s", fields: ["a"] }, { id: "t", title: "ท้าย", fields: ["a"] }) }), ["เหลือไว้ที่แรก"]],
  ["definition.not-placed", of({ a: field("text"), b: field("text") }, { layout: page({ id: "s", title: "ต้น", fields: ["a"] }) }), ["วางในส่วนต้น"]],
  [
    "definition.repeated-section",
    of({ a: field("text"), b: field("text") }, { layout: page({ id: "s", fields: ["a"] }, { id: "s", fields: ["b"] }) }),
    ["ให้รหัสใหม่"],
  ],
  ["definition.repeated-id", of({ a: field("text", { "x-id": "aaaaaaaaaa" }), b: field("text", { "x-id": "aaaaaaaaaa" }) }), ["ให้รหัสใหม่"]],
  ["definition.option-repeated", of({ a: field("select", { "x-options": options("x", "x", "y") }) }), ["เหลือไว้อย่างละหนึ่ง"]],
  ["definition.bounds", of({ a: field("money", { minimum: 9, maximum: 3 }) }), ["สลับค่ากัน"]],
  ["definition.bounds", of({ a: field("time", { "x-earliest": "16:30", "x-latest": "08:00" }) }), ["สลับค่ากัน"]],
  ["definition.keyword-not-for-type", of({ a: field("text", { "x-options": options("x") }) }), ["ลบการตั้งค่าที่ไม่ใช้"]],
  ["definition.misspelt-key", of({ a: field("text", { minLenght: 3 } as never) }), ["ใช้ minLength", "ลบส่วนที่ไม่รู้จัก"]],
  ["definition.unknown-key", of({ a: field("text") }, { colour: "red" }), ["ลบส่วนที่ไม่รู้จัก"]],
  ["definition.default-not-valid", of({ a: field("integer", { default: 9, maximum: 3 }) }), ["เอาค่าตั้งต้นออก"]],
  ["definition.default-twice", of({ a: field("integer", { default: 1, "x-default": "2" }) }), ["เหลือค่าตั้งต้นที่เป็นสูตร"]],
  ["definition.value-and-default", of({ a: field("integer", { default: 1, "x-value": "2" }) }), ["เอาค่าตั้งต้นออก"]],
  ["definition.not-sortable", of({ a: field("file") }, { list: { sort: ["a"] } }), ["เอาออกจากรายการนี้"]],
  ["definition.not-filterable", of({ a: field("text") }, { list: { filter: ["a"] } }), ["เอาออกจากรายการนี้"]],
  ["definition.not-searchable", of({ a: field("money") }, { list: { search: ["a"] } }), ["เอาออกจากรายการนี้"]],
  ["definition.sensitive-search", of({ a: field("text") }, { list: { search: ["a"] }, sensitive: ["a"] }), ["เอาออกจากรายการนี้"]],
  [
    "definition.sensitive-reference",
    of({ a: field("text"), b: field("text") }, { reference: { label: "{b}", fields: ["a"] }, sensitive: ["a"] }),
    ["เอาออกจากรายการนี้"],
  ],
  ["definition.access-place", of({ a: field("text") }, { access: { place: "a" } }), ["ไม่ใช้ช่องกำหนดหน่วยงาน"]],
  ["definition.create-by-relation", of({ a: field("text") }, { access: { create: ["clerk", "author"] } }), ["เอาออกจากรายการนี้"]],
  ["definition.misspelt-duty", of({ a: field("text") }, { access: { read: ["direktor"] } }), ["ใช้ director"], { duties: ["director"] }],
  ["definition.unknown-workflow", of({ a: field("text") }, { workflow: "gone" }), ["ส่งแล้วจบ ไม่ต้องอนุมัติ"], { workflows: {} }],
  ["definition.unknown-document", of({ a: field("text") }, { documents: ["gone"] }), ["เอาแบบพิมพ์ที่ไม่มีออก"], { documents: {} }],
  [
    "definition.actor-cannot-read",
    of({ a: field("text") }, { workflow: "w", access: { read: ["author"] } }),
    ["ให้ผู้ดำเนินการอ่านได้"],
    { workflows: { w: flow([{ id: "go", title: "อนุมัติ", from: ["wait"], to: "end", who: ["director"] }]) } },
  ],
  [
    "definition.actor-cannot-read",
    of({ a: field("text") }, { workflow: "w", access: { read: ["handler"] } }),
    ["ให้ผู้กรอกอ่านเรื่องของตนได้"],
    { workflows: { w: flow([{ id: "go", title: "แก้แล้ว", from: ["wait"], to: "end", who: ["author"] }]) } },
  ],
];

test.each(forms)("%s of a form is mended (%#)", (code, form, titles, context) => {
  const check = (definition: unknown) => checkDefinition(definition, context);
  expect(mended(form as object, code, check).map(({ title }) => title)).toEqual(titles);
});

const item = (id: string, more: object) => ({ id, label: id, ...more });
const menus: [code: string, items: object[], titles: string[]][] = [
  ["definition.item-leads-nowhere", [item("a", {}), item("b", { target: { form: "there" } })], ["เอารายการนี้ออก"]],
  ["definition.unknown-form", [item("a", { items: [item("b", { target: { form: "gone" } }), item("c", { target: { list: "there" } })] })], ["เอารายการนี้ออก"]],
  ["definition.unknown-report", [item("a", { target: { report: "gone" } })], ["เอารายการนี้ออก"]],
  ["definition.item-leads-twice", [item("a", { target: { form: "there" }, items: [item("b", { target: { list: "there" } })] })], ["เหลือไว้เป็นหัวข้อรวมรายการ"]],
  ["definition.no-day-work", [item("a", { target: { form: "there" }, today: {} })], ["ไม่ให้เป็นงานของวัน"]],
  ["definition.repeated-item", [item("a", { target: { form: "there" } }), item("a", { target: { list: "there" } })], ["ให้รหัสใหม่"]],
];

test.each(menus)("%s of a menu is mended", (code, items, titles) => {
  const context = { forms: { there: formOf({ a: field("text") }, { id: "there" }) }, reports: {} };
  const check = (menu: object) => checkDefinition(menu, context);
  const menu = { kind: "menu", id: "m", title: "เมนู", items };
  expect(mended(menu, code, check).map(({ title }) => title)).toEqual(titles);
});

test("fields that read each other: the circle is named, and broken where a rule can go without a value being lost", () => {
  const shown = formOf({ a: field("text", { title: "ก", "x-show": "b == 'x'" }), b: field("text", { title: "ข", "x-show": "a == 'x'" }) });
  const told = checkDefinition(shown).find(({ code }) => code === "definition.cycle")!;
  expect(thai(told.title)).toContain("ก → ข → ก");
  expect(mended(shown, "definition.cycle", checkDefinition).map(({ title }) => title)).toEqual(["แสดง “ก” เสมอ", "แสดง “ข” เสมอ"]);
  const sums = formOf({ a: field("computed", { type: "number", "x-value": "b + 1.0" }), b: field("number", { title: "ข", "x-value": "a + 1.0" }) });
  expect(mended(sums, "definition.cycle", checkDefinition).map(({ title }) => title)).toEqual(["ให้ผู้กรอกตอบ “ข” เอง"]);
  // Only its author knows which formula is meant.
  const computed = formOf({ a: field("computed", { type: "number", "x-value": "b + 1.0" }), b: field("computed", { type: "number", "x-value": "a + 1.0" }) });
  expect(mended(computed, "definition.cycle", checkDefinition)).toEqual([]);
  const section = formOf(
    { a: field("text", { title: "ก" }), b: field("yes-no", { title: "ข", "x-show": "a == 'x'" }) },
    { layout: page({ id: "s", title: "ส่วนหนึ่ง", show: "b", fields: ["a"] }, { id: "t", fields: ["b"] }) as FormDefinition["layout"] },
  );
  expect(
    mended(section, "definition.cycle", checkDefinition)
      .map(({ title }) => title)
      .sort(),
  ).toEqual(["แสดง “ข” เสมอ", "แสดง “ส่วนหนึ่ง” เสมอ"]);
});

type Draft = Omit<WorkflowDefinition, "states" | "actions"> & { states: (StateDefinition & object)[]; actions: (ActionDefinition & object)[] };
const state = (draft: Draft, id: string) => draft.states.find((one) => one.id === id)!;
const action = (draft: Draft, id: string) => draft.actions.find((one) => one.id === id)!;
const set = (part: object, to: object): void => void Object.assign(part, to);

const flows: [code: string, break_: (draft: Draft) => void, titles: string[]][] = [
  ["flow.unreachable", (d) => void d.states.push({ id: "island", title: "เกาะ", final: true }), ["ลบสถานะ “เกาะ”", "เชื่อมจาก “รอตรวจรับ”"]],
  ["flow.no-way-out", (d) => set(state(d, "done"), { final: false }), ["จบเรื่องที่นี่", "เชื่อมไป “"]],
  [
    "flow.only-system-out",
    (d) => {
      set(state(d, "inspection"), { deadline: undefined });
      d.actions = d.actions.filter(({ from, system }) => system || !from.includes("inspection"));
    },
    ["ครบกำหนดแล้วให้ระบบ"],
  ],
  ["flow.final-deadline", (d) => set(state(d, "done"), { deadline: { after: { days: 1 }, notify: ["author"] } }), ["เอากำหนดเวลาออก"]],
  ["flow.idle-deadline", (d) => set(state(d, "pending"), { deadline: { after: { days: 1 } } }), ["เตือนผู้ที่ต้องทำ", "เอากำหนดเวลาออก"]],
  ["flow.deadline-action", (d) => set(state(d, "pending"), { deadline: { after: { days: 1 }, action: "vanish" } }), ["เอากำหนดเวลาออก"]],
  [
    "flow.deadline-needs-person",
    (d) => set(state(d, "pending"), { deadline: { after: { days: 1 }, notify: ["director"], action: "approve" } }),
    ["ครบกำหนดแล้วเตือนอย่างเดียว"],
  ],
  ["flow.no-start", (d) => set(action(d, "submit"), { from: ["returned"] }), ["เพิ่มการส่งไปยัง"]],
  [
    "flow.no-default-route",
    (d) =>
      set(action(d, "approve"), {
        to: [
          { when: "amount > 1.0", to: "with-mayor" },
          { when: "amount <= 1.0", to: "inspection" },
        ],
      }),
    ["ให้ทางสุดท้ายใช้เมื่อไม่เข้าทางอื่น"],
  ],
  ["flow.dead-route", (d) => set(action(d, "approve"), { to: [{ to: "inspection" }, { when: "amount > 1.0", to: "with-mayor" }] }), ["ย้ายไปเป็นทางสุดท้าย"]],
  ["flow.unknown-from", (d) => void action(d, "return").from.push("nowhere"), ["เอาสถานะที่ไม่มีออก"]],
  [
    "flow.unknown-to",
    (d) => set(action(d, "approve"), { to: [{ when: "amount > 1.0", to: "nowhere" }, { when: "amount > 9.0", to: "inspection" }, { to: "with-mayor" }] }),
    ["เอาทางแยกนี้ออก"],
  ],
  ["flow.new-not-author", (d) => set(action(d, "submit"), { notAuthor: true }), ["ทำกับเรื่องของตนเองได้"]],
  ["flow.only-author-excluded", (d) => set(action(d, "return"), { who: ["author"], notAuthor: true }), ["ทำกับเรื่องของตนเองได้"]],
  ["flow.system-and-people", (d) => set(action(d, "lapse"), { who: ["director"] }), ["ให้ระบบทำเองทั้งหมด"]],
  ["flow.system-unused", (d) => void d.actions.push({ id: "auto", title: "เอง", from: ["pending"], to: "returned", system: true }), ["ลบการดำเนินการนี้"]],
  ["flow.new-signatures", (d) => set(action(d, "submit"), { sign: { need: 2 } }), ["ลงชื่อคนเดียว"]],
  ["flow.too-many-signatures", (d) => set(action(d, "return"), { who: ["author"], sign: { need: 3 } }), ["ลงชื่อคนเดียว"]],
  ["flow.sign-field", (d) => set(action(d, "return"), { sign: { field: "subject" } }), ["ลงชื่อโดยไม่ใช้ช่องในแบบฟอร์ม"]],
  ["flow.person-field", (d) => set(action(d, "return"), { person: "subject" }), ["ไม่รอผู้ที่ระบุในช่อง"]],
  ["flow.unknown-section", (d) => set(state(d, "pending"), { edit: { who: ["director"], sections: ["review", "gone"] } }), ["เอาส่วนที่ไม่มีออก"]],
  // The last one does not leave all of them open.
  ["flow.unknown-section", (d) => set(state(d, "pending"), { edit: { who: ["director"], sections: ["gone"] } }), ["ไม่ให้แก้คำตอบในสถานะนี้"]],
  ["flow.unknown-section", (d) => set(action(d, "return"), { sign: { sections: ["gone"] } }), ["ลงนามทั้งแบบฟอร์ม"]],
  ["flow.effect-to", (d) => set(action(d, "return"), { effects: [{ type: "notify", message: "ว่าง" }] }), ["เอาการแจ้งนี้ออก"]],
  ["flow.effect-message", (d) => set(action(d, "return"), { effects: [{ type: "notify", to: ["author"] }] }), ["แจ้งว่า"]],
  ["expression.unknown-name", (d) => set(action(d, "return"), { when: "gone > 1.0", unless: "ยังไม่ได้" }), ["เอาเงื่อนไขออก ทำได้เสมอ"]],
  ["expression.misspelt-name", (d) => set(action(d, "return"), { when: "amuont > 1.0" }), ["ใช้ amount", "เอาเงื่อนไขออก ทำได้เสมอ"]],
  [
    "expression.unknown-name",
    (d) => set(action(d, "approve"), { to: [{ when: "gone > 1.0", to: "with-mayor" }, { when: "amount > 9.0", to: "with-mayor" }, { to: "inspection" }] }),
    ["เอาทางแยกนี้ออก"],
  ],
];

test.each(flows)("%s of a workflow is mended (%#)", (code, break_, titles) => {
  const draft = structuredClone(buying) as Draft;
  break_(draft);
  const check = (workflow: Draft) => [...checkDefinition(workflow), ...checkWorkflow(workflow as WorkflowDefinition, purchase)];
  const found = mended(JSON.parse(JSON.stringify(draft)) as Draft, code, check);
  expect(found.map(({ title }, nth) => (titles[nth] && title.startsWith(titles[nth]) ? titles[nth] : title))).toEqual(titles);
});

test("a question asked elsewhere: its answer is taken from the record that is chosen, by the field that chooses one or by a new one", () => {
  const pupil = formOf(
    { tel: field("phone", { title: "เบอร์ผู้ปกครอง" }) },
    { id: "pupil-register", title: "ทะเบียนนักเรียน", reference: { label: "{tel}", fields: ["tel"] } },
  );
  const asks = formOf(
    { day: field("date"), phone: field("phone", { title: "เบอร์ผู้ปกครอง", "x-require": "true", "x-check": [{ rule: "phone != ''", message: "ผิด" }] }) },
    { required: ["day", "phone"], layout: [{ page: "หน้า", sections: [{ id: "s", fields: ["day", "phone"] }] }] },
  );
  const problem = definitionProblem(
    "definition.asked-elsewhere",
    { title: "เบอร์ผู้ปกครอง", form: "ทะเบียนนักเรียน", id: "pupil-register", field: "tel" },
    "/schema/properties/phone",
    { level: "warn" },
  );
  const context = { forms: { "pupil-register": pupil } };
  const [first, ...more] = mendsOf(asks, problem, newId);
  expect(more).toEqual([]);
  expect(thai(first!.title)).toBe("ให้เลือกจากทะเบียนนักเรียน แล้วดึงคำตอบมา");
  const chosen = first!.next.schema.properties.pupil_register!;
  expect(chosen).toMatchObject({ "x-field": "reference", "x-form": "pupil-register" });
  expect(first!.next.layout![0]!.sections[0]!.fields).toEqual(["day", "pupil_register", "phone"]);
  expect(first!.next.lookups).toEqual({ tel: { form: "pupil-register", where: { record: "$pupil_register" }, pick: "first", field: "tel" } });
  expect(first!.next.schema.properties.phone).toEqual({
    "x-id": asks.schema.properties.phone!["x-id"],
    "x-field": "phone",
    title: "เบอร์ผู้ปกครอง",
    "x-value": "lookups.tel",
  });
  expect(first!.next.schema.required).toEqual(["day"]);
  expect(lines(checkDefinition(identify(first!.next, newId), context))).toEqual([]);
  // A field that chooses one is there: no second one is put in.
  const choosing = {
    ...asks,
    schema: { ...asks.schema, properties: { child: field("reference", { "x-form": "pupil-register" }), ...asks.schema.properties } },
  };
  const placed = { ...choosing, layout: [{ page: "หน้า", sections: [{ id: "s", fields: ["child", "day", "phone"] }] }] };
  const [from] = mendsOf(placed, problem, newId);
  expect(thai(from!.title)).toBe("ดึงคำตอบจากทะเบียนนักเรียนที่เลือกไว้");
  expect(from!.next.lookups!.tel!.where).toEqual({ record: "$child" });
  expect(lines(checkDefinition(from!.next, context))).toEqual([]);
  // What is not offered is only told.
  expect(mendsOf(asks, { ...problem, code: "definition.asked-elsewhere-closed" }, newId)).toEqual([]);
});

test("a place that is no longer there, or never was, has no mend", () => {
  const form = formOf({ a: field("text") });
  for (const [code] of forms)
    for (const path of [
      "",
      "/",
      "/schema/properties/gone/x-show",
      "/access/read/9",
      "/layout/3/sections/1/show",
      "/schema/required/7",
      "/__proto__/x",
      "/list/columns/0",
    ])
      expect(mendsOf(form, { code, path, title: { th: "ผิด", en: "Wrong" }, status: 422 }, newId), `${code} ${path}`).toEqual([]);
  for (const [code] of flows)
    for (const path of ["", "/states/99", "/actions/99/to", "/states/x/edit", "/actions"])
      if (code !== "flow.no-start")
        expect(mendsOf(buying, { code, path, title: { th: "ผิด", en: "Wrong" }, status: 422 }, newId), `${code} ${path}`).toEqual([]);
});

test("a way with a condition never becomes the way of all others because theirs leads nowhere", () => {
  const broken = flow([{ id: "approve", title: "อนุมัติ", from: ["wait"], who: ["director"], to: [{ when: "amount < 100.0", to: "end" }, { to: "mayor" }] }]);
  const problem = checkWorkflow(broken).find(({ code }) => code === "flow.unknown-to")!;
  expect(mendsOf(broken, problem, newId)).toEqual([]);
});

test("a misspelt name is put right where it stands for nothing, and left where it is a column or a fact", () => {
  const form = of({
    items: tableOf({ amount: field("number") }),
    amounts: field("number"),
    names: field("text"),
    sum: field("computed", { type: "number", "x-value": "items.map(i, i.amount).size() + amount" }),
    who: field("computed", { type: "string", "x-value": "organization.name + name" }),
    column: field("computed", { type: "number", "x-value": "items.map(i, i.amonut).size()" }),
  }) as FormDefinition;
  const rule = (field: string) => {
    const problem = checkDefinition(form).find(({ code, path }) => code === "expression.misspelt-name" && path === `/schema/properties/${field}/x-value`)!;
    return mendOf(form, problem, newId)!.next.schema.properties[field]!["x-value"];
  };
  expect(rule("sum")).toBe("items.map(i, i.amount).size() + amounts");
  expect(rule("who")).toBe("organization.name + names");
  expect(rule("column")).toBe("items.map(i, i.amount).size()");
});
