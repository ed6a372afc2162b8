// Wrong forms: each row is one definition, with all the problems it must be told, by code and place, and no other.
import { describe, expect, test } from "vitest";
import { checkDefinition } from "../../../engine/definition/check.js";
import type { DefinitionContext } from "../../../engine/definition/context.js";
import type { FieldSchema, FormDefinition } from "../../../schemas/types.js";
import { field, formOf, tableOf } from "../../help/forms.js";

type Row = [what: string, definition: unknown, problems: string[], context?: DefinitionContext];

const of = (properties: Record<string, unknown>, more: Record<string, unknown> = {}): unknown => formOf(properties as Record<string, FieldSchema>, more);
const p = (name: string, rest = "") => `/schema/properties/${name}${rest}`;
const deep = (levels: number): unknown => (levels === 0 ? field("text") : field("group", { properties: { g: deep(levels - 1) as FieldSchema } }));
const other: FormDefinition = formOf(
  { a: field("text"), b: field("text"), c: field("text") },
  { id: "other", reference: { label: "{a}", fields: ["a", "b"] }, sensitive: ["b"] },
);
const workflow = {
  kind: "workflow" as const,
  id: "w",
  title: "ง",
  states: [{ id: "s", title: "ส" }],
  actions: [{ id: "submit", title: "ส่ง", from: ["new"], to: "s" }],
};

const rows: Row[] = [
  // The whole.
  ["not an object", [], ["definition.not-an-object "]],
  ["no kind", { id: "x" }, ["definition.unknown-kind /kind"]],
  ["a kind that is not there", { kind: "sheet" }, ["definition.unknown-kind /kind"]],
  ["nested too deep", of({ g: deep(40) }), ["definition.too-deep "]],
  ["too large", of({ a: field("select", { "x-options": [{ id: "a", title: "ก".repeat(800_000) }] }) }), ["definition.too-large "]],
  ["2,000 fields", of(Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`f${i}`, field("text")]))), ["definition.too-many-fields /schema/properties"]],
  // Shape.
  ["no id and no title", { kind: "form", schema: { type: "object", properties: {} } }, ["definition.missing /id", "definition.missing /title"]],
  ["a bad id", of({ a: field("text") }, { id: "My Form" }), ["definition.bad-id /id"]],
  ["an unknown key", of({ a: field("text") }, { colour: "red" }), ["definition.unknown-key /colour"]],
  ["a misspelt keyword", of({ a: field("text", { minLenght: 3 } as never) }), [`definition.misspelt-key ${p("a", "/minLenght")}`]],
  ["a keyword of the wrong type", of({ a: field("text", { minLength: "3" } as never) }), [`definition.wrong-type ${p("a", "/minLength")}`]],
  ["an unknown type of field", of({ a: field("slider" as never) }), [`definition.not-allowed ${p("a", "/x-field")}`]],
  ["a title without Thai", of({ a: field("text") }, { title: { en: "Form" } }), ["definition.bad-text /title"]],
  ["a title that is a number", of({ a: field("text") }, { title: 5 }), ["definition.bad-text /title"]],
  ["a field name with a space", of({ "my field": field("text") }), [`definition.bad-name ${p("my field")}`]],
  ["a field named __proto__", JSON.parse(JSON.stringify(of({ a: field("text") })).replace('"a":', '"__proto__":')), [`definition.bad-name ${p("__proto__")}`]],
  ["an x-id too short", of({ a: field("text", { "x-id": "abc" }) }), [`definition.bad-field-id ${p("a", "/x-id")}`]],
  ["who with capitals", of({ a: field("text") }, { access: { read: ["Director"] } }), ["definition.bad-who /access/read/0"]],
  ["an icon that is no name", of({ a: field("text") }, { icon: "<svg>" }), ["definition.bad-form /icon"]],
  ["eleven keys", of({ a: field("text") }, { keys: Array.from({ length: 11 }, () => ({ fields: ["a"], within: "unit" })) }), ["definition.out-of-size /keys"]],
  [
    "a check without a message",
    of({ a: field("text", { "x-check": [{ rule: "a != ''" }] } as never) }),
    [`definition.missing ${p("a", "/x-check/0/message")}`],
  ],
  // What nobody will ever see, and who acts without being able to read. Whatever may be so is not doubted.
  ["a rule that is false", of({ a: field("text", { "x-show": "false" }) }), [`definition.never-shown ${p("a", "/x-show")}`]],
  [
    "a choice that is not there",
    of({ a: field("select", { "x-options": [{ id: "x", title: "ก" }] }), b: field("text", { "x-show": "a == 'y' && a != 'x'", "x-require": "a == 'x'" }) }),
    [`definition.required-never-shown ${p("b", "/x-show")}`],
  ],
  [
    "what reads only what never shows",
    of({ a: field("integer", { "x-show": "1 == 1 && false" }), b: field("text", { "x-show": "a > 3 || false" }), c: field("text", { "x-show": "a != 3" }) }),
    [`definition.never-shown ${p("a", "/x-show")}`, `definition.never-shown ${p("b", "/x-show")}`],
  ],
  [
    "what may be so",
    of({
      a: field("select", { "x-options": [{ id: "x", title: "ก" }] }),
      b: field("text", { "x-show": "a == 'y' || a == 'x'" }),
      c: field("text", { "x-show": "a in ['x', 'y']" }),
      d: field("text", { "x-show": "!(a == 'y')" }),
      e: field("select", { "x-codes": "list" }),
      f: field("text", { "x-show": "e == 'anything'" }),
      g: field("text", { "x-show": "true" }),
    }),
    [],
  ],
  [
    "who acts and may not read",
    of({ a: field("text") }, { workflow: "w", access: { read: ["author", "clerk"] } }),
    ["definition.actor-cannot-read /access/read"],
    { workflows: { w: { ...workflow, actions: [...workflow.actions, { id: "go", title: "ไป", from: ["s"], to: "s", who: ["clerk", "director"] }] } } },
  ],
  [
    "who acts and may read, as a handler, by another word for the duty, or because all may",
    of({ a: field("text") }, { workflow: "w", access: { read: ["author", "handler"] } }),
    [],
    { workflows: { w: { ...workflow, actions: [...workflow.actions, { id: "go", title: "ไป", from: ["s"], to: "s", who: ["author", "director@school"] }] } } },
  ],
  // Names and ids.
  ["a field named constructor", of({ constructor: field("text") }), [`definition.reserved-name ${p("constructor")}`]],
  ["a field named as a word of CEL", of({ in: field("text") }), [`definition.reserved-name ${p("in")}`]],
  ["a field named as a fact", of({ today: field("date") }), [`definition.reserved-name ${p("today")}`]],
  ["no title", of({ a: field("text", { title: undefined }) }), [`definition.no-title ${p("a")}`]],
  [
    "an x-id twice",
    of({ a: field("text", { "x-id": "aaaaaaaaaa" }), b: field("text", { "x-id": "aaaaaaaaaa" }) }),
    [`definition.repeated-id ${p("b", "/x-id")}`],
  ],
  ["no type and no x-field", of({ a: { title: "ก" } }), [`definition.no-type ${p("a")}`]],
  // Kinds and keywords.
  ["a number of type string", of({ a: field("number", { type: "string" }) }), [`definition.type-mismatch ${p("a", "/type")}`]],
  ["options of a text", of({ a: field("text", { "x-options": [{ id: "x", title: "ก" }] }) }), [`definition.keyword-not-for-type ${p("a", "/x-options")}`]],
  ["a rule of a note", of({ a: field("note", { "x-require": "true" }) }), [`definition.keyword-not-for-type ${p("a", "/x-require")}`]],
  ["a select without options", of({ a: field("select") }), [`definition.no-options ${p("a")}`]],
  ["a select with two sources", of({ a: field("select", { enum: ["x"], "x-codes": "list" }) }), [`definition.options-twice ${p("a")}`]],
  [
    "an option twice",
    of({
      a: field("select", {
        "x-options": [
          { id: "x", title: "ก" },
          { id: "x", title: "ข" },
        ],
      }),
    }),
    [`definition.option-repeated ${p("a", "/x-options")}`],
  ],
  [
    "all options retired",
    of({ a: field("select", { "x-options": [{ id: "x", title: "ก", retired: true }] }) }),
    [`definition.all-options-retired ${p("a", "/x-options")}`],
  ],
  ["least length above the most", of({ a: field("text", { minLength: 9, maxLength: 3 }) }), [`definition.bounds ${p("a", "/minLength")}`]],
  ["least above most", of({ a: field("money", { minimum: 9, maximum: 3 }) }), [`definition.bounds ${p("a", "/minimum")}`]],
  [
    "more items at least than at most",
    of({ a: field("multi-select", { "x-codes": "l", minItems: 3, maxItems: 2 }) }),
    [`definition.bounds ${p("a", "/minItems")}`],
  ],
  [
    "a time that begins after it ends",
    of({ a: field("time", { "x-earliest": "16:30", "x-latest": "08:00" }) }),
    [`definition.bounds ${p("a", "/x-earliest")}`],
  ],
  [
    "a default before the first time",
    of({ a: field("time", { "x-earliest": "08:00", default: "7.30" }) }),
    [`definition.default-not-valid ${p("a", "/default")}`],
  ],
  ["a least percent above a hundred", of({ a: field("percent", { minimum: 101 }) }), [`definition.bounds ${p("a", "/minimum")}`]],
  ["a most percent below nought", of({ a: field("percent", { maximum: -1 }) }), [`definition.bounds ${p("a", "/minimum")}`]],
  ["an address that is text", of({ a: field("address", { type: "string" }) }), [`definition.type-mismatch ${p("a", "/type")}`]],
  ["half a bound for a whole number", of({ a: field("integer", { minimum: 0.5 }) }), [`definition.bound-not-whole ${p("a", "/minimum")}`]],
  ["a year of the common era as a bound", of({ a: field("fiscal-year", { minimum: 2026 }) }), [`definition.year-bounds ${p("a", "/minimum")}`]],
  ["a pattern that cannot be read", of({ a: field("text", { pattern: "^[a-" }) }), [`definition.bad-pattern ${p("a", "/pattern")}`]],
  ["a reference to nothing", of({ a: field("reference") }), [`definition.needs-form ${p("a")}`]],
  ["a computed field without a formula", of({ a: field("computed", { type: "number" }) }), [`definition.needs-value ${p("a")}`]],
  ["a running number without a series", of({ a: field("running-number") }), [`definition.needs-series ${p("a")}`]],
  [
    "a number pattern without {n}",
    of({ a: field("running-number", { "x-number": { series: "s", period: "ever", pattern: "abc" } }) }),
    [`definition.number-pattern ${p("a", "/x-number/pattern")}`],
  ],
  ["a table without columns", of({ a: field("table", { items: { type: "object", properties: {} } }) }), [`definition.needs-properties ${p("a", "/items")}`]],
  ["a table without items", of({ a: field("table") }), [`definition.needs-items ${p("a")}`]],
  ["a table of strings", of({ a: field("table", { items: { type: "string" } }) }), [`definition.items-type ${p("a", "/items")}`]],
  ["a table in a table", of({ a: tableOf({ b: tableOf({ c: field("text") }) }) }), [`definition.table-in-table ${p("a", "/items/properties/b")}`]],
  ["a table of 5,000 rows", of({ a: tableOf({ b: field("text") }, { maxItems: 5000 }) }), [`definition.too-many-rows ${p("a", "/maxItems")}`]],
  ["an empty group", of({ a: field("group", { properties: {} }) }), [`definition.needs-properties ${p("a")}`]],
  ["counts of a single file", of({ a: field("file", { maxItems: 3 }) }), [`definition.needs-items ${p("a", "/maxItems")}`]],
  // Defaults.
  ["a default that is no option", of({ a: field("select", { enum: ["x"], default: "y" }) }), [`definition.default-not-valid ${p("a", "/default")}`]],
  ["a default that is text for a number", of({ a: field("integer", { default: "1" }) }), [`definition.default-not-valid ${p("a", "/default")}`]],
  ["a default day that does not exist", of({ a: field("date", { default: "2026-02-30" }) }), [`definition.default-type ${p("a", "/default")}`]],
  ["two defaults", of({ a: field("integer", { default: 1, "x-default": "2" }) }), [`definition.default-twice ${p("a", "/default")}`]],
  [
    "a default of what is computed",
    of({ a: field("integer", { "x-default": "2", "x-value": "1" }) }),
    [`definition.value-and-default ${p("a", "/x-default")}`],
  ],
  // Required.
  ["required of no field", of({ amount: field("text") }, { required: ["xyz"] }), ["definition.required-unknown /schema/required/0"]],
  ["required misspelt", of({ amount: field("text") }, { required: ["amuont"] }), ["definition.required-misspelt /schema/required/0"]],
  ["required twice", of({ a: field("text") }, { required: ["a", "a"] }), ["definition.repeated-name /schema/required/1"]],
  [
    "required and hidden",
    of({ a: field("text", { "x-show": "b == 'x'" }), b: field("text") }, { required: ["a"] }),
    [`definition.required-hidden ${p("a", "/x-show")}`],
  ],
  [
    "required in a hidden section",
    of(
      { a: field("text"), b: field("text") },
      {
        required: ["a"],
        layout: [
          {
            page: "ห",
            sections: [
              { id: "s", fields: ["b"] },
              { id: "t", show: "b == 'x'", fields: ["a"] },
            ],
          },
        ],
      },
    ),
    [`definition.required-in-hidden-section ${p("a")}`],
  ],
  ["a required signature", of({ a: field("signature") }, { required: ["a"] }), [`definition.required-unanswerable ${p("a")}`]],
  ["a required column of no table", of({ a: tableOf({ b: field("text") }, {}, ["c"]) }), [`definition.required-misspelt ${p("a", "/items/required/0")}`]],
  // Expressions.
  ["an expression that cannot be read", of({ a: field("text", { "x-show": "b ==" }) }), [`expression.syntax ${p("a", "/x-show")}`]],
  ["a blank expression", of({ a: field("text", { "x-show": " " }) }), [`expression.empty ${p("a", "/x-show")}`]],
  ["an unknown name", of({ amount: field("text", { "x-show": "zzzzzz == 'x'" }) }), [`expression.unknown-name ${p("amount", "/x-show")}`]],
  ["a misspelt name", of({ amount: field("money"), b: field("text", { "x-show": "amuont > 1" }) }), [`expression.misspelt-name ${p("b", "/x-show")}`]],
  ["a condition that is a number", of({ a: field("integer"), b: field("text", { "x-show": "a + 1" }) }), [`expression.condition-type ${p("b", "/x-show")}`]],
  ["text for a number", of({ a: field("text"), b: field("money", { "x-value": "a" }) }), [`expression.result-type ${p("b", "/x-value")}`]],
  ["text and number together", of({ a: field("text"), b: field("number", { "x-value": "a * 2" }) }), [`expression.operator-type ${p("b", "/x-value")}`]],
  ["an unknown function", of({ a: field("number", { "x-value": "zigzag(1)" }) }), [`expression.unknown-function ${p("a", "/x-value")}`]],
  [
    "a rule of a check that is wrong",
    of({ a: field("date", { "x-check": [{ rule: "a >", message: "ก" }] }) }),
    [`expression.syntax ${p("a", "/x-check/0/rule")}`],
  ],
  ["500 brackets deep", of({ a: field("number", { "x-value": `${"(".repeat(500)}1${")".repeat(500)}` }) }), [`expression.too-deep ${p("a", "/x-value")}`]],
  ["too many parts", of({ a: field("number", { "x-value": Array(300).fill("1").join("+") }) }), [`expression.too-long ${p("a", "/x-value")}`]],
  ["an unknown lookup", of({ a: field("number", { "x-value": "lookups.taken" }) }), [`expression.unknown-name ${p("a", "/x-value")}`]],
  [
    "a section shown by a wrong rule",
    of({ a: field("text") }, { layout: [{ page: "ห", sections: [{ id: "s", show: "zzzzz", fields: ["a"] }] }] }),
    ["expression.unknown-name /layout/0/sections/0/show"],
  ],
  [
    "every row beside every row beside every row",
    of({ t: tableOf({ a: field("number") }), n: field("number", { "x-value": "size(t.map(x, t.map(y, t.map(z, x.a + y.a + z.a))))" }) }),
    [`definition.too-costly ${p("n", "/x-value")}`],
  ],
  // Circles.
  ["a field that reads itself", of({ a: field("number", { "x-value": "a + 1" }) }), [`definition.cycle ${p("a")}`]],
  ["two fields in a circle", of({ a: field("number", { "x-value": "b" }), b: field("number", { "x-value": "a" }) }), [`definition.cycle ${p("a")}`]],
  ["shown by what it shows", of({ a: field("text", { "x-show": "b == 'x'" }), b: field("text", { "x-show": "a == 'x'" }) }), [`definition.cycle ${p("a")}`]],
  [
    "a column and its sum",
    of({ t: tableOf({ a: field("number", { "x-value": "all" }) }), all: field("number", { "x-value": "sum(t.map(r, r.a))" }) }),
    [`definition.cycle ${p("t", "/items/properties/a")}`],
  ],
  [
    "a section that its own field shows",
    of({ a: field("yes-no") }, { layout: [{ page: "ห", sections: [{ id: "s", show: "a == true", fields: ["a"] }] }] }),
    [`definition.cycle ${p("a")}`],
  ],
  [
    "a lookup asked with its own answer",
    of({ a: field("number", { "x-value": "lookups.x" }) }, { lookups: { x: { form: "test-form", pick: "sum", field: "a", where: { a: "$a" } } } }),
    [`definition.cycle ${p("a")}`],
  ],
  [
    "a check of what a lookup finds by the very answer is no circle",
    of(
      { a: field("text", { "x-check": [{ rule: "!empty(lookups.x)", message: "ไม่มี" }] }) },
      { lookups: { x: { form: "test-form", pick: "last", field: "a", where: { a: "$a" } } } },
    ),
    [],
  ],
  // Layout.
  [
    "a field placed that is not there",
    of({ a: field("text") }, { layout: [{ page: "ห", sections: [{ id: "s", fields: ["a", "xyz"] }] }] }),
    ["definition.unknown-field /layout/0/sections/0/fields/1"],
  ],
  [
    "a field placed twice",
    of(
      { a: field("text") },
      {
        layout: [
          {
            page: "ห",
            sections: [
              { id: "s", fields: ["a"] },
              { id: "t", fields: ["a"] },
            ],
          },
        ],
      },
    ),
    ["definition.placed-twice /layout/0/sections/1/fields/0"],
  ],
  [
    "a field placed nowhere",
    of({ a: field("text"), b: field("text") }, { layout: [{ page: "ห", sections: [{ id: "s", fields: ["a"] }] }] }),
    [`definition.not-placed ${p("b")}`],
  ],
  [
    "a section twice",
    of(
      { a: field("text") },
      {
        layout: [
          {
            page: "ห",
            sections: [
              { id: "s", fields: ["a"] },
              { id: "s", fields: [] },
            ],
          },
        ],
      },
    ),
    ["definition.repeated-section /layout/0/sections/1/id"],
  ],
  [
    "two examples of one id, one on a day that does not exist",
    of(
      { a: field("text") },
      {
        examples: ["2026-11-24", "2026-02-30"].map((today) => ({ id: "one", title: "ก", today, answers: {}, expect: {} })),
      },
    ),
    ["definition.repeated-example /examples/1/id", "definition.no-such-day /examples/1/today"],
  ],
  [
    "an example without what it expects",
    of({ a: field("text") }, { examples: [{ id: "one", title: "ก", today: "2026-11-24", answers: {} }] }),
    ["definition.missing /examples/0/expect"],
  ],
  // Lists, keys, references.
  ["a column that is not there", of({ a: field("text") }, { list: { columns: ["zzz"] } }), ["definition.unknown-field /list/columns/0"]],
  ["a note as a column", of({ a: field("note") }, { list: { columns: ["a"] } }), ["definition.not-shown-in-list /list/columns/0"]],
  ["sorting by files", of({ a: field("file") }, { list: { sort: ["a"] } }), ["definition.not-sortable /list/sort/0"]],
  ["an order by what is not sorted", of({ a: field("text") }, { list: { sort: [], usual: "-a" } }), ["definition.unknown-field /list/usual"]],
  ["filtering by money", of({ a: field("money") }, { list: { filter: ["a"] } }), ["definition.not-filterable /list/filter/0"]],
  ["searching a table", of({ a: tableOf({ b: field("text") }) }, { list: { search: ["a"] } }), ["definition.not-searchable /list/search/0"]],
  ["searching what is sensitive", of({ a: field("text") }, { list: { search: ["a"] }, sensitive: ["a"] }), ["definition.sensitive-search /list/search/0"]],
  [
    "a key of no field",
    of({ amount: field("text") }, { keys: [{ fields: ["$author", "amuont"], within: "unit" }] }),
    ["definition.misspelt-field /keys/0/fields/1"],
  ],
  ["a key of a file", of({ a: field("file") }, { keys: [{ fields: ["a"], within: "lao" }] }), ["definition.key-not-usable /keys/0/fields/0"]],
  ["a label of no field", of({ a: field("text") }, { reference: { label: "{a} {zzz}" } }), ["definition.unknown-field /reference/label"]],
  [
    "showing what is sensitive to others",
    of({ a: field("text") }, { reference: { label: "{a}", fields: ["a"] }, sensitive: ["a"] }),
    ["definition.sensitive-reference /reference/fields/0", "definition.sensitive-reference /reference/label"],
  ],
  ["sensitive of no field", of({ a: field("text") }, { sensitive: ["zzz"] }), ["definition.unknown-field /sensitive/0"]],
  // Lookups.
  [
    "a run without its condition, and a condition without a run",
    of({ a: field("text") }, { lookups: { x: { form: "test-form", pick: "run" }, y: { form: "test-form", pick: "count", while: { a: "b" } } } }),
    ["definition.lookup-run /lookups/x/pick", "definition.lookup-run /lookups/y/while"],
  ],
  [
    "rows counted of what is no table",
    of({ a: field("text") }, { lookups: { x: { form: "test-form", pick: "count", in: "a" } } }),
    ["definition.lookup-not-offered /lookups/x/in"],
  ],
  ["a place that is no organization", of({ a: field("text") }, { access: { place: "a" } }), ["definition.access-place /access/place"]],
  ["a summary of what is not there", of({ amount: field("number") }, { summary: ["amont"] }), ["definition.misspelt-field /summary/0"]],
  [
    "a table that is given its rows and worked out as well",
    of({ t: tableOf({ a: field("text") }, { "x-rows": "[{'$row': 'a', 'a': 'b'}]", "x-value": "[{'$row': 'a', 'a': 'b'}]" }) }),
    [`definition.rows-and-value ${p("t", "/x-rows")}`],
  ],
  [
    "a sheet without given rows",
    of({ t: tableOf({ a: field("select", { enum: ["x"] }) }, { "x-display": "sheet" }) }),
    [`definition.sheet-needs-rows ${p("t", "/x-display")}`],
  ],
  [
    "a sheet without anything to mark",
    of({ t: tableOf({ a: field("text") }, { "x-display": "sheet", "x-rows": "[{'$row': 'a', 'a': 'b'}]" }) }),
    [`definition.sheet-needs-rows ${p("t", "/x-display")}`],
  ],
  ["a choice shown as a sheet", of({ a: field("select", { enum: ["x"], "x-display": "sheet" }) }), [`definition.display-not-for-type ${p("a", "/x-display")}`]],
  ["rows that are no list", of({ t: tableOf({ a: field("text") }, { "x-rows": "1" }) }), [`expression.result-type ${p("t", "/x-rows")}`]],
  ["a sum of nothing", of({ a: field("text") }, { lookups: { x: { form: "test-form", pick: "sum" } } }), ["definition.lookup-needs-field /lookups/x/field"]],
  [
    "asked with no field",
    of({ a: field("text") }, { lookups: { x: { form: "test-form", pick: "count", where: { a: "$zzz" } } } }),
    ["definition.lookup-where /lookups/x/where/a"],
  ],
  [
    "a lookup of what lies before something that is not there",
    of({ a: field("text") }, { lookups: { x: { form: "test-form", pick: "count", before: { zzz: "$zzz" } } } }),
    ["definition.lookup-where /lookups/x/before/zzz", "definition.lookup-not-offered /lookups/x/before/zzz"],
  ],
  [
    "a lookup of what lies before its own answer",
    of({ a: field("number", { "x-value": "lookups.x" }) }, { lookups: { x: { form: "test-form", pick: "sum", field: "a", before: { a: "$a" } } } }),
    [`definition.cycle ${p("a")}`],
  ],
  [
    "a lookup of no form",
    of({ a: field("text") }, { lookups: { x: { form: "nowhere", pick: "count" } } }),
    ["definition.unknown-form /lookups/x/form"],
    { forms: { other } },
  ],
  [
    "a lookup of what is not offered",
    of({ a: field("text") }, { lookups: { x: { form: "other", pick: "last", field: "c" } } }),
    ["definition.lookup-not-offered /lookups/x/field"],
    { forms: { other } },
  ],
  [
    "a lookup of what is sensitive there",
    of({ a: field("text") }, { lookups: { x: { form: "other", pick: "last", field: "b" } } }),
    ["definition.lookup-not-offered /lookups/x/field"],
    { forms: { other } },
  ],
  // What is named elsewhere.
  ["a code list that is not there", of({ a: field("select", { "x-codes": "kinds" }) }), [`definition.unknown-codes ${p("a", "/x-codes")}`], { codes: {} }],
  [
    "a reference to a form that is not there",
    of({ a: field("reference", { "x-form": "nowhere" }) }),
    [`definition.unknown-form ${p("a", "/x-form")}`],
    { forms: { other } },
  ],
  ["a workflow that is not there", of({ a: field("text") }, { workflow: "zzz" }), ["definition.unknown-workflow /workflow"], { workflows: { w: workflow } }],
  [
    "a number given by no action",
    of({ a: field("running-number", { "x-number": { series: "s", period: "ever", on: "approve" } }) }, { workflow: "w" }),
    [`definition.unknown-action ${p("a", "/x-number")}`],
    { workflows: { w: workflow } },
  ],
  ["a document that is not there", of({ a: field("text") }, { documents: ["zzz"] }), ["definition.unknown-document /documents/0"], { documents: {} }],
  ["a duty nobody has", of({ a: field("text") }, { access: { read: ["zzzzzz"] } }), ["definition.unknown-duty /access/read/0"], { duties: ["director"] }],
  [
    "a duty misspelt",
    of({ a: field("text") }, { access: { list: ["drector@school"] } }),
    ["definition.misspelt-duty /access/list/0"],
    { duties: ["director"] },
  ],
  ["created by its author", of({ a: field("text") }, { access: { create: ["author"] } }), ["definition.create-by-relation /access/create/0"]],
  // Two and more at once.
  [
    "a misspelt keyword and an unknown name",
    of({ a: field("text", { minLenght: 3, "x-show": "zzzzzz == 'x'" } as never) }),
    [`definition.misspelt-key ${p("a", "/minLenght")}`, `expression.unknown-name ${p("a", "/x-show")}`],
  ],
  [
    "a circle and a wrong layout",
    of({ a: field("number", { "x-value": "a" }) }, { layout: [{ page: "ห", sections: [{ id: "s", fields: ["a", "xyz"] }] }] }),
    [`definition.cycle ${p("a")}`, "definition.unknown-field /layout/0/sections/0/fields/1"],
  ],
  [
    "two names in one expression",
    of({ a: field("text", { "x-show": "zzzzzz == yyyyyy" }) }),
    [`expression.unknown-name ${p("a", "/x-show")}`, `expression.unknown-name ${p("a", "/x-show")}`],
  ],
  [
    "bounds, options and a title",
    of({ a: field("text", { minLength: 9, maxLength: 3 }), b: field("select"), c: field("yes-no", { title: undefined }) }),
    [`definition.bounds ${p("a", "/minLength")}`, `definition.no-options ${p("b")}`, `definition.no-title ${p("c")}`],
  ],
  [
    "a bad id and a bad access and a bad list",
    of({ a: field("text") }, { id: "A", access: { read: ["X"] }, list: { sort: ["xyz"] } }),
    ["definition.bad-id /id", "definition.bad-who /access/read/0", "definition.unknown-field /list/sort/0"],
  ],
  [
    "places count from the definition as it was given",
    of(
      { a: field("text") },
      {
        layout: [
          {
            page: "ห",
            sections: [
              { id: "s", fields: ["a"], colour: 1 },
              { id: "T", fields: [] },
              { id: "u", fields: ["b!", "xyz"] },
            ],
          },
        ],
      },
    ),
    [
      "definition.unknown-key /layout/0/sections/0/colour",
      "definition.bad-id /layout/0/sections/1/id",
      "definition.bad-name /layout/0/sections/2/fields/0",
      "definition.unknown-field /layout/0/sections/2/fields/1",
    ],
  ],
  [
    "a lookup without a form or a way to pick",
    of({ a: field("number", { "x-value": "lookups.n" }) }, { lookups: { n: {} } }),
    ["definition.missing /lookups/n/form", "definition.missing /lookups/n/pick"],
  ],
];

describe("a wrong form is told all that is wrong, and no more", () => {
  test.each(rows)("%s", (_what, definition, problems, context) => {
    const told = checkDefinition(definition, context ?? {});
    expect(told.map(({ code, path }) => `${code} ${path}`).sort()).toEqual([...problems].sort());
    for (const { title } of told) expect(`${title.th}\n${title.en}`, "every slot of a sentence is filled").not.toMatch(/\{(?!n\}|year\})[a-z]+\}/i);
  });

  test("there are enough of them", () => expect(rows.length).toBeGreaterThan(100));
});

test("the path of a circle is told in titles, from the first field", () => {
  const form = of({
    a: field("number", { title: "ก", "x-value": "c" }),
    b: field("number", { title: "ข", "x-value": "a" }),
    c: field("number", { title: "ค", "x-value": "b" }),
  });
  expect(checkDefinition(form)[0]?.title.th).toContain("ก → ข → ค → ก");
});

test("a right form has no problem", () => {
  const form = of(
    { type: field("text"), share: field("text", { "x-show": "type == 'x'", "x-require": "true" }) },
    { required: ["type"], layout: [{ page: "ห", sections: [{ id: "s", fields: ["type", "share"] }] }] },
  );
  expect(checkDefinition(form)).toEqual([]);
});

test("a long form whose every field waits for the next one, the last for nothing, is judged in one go", () => {
  const names = Array.from({ length: 1490 }, (_, nth) => `f${nth}`);
  const form = of(Object.fromEntries(names.map((name, nth) => [name, field("yes-no", { "x-show": names[nth + 1] ?? "false" })])));
  const told = checkDefinition(form).filter(({ code }) => code === "definition.never-shown");
  expect(told.map(({ path }) => path)).toEqual(names.map((name) => p(name, "/x-show")));
});
