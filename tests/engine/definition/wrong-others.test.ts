// Wrong menus, code lists and print templates: each row with all the problems it must be told, by code and place, and no other.
import { describe, expect, test } from "vitest";
import { checkDefinition } from "../../../engine/definition/check.js";
import type { DefinitionContext } from "../../../engine/definition/context.js";
import { field, formOf } from "../../help/forms.js";

type Row = [what: string, definition: unknown, problems: string[], context?: DefinitionContext];

const menu = (items: unknown[], more = {}) => ({ kind: "menu", id: "m", title: "เมนู", items, ...more });
const codes = (rows: unknown[], more = {}) => ({ kind: "codes", id: "c", title: "รหัส", rows, ...more });
const print = (template: string, more = {}) => ({ kind: "document", id: "d", title: "แบบพิมพ์", template, ...more });
const nested = (levels: number): unknown =>
  levels === 0 ? { id: "leaf", label: "ใบ", target: { inbox: true } } : { id: `l${levels}`, label: "กิ่ง", items: [nested(levels - 1)] };
const forms = { known: formOf({}, { id: "known" }) };
/** A form of which there is one a day and place, unless its key says otherwise. */
const daily = (key: object = {}): NonNullable<DefinitionContext["forms"]> => ({
  daily: formOf({ day: field("date"), count: field("integer") }, { id: "daily", keys: [{ fields: ["day"], within: "unit", ...key }] }),
});

const rows: Row[] = [
  [
    "an item twice",
    menu([
      { id: "a", label: "ก", target: { inbox: true } },
      { id: "a", label: "ข", target: { inbox: true } },
    ]),
    ["definition.repeated-item /items/1/id"],
  ],
  [
    "an item twice, one deeper",
    menu([{ id: "a", label: "ก", items: [{ id: "a", label: "ข", target: { inbox: true } }] }]),
    ["definition.repeated-item /items/0/items/0/id"],
  ],
  ["an item that leads nowhere", menu([{ id: "a", label: "ก" }]), ["definition.item-leads-nowhere /items/0"]],
  [
    "an item that leads two ways",
    menu([{ id: "a", label: "ก", target: { form: "known" }, items: [{ id: "b", label: "ข", target: { inbox: true } }] }]),
    ["definition.item-leads-twice /items/0"],
  ],
  ["a target of two kinds", menu([{ id: "a", label: "ก", target: { form: "known", list: "known" } }]), ["definition.out-of-size /items/0/target"]],
  ["a target of no kind", menu([{ id: "a", label: "ก", target: {} }]), ["definition.out-of-size /items/0/target"]],
  ["a form that is not there", menu([{ id: "a", label: "ก", target: { form: "zzz" } }]), ["definition.unknown-form /items/0/target/form"], { forms }],
  ["a list of a form that is not there", menu([{ id: "a", label: "ก", target: { list: "zzz" } }]), ["definition.unknown-form /items/0/target/list"], { forms }],
  [
    "work of the day that is no form",
    menu([{ id: "a", label: "ก", target: { list: "daily" }, today: {} }]),
    ["definition.no-day-work /items/0/today"],
    { forms: daily() },
  ],
  [
    "work of the day of a form that may be sent twice a day",
    menu([{ id: "a", label: "ก", target: { form: "daily" }, today: {} }]),
    ["definition.no-day-work /items/0/today"],
    { forms: daily({ on: "warn" }) },
  ],
  [
    "work of the day of a form of which there is one in the whole LAO",
    menu([{ id: "a", label: "ก", target: { form: "daily" }, today: {} }]),
    ["definition.no-day-work /items/0/today"],
    { forms: daily({ within: "lao" }) },
  ],
  [
    "work of the day that tells what its form does not have",
    menu([{ id: "a", label: "ก", target: { form: "daily" }, today: { show: ["count", "zzz"] } }]),
    ["definition.unknown-field /items/0/today/show/1"],
    { forms: daily() },
  ],
  [
    "work of the day until no time",
    menu([{ id: "a", label: "ก", target: { form: "daily" }, today: { by: "25:00" } }]),
    ["definition.bad-form /items/0/today/by"],
  ],
  ["work of the day", menu([{ id: "a", label: "ก", target: { form: "daily" }, today: { by: "08:45", show: ["count"] } }]), [], { forms: daily() }],
  ["a link that is not https", menu([{ id: "a", label: "ก", target: { link: "javascript:alert(1)" } }]), ["definition.bad-form /items/0/target/link"]],
  ["a menu too deep", menu([nested(4)]), ["definition.menu-too-deep /items/0/items/0/items/0/items/0/items/0"]],
  [
    "a duty nobody has",
    menu([{ id: "a", label: "ก", who: ["zzzzzz"], target: { inbox: true } }]),
    ["definition.unknown-duty /items/0/who/0"],
    { duties: ["director"] },
  ],
  ["a label without Thai", menu([{ id: "a", label: "", target: { inbox: true } }]), ["definition.bad-text /items/0/label"]],
  [
    "an item without an id, and one that leads nowhere",
    menu([
      { label: "ก", target: { inbox: true } },
      { id: "b", label: "ข" },
    ]),
    ["definition.missing /items/0/id", "definition.item-leads-nowhere /items/1"],
  ],
  ["a day that does not exist", codes([{ id: "a", title: "ก", from: "2026-02-30" }]), ["definition.no-such-day /rows/0/from"]],
  ["a day in words", codes([{ id: "a", title: "ก", from: "วันนี้" }]), ["definition.bad-form /rows/0/from"]],
  ["a last day before the first", codes([{ id: "a", title: "ก", from: "2026-02-02", to: "2026-02-01" }]), ["definition.codes-dates /rows/0"]],
  [
    "a code twice on the same days",
    codes([
      { id: "a", title: "ก" },
      { id: "a", title: "ข", from: "2026-01-01" },
    ]),
    ["definition.codes-overlap /rows/1"],
  ],
  [
    "a code three times, the last within the first",
    codes([
      { id: "a", title: "ก", from: "2026-01-01", to: "2026-12-31" },
      { id: "a", title: "ข", from: "2020-01-01", to: "2020-12-31" },
      { id: "a", title: "ค", from: "2026-06-01", to: "2026-06-30" },
    ]),
    ["definition.codes-overlap /rows/2"],
  ],
  ["steps the wrong way round", codes([{ id: "a", title: "ก", min: 41, max: 40 }]), ["definition.codes-steps /rows/0"]],
  [
    "steps that overlap",
    codes([
      { id: "a", title: "ก", min: 1, max: 40 },
      { id: "b", title: "ข", min: 40, max: 80 },
    ]),
    ["definition.steps-overlap /rows/1"],
  ],
  ["a parent that is not there", codes([{ id: "a", title: "ก", parent: "z" }]), ["definition.codes-parent /rows/0/parent"]],
  [
    "parents in a circle",
    codes([
      { id: "a", title: "ก", parent: "b" },
      { id: "b", title: "ข", parent: "a" },
    ]),
    ["definition.codes-parent-cycle /rows/0/parent"],
  ],
  [
    "a value of the wrong type, and an unknown key",
    codes([{ id: "a", title: "ก", values: { rate: [] } }], { colour: 1 }),
    ["definition.unknown-key /colour", "definition.wrong-type /rows/0/values/rate"],
  ],
  ["unescaped output", print("<p>{{{name}}}</p>"), ["definition.template-unescaped /template"]],
  ["unescaped output by ampersand", print("<p>{{& name}}</p>"), ["definition.template-unescaped /template"]],
  ["a way to the constructor", print("{{lookup this 'constructor'}}"), ["definition.template-forbidden /template"]],
  ["a way to the prototype", print("{{name.__proto__.x}}"), ["definition.template-forbidden /template"]],
  ["a part from elsewhere", print("{{> other}}"), ["definition.template-forbidden /template"]],
  ["a script", print("<script>1</script>"), ["definition.template-script /template"]],
  ["a handler", print('<p onclick="x()">a</p>'), ["definition.template-script /template"]],
  ["a block left open", print("{{#if a}}x"), ["definition.template-unclosed /template"]],
  ["a block closed that is not open", print("x{{/if}}"), ["definition.template-unopened /template"]],
  ["blocks crossed", print("{{#if a}}{{#each b}}{{/if}}{{/each}}"), ["definition.template-unclosed /template", "definition.template-unopened /template"]],
  ["braces left open", print("{{name"), ["definition.template-unclosed /template"]],
  ["a script and an open block", print("{{#if a}}<iframe>"), ["definition.template-script /template", "definition.template-unclosed /template"]],
  ["paper that is not there", print("x", { paper: "B5" }), ["definition.not-allowed /paper"]],
  ["an empty template", print(""), ["definition.out-of-size /template"]],
];

describe("a wrong menu, code list or template is told all that is wrong, and no more", () => {
  test.each(rows)("%s", (_what, definition, problems, context) => {
    expect(
      checkDefinition(definition, context ?? {})
        .map(({ code, path }) => `${code} ${path}`)
        .sort(),
    ).toEqual([...problems].sort());
  });
});

const right: [string, unknown][] = [
  [
    "a menu with branches",
    menu([{ id: "a", label: { th: "ก", en: "A" }, icon: "house", who: ["anyone"], items: [{ id: "b", label: "ข", target: { form: "known" } }] }]),
  ],
  [
    "a code whose rows follow each other",
    codes([
      { id: "a", title: "ก", to: "2026-01-01" },
      { id: "a", title: "ข", from: "2026-01-02" },
    ]),
  ],
  [
    "rates by step, renewed",
    codes([
      { id: "s", title: "เล็ก", max: 40, to: "2026-09-30" },
      { id: "l", title: "ใหญ่", min: 41, to: "2026-09-30" },
      { id: "s", title: "เล็ก", max: 50, from: "2026-10-01" },
      { id: "l", title: "ใหญ่", min: 51, from: "2026-10-01" },
    ]),
  ],
  [
    "rates by step under two parents",
    codes([
      { id: "x", title: "ก" },
      { id: "y", title: "ข" },
      { id: "a", title: "ค", min: 1, max: 5, parent: "x" },
      { id: "b", title: "ง", min: 1, max: 5, parent: "y" },
    ]),
  ],
  [
    "a template with blocks, else and a comment",
    print("{{!-- {{#if --}}{{#if a}}<b>{{a.text}}</b>{{else}}–{{/if}}{{#each rows}}{{this.text}}{{/each}}{{^b}}x{{/b}}"),
  ],
];

test.each(right)("%s is right", (_what, definition) => expect(checkDefinition(definition, { forms, duties: [] })).toEqual([]));
