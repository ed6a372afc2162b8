// Names in a print template: what the form has not is told, with its line; what it has is never told, in whatever block it stands.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkDefinition } from "../../../engine/definition/check.js";
import { checkDocument } from "../../../engine/definition/check-document.js";
import { strayNames } from "../../../engine/definition/template-names.js";
import { type Shape, templateShape } from "../../../engine/definition/template-shape.js";
import { tagsOf } from "../../../engine/definition/template-tags.js";
import { documentContext } from "../../../engine/document/context.js";
import { sampleRecord } from "../../../engine/document/sample.js";
import type { DocumentDefinition, FormDefinition } from "../../../schemas/types.js";
import { factsOf, field, formOf, tableOf } from "../../help/forms.js";
import * as library from "../../help/library.js";

const form = formOf(
  {
    reason: field("text"),
    day: field("date"),
    pay: field("money"),
    agreed: field("yes-no"),
    face: field("photo"),
    home: field("group", { properties: { house: field("text") } }),
    goods: tableOf({ name: field("text"), this: field("number") }),
    order: field("signature"),
  },
  { documents: ["print"] },
);
const strays = (template: string) => strayNames(tagsOf(template).tags, templateShape(form)).map(({ found, line }) => `${line} ${found}`);

describe("known", () => {
  test.each([
    "{{fields.reason.text}} {{fields.reason.label}} {{#if fields.reason.empty}}x{{/if}}",
    "{{fields.day.day.long}} {{fields.pay.words}} {{today.long}} {{created.time}} {{check}} {{number}}",
    "{{#each fields.goods.rows}}{{number}} {{cells.name.text}} {{cells.[this].text}} {{@index}} {{@root.fields.reason.text}}{{/each}}",
    "{{#each fields.goods.rows}}x{{else}}{{fields.reason.text}}{{/each}}",
    "{{#each fields.goods.columns}}{{label}}{{/each}}{{#each fields.agreed.options}}{{box}} {{label}}{{/each}}",
    "{{#with fields.home.fields}}{{house.text}} {{../fields.reason.text}}{{/with}}",
    "{{#with signatures.approve}}{{name}} {{date.long}} {{#if image}}{{image}}{{/if}}{{else}}{{author.name}}{{/with}}",
    "{{#with signatureFields.order}}{{position}}{{/with}} {{#each signed}}{{as}}{{/each}}",
    "{{organization.lao}} {{organization.centre}} {{fields/reason/text}} {{this.fields.reason.text}} {{fields.reason.value.anything}}",
    "{{#if fields.reason.empty}}a{{else if fields.pay.empty}}b{{else}}{{fields.pay.text}}{{/if}}",
    "{{#each fields.goods.rows as |row|}}{{row.cells.nothing}}{{/each}}",
    "{{!-- {{fields.gone.text}} --}}{{! {{x} }}\\{{fields.gone.text}}",
  ])("%s", (template) => expect(strays(template)).toEqual([]));
});

describe("not known, with the line", () => {
  test.each<[string, string[]]>([
    ["<p>\n{{fields.reazon.text}}", ["2 fields.reazon"]],
    ["{{note.text}}", ["1 note"]],
    ["{{fields.reason.words}}", ["1 fields.reason.words"]],
    ["{{#each fields.goods.rows}}\n{{cells.nmae.text}}\n{{/each}}", ["2 cells.nmae"]],
    ["{{#each fields.goods.rows}}{{fields.reason.text}}{{/each}}", ["1 fields"]],
    ["{{#with fields.home.fields}}{{street.text}}{{/with}}\n{{house.text}}", ["1 street", "2 house"]],
    ["{{signatureFields.checked.name}}", ["1 signatureFields.checked"]],
    ["{{#if fields.gone.empty}}x{{else if fields.lost.empty}}y{{/if}}", ["1 fields.gone", "1 fields.lost"]],
    ["{{fields.constructor.text}}", ["1 fields.constructor"]],
  ])("%s", (template, found) => expect(strays(template)).toEqual(found));
});

test("a template is told for each form that prints it, as a doubt; without a form nothing is known", () => {
  const print: DocumentDefinition = { kind: "document", id: "print", title: "ใบ", template: "<h1>ใบ</h1>\n{{fields.reazon.text}}\n{{nobody}}" };
  expect(checkDefinition(print)).toEqual([]);
  const [first, second] = checkDefinition(print, { forms: { [form.id]: form, other: { ...form, id: "other", documents: [] } } });
  expect(first).toMatchObject({ code: "definition.template-field", level: "warn", path: "/template", params: { line: 2, found: "fields.reazon" } });
  expect(first!.title.th).toBe("บรรทัด 2: แบบฟอร์ม “แบบทดสอบ” ไม่มี fields.reazon ตรงนี้จะพิมพ์เป็นที่ว่าง เลือกช่องใหม่จากรายการ หรือลบออก");
  expect(second).toMatchObject({ code: "definition.template-name", params: { line: 3, found: "nobody" } });
  // What stands in the way is told alone.
  expect(checkDocument({ ...print, template: `${print.template}{{#if x}}` }, { forms: { form } }).map(({ code }) => code)).toEqual([
    "definition.template-unclosed",
  ]);
});

test("a form that drops a field hears of the documents that print it", () => {
  const print: DocumentDefinition = { kind: "document", id: "print", title: "ใบอนุญาต", template: "{{fields.reason.text}}{{nobody}}" };
  const { reason: _, ...left } = form.schema.properties;
  expect(checkDefinition(form, { documents: { print } })).toEqual([]);
  expect(checkDefinition({ ...form, schema: { type: "object", properties: left } }, { documents: { print } })).toMatchObject([
    { code: "definition.document-field", level: "warn", path: "/documents/0", params: { document: "ใบอนุญาต", fields: ["fields.reason"] } },
  ]);
});

describe("tags", () => {
  test("with sign, line and place; a comment is none", () => {
    const { tags, text, open } = tagsOf("a\n{{#if x}}{{~y~}}\n{{!-- {{z}} --}}{{/if}} {{{w}}} {{& v}} {{q");
    expect(tags.map(({ sign, inside, line, unescaped }) => `${sign}${inside} ${line}${unescaped ? " !" : ""}`)).toEqual([
      "#if x 2",
      "y 2",
      "/if 3",
      "w 3 !",
      "&v 3 !",
    ]);
    expect(text).not.toContain("{{z}}");
    expect(text.length).toBe("a\n{{#if x}}{{~y~}}\n{{!-- {{z}} --}}{{/if}} {{{w}}} {{& v}} {{q".length);
    expect(open).toMatchObject({ line: 3 });
  });

  // Long and unfriendly: read once, not over and over.
  test.each([
    ["open braces", "{{ ".repeat(60_000)],
    ["spaces in one tag", `{{${" ".repeat(150_000)}`],
    ["comments that never end", "{{!-- ".repeat(30_000)],
    ["pictures that are no scripts", "<svg ".repeat(40_000)],
    ["comments of the other end", "{{!--x--~}}".repeat(15_000)],
    ["brackets in one tag", `{{${"[".repeat(150_000)}}}`],
    ["blocks in blocks", "{{#with a}}".repeat(15_000)],
  ])("of %s, in time", (_, template) => {
    expect(checkDocument({ kind: "document", id: "print", title: "x", template }, { forms: { form } }).length).toBeGreaterThanOrEqual(0);
  });
});

test("the shape knows everything that the context of a record has, for every form of the library", () => {
  for (const name of library.formNames) {
    const definition = library.formOf(name);
    const compiled = library.compiled(name);
    const facts = factsOf({ codes: library.codes() });
    const record = sampleRecord({ form: compiled, definition, facts, now: "2026-11-25T02:00:00.000Z" });
    expect(unknown(documentContext(compiled, record, facts, { check: "AB12" }), templateShape(definition), name)).toEqual([]);
  }
});

function unknown(value: unknown, shape: Shape | undefined, at: string): string[] {
  if (!shape) return [at];
  if (shape.any || typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one, nth) => unknown(one, shape.each, `${at}/${nth}`));
  return Object.entries(value).flatMap(([key, one]) => unknown(one, shape.inside?.[key] ?? shape.other, `${at}/${key}`));
}

const documents = library.formNames.flatMap((name) => {
  const folder = `form-definitions/${name}/documents`;
  return readdirSync(folder)
    .filter((file) => file.endsWith(".hbs"))
    .map((file) => [file, library.formOf(name), readFileSync(`${folder}/${file}`, "utf8")] as const);
});
test.each(documents)("the bundled template %s names nothing that its form lacks", (_, of: FormDefinition, template) => {
  expect(strayNames(tagsOf(template).tags, templateShape(of))).toEqual([]);
});

test("a template with faults without end is told its first hundred", () => {
  const template = "{{/each}}".repeat(5_000);
  expect(checkDefinition({ kind: "document", id: "print", title: "พิมพ์", template }, {})).toHaveLength(100);
});
