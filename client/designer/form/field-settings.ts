// What only some kinds of fields have: a control for each keyword that the kind understands. What is asked for most stands open, the rest is folded.
import { html, nothing, type TemplateResult } from "lit";
import type { FieldSchema, FieldType } from "../../../schemas/types.js";
import { say, t, type Word } from "../../ui/words.js";
import { choiceControl, namesControl, numberControl, type Option, switchControl, textControl, wordsControl } from "../controls.js";
import { type Found, keywordsOf } from "../engine.js";
import type { Panel } from "./properties.js";
import { choicesOf } from "./reads.js";

interface Setting {
  panel: Panel;
  field: Found;
  schema: FieldSchema;
  type: FieldType;
  /** Changes this keyword. */
  put: (value: unknown) => void;
  /** Changes several at once. */
  change: (changes: { [K in keyof FieldSchema]?: FieldSchema[K] | undefined }) => void;
}
type Draw = (it: Setting) => unknown;

const megabyte = 1024 * 1024;
const some = (words: Record<string, Word>): Option[] => Object.entries(words).map(([id, word]) => ({ id, title: t(word) }));

const number =
  (id: string, label: Word, keyword: keyof FieldSchema, least?: number): Draw =>
  ({ schema, put }) =>
    numberControl({ id, label: t(label), value: schema[keyword] as number | undefined, change: put, ...(least === undefined ? {} : { least }) });
const text =
  (id: string, label: Word, keyword: keyof FieldSchema, help?: Word): Draw =>
  ({ schema, put }) =>
    textControl({ id, label: t(label), ...(help ? { help: t(help) } : {}), value: schema[keyword] as string | undefined, change: put });

const displays: Partial<Record<FieldType, Record<string, Word>>> = {
  select: { radio: "props.display.radio", list: "props.display.list", search: "props.display.search" },
  "multi-select": { list: "props.display.list", search: "props.display.search" },
  table: { sheet: "props.display.sheet" },
};

/** Asked for most. */
const open: Partial<Record<keyof FieldSchema, Draw>> = {
  minimum: number("p-min", "props.minimum", "minimum"),
  maximum: number("p-max", "props.maximum", "maximum"),
  "x-unit": ({ schema, put }) => wordsControl({ id: "p-unit", label: t("props.unit"), value: schema["x-unit"], change: put }),
  maxLength: number("p-long", "props.maxLength", "maxLength", 1),
  "x-form": ({ panel, schema, put }) =>
    choiceControl({ id: "p-form", label: t("props.toForm"), value: schema["x-form"], change: put, options: panel.forms, none: t("rule.choose") }),
  "x-number": ({ panel, schema, put }) => {
    const series = schema["x-number"] ?? { series: "main", period: "fiscal-year" as const };
    const set = (changes: Partial<Record<keyof typeof series, string | undefined>>) => {
      const next = Object.fromEntries(Object.entries({ ...series, ...changes }).filter(([, value]) => value !== undefined));
      put(next);
    };
    return [
      textControl({ id: "p-series", label: t("props.series"), value: series.series, change: (value) => value && set({ series: value }) }),
      choiceControl({
        id: "p-period",
        label: t("props.period"),
        value: series.period,
        change: (period) => period && set({ period }),
        options: (["fiscal-year", "calendar-year", "academic-year", "ever"] as const).map((one) => ({ id: one, title: t(`props.period.${one}`) })),
      }),
      textControl({
        id: "p-pattern",
        label: t("props.numberPattern"),
        help: t("props.numberPatternHelp"),
        value: series.pattern,
        change: (pattern) => set({ pattern }),
      }),
      panel.actions.length
        ? choiceControl({
            id: "p-on",
            label: t("props.numberOn"),
            value: series.on,
            change: (on) => set({ on }),
            options: panel.actions,
            none: t("props.numberOnSubmit"),
          })
        : nothing,
    ];
  },
  "x-within": ({ schema, put }) =>
    choiceControl({
      id: "p-within",
      label: t("props.within"),
      value: schema["x-within"],
      change: put,
      options: some({ unit: "props.within.unit", lao: "props.within.lao" }),
      none: t("props.within.any"),
    }),
  "x-kinds": ({ schema, put }) =>
    namesControl({
      id: "p-kinds",
      label: t("props.kinds"),
      help: t("props.kindsHelp"),
      value: schema["x-kinds"],
      change: put,
      options: some({ lao: "placeKind.lao", office: "placeKind.office", school: "placeKind.school", centre: "placeKind.centre", class: "placeKind.class" }),
    }),
  "x-accept": ({ schema, put }) =>
    namesControl({
      id: "p-accept",
      label: t("props.accept"),
      help: t("props.acceptHelp"),
      value: schema["x-accept"],
      change: put,
      options: ["pdf", "jpg", "png", "webp", "docx", "xlsx", "zip"].map((id) => ({ id, title: id.toUpperCase() })),
    }),
};

/** Asked for seldom. */
const folded: Partial<Record<keyof FieldSchema, Draw>> = {
  minLength: number("p-short", "props.minLength", "minLength", 0),
  pattern: text("p-format", "props.pattern", "pattern", "props.patternHelp"),
  "x-decimals": number("p-decimals", "props.decimals", "x-decimals", 0),
  minItems: (it) => (many(it) ? number("p-least", "props.minItems", "minItems", 0)(it) : nothing),
  maxItems: (it) => (many(it) ? number("p-most", "props.maxItems", "maxItems", 1)(it) : nothing),
  "x-earliest": text("p-earliest", "props.earliest", "x-earliest", "props.timeHelp"),
  "x-latest": text("p-latest", "props.latest", "x-latest", "props.timeHelp"),
  "x-g-code": ({ schema, put }) => switchControl({ id: "p-g-code", label: t("props.gCode"), value: schema["x-g-code"] ?? true, change: put }),
  "x-checksum": ({ schema, put }) =>
    choiceControl({
      id: "p-checksum",
      label: t("props.checksum"),
      value: schema["x-checksum"] ?? "refuse",
      change: put,
      options: some({ refuse: "props.checksum.refuse", warn: "props.checksum.warn" }),
    }),
  "x-display": ({ schema, type, put }) =>
    choiceControl({
      id: "p-display",
      label: t("props.display"),
      value: schema["x-display"],
      change: put,
      options: some(displays[type] ?? {}),
      none: t("props.display.usual"),
    }),
  "x-max-bytes": ({ schema, put }) =>
    numberControl({
      id: "p-bytes",
      label: t("props.megabytes"),
      value: schema["x-max-bytes"] === undefined ? undefined : schema["x-max-bytes"] / megabyte,
      change: (value) => put(value === undefined ? undefined : Math.round(value * megabyte)),
    }),
  "x-longest": ({ schema, type, put }) =>
    type === "photo" ? numberControl({ id: "p-longest", label: t("props.longest"), value: schema["x-longest"], change: put, least: 200 }) : nothing,
  default: (it) => usual(it),
  "x-options": (it) => optionIds(it),
};

const isFile = (type: FieldType): boolean => type === "file" || type === "photo";
/** Whether it may be answered with several. */
const many = ({ schema, type }: Setting): boolean => !isFile(type) || schema.type === "array";

/** One file, or several. */
const several: Draw = ({ schema, change }) =>
  switchControl({
    id: "p-several",
    label: t("props.several"),
    value: schema.type === "array",
    change: (on) => change(on ? { type: "array", items: { type: "string" } } : { type: "string", items: undefined, minItems: undefined, maxItems: undefined }),
  });

/** What a calculated field holds; a formula says it, unless what it reads is not known here. */
const result: Draw = ({ schema, change }) => {
  const types: Record<string, Pick<FieldSchema, "type" | "format">> = {
    text: { type: "string" },
    date: { type: "string", format: "date" },
    number: { type: "number" },
    integer: { type: "integer" },
    boolean: { type: "boolean" },
  };
  const now = Object.keys(types).find((one) => types[one]!.type === schema.type && types[one]!.format === schema.format);
  return choiceControl({
    id: "p-result",
    label: t("props.result"),
    value: now,
    change: (value) => value && change({ type: types[value]!.type, format: types[value]!.format }),
    options: some({
      text: "props.result.text",
      date: "props.result.date",
      number: "props.result.number",
      integer: "props.result.integer",
      boolean: "props.result.boolean",
    }),
  });
};
const namedBy: Draw = ({ panel, schema, change }) =>
  choiceControl({
    id: "p-named-by",
    label: t("props.namedBy"),
    value: schema["x-codes"],
    change: (value) => change({ "x-codes": value }),
    options: panel.lists,
    none: t("props.namedByNone"),
  });

/** What stands in the field before anybody answers. */
function usual({ panel, schema, type, change }: Setting): unknown {
  if (schema["x-default"] !== undefined || schema["x-value"] !== undefined) return nothing;
  const put = (value: FieldSchema["default"]) => change({ default: value });
  const label = t("props.default");
  const choices = type === "yes-no" ? some({ true: "test.yes", false: "test.no" }) : choicesOf(schema, panel.codes);
  if (choices) {
    const chosen = (value: string | undefined) => put(type === "yes-no" && value !== undefined ? value === "true" : value);
    return choiceControl({
      id: "p-default",
      label,
      value: schema.default === undefined ? undefined : String(schema.default),
      change: chosen,
      options: choices,
      none: t("props.defaultNone"),
    });
  }
  if (schema.type === "integer" || schema.type === "number")
    return numberControl({ id: "p-default", label, value: schema.default as number | undefined, change: put });
  return textControl({ id: "p-default", label, value: schema.default as string | undefined, change: put });
}

/** What the choices are called in formulas and exports; once published they are in records and stay. */
function optionIds({ panel, schema, change }: Setting): unknown {
  const own = schema["x-options"] ?? [];
  if (panel.published || !own.length) return nothing;
  const put = (at: number, event: Event) => {
    const box = event.target as HTMLInputElement;
    const id = box.value.trim();
    const now = own[at]!.id;
    if (id === now || !/^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/.test(id) || own.some((one) => one.id === id)) {
      box.value = now;
      return;
    }
    change({ "x-options": own.with(at, { ...own[at]!, id }), ...(schema.default === now ? { default: id } : {}) });
  };
  return html`<div class="prop-field" role="group" aria-labelledby="p-ids-label"><p class="label" id="p-ids-label">${t("props.optionIds")}</p><span class="help">${t("props.optionIdsHelp")}</span>
    ${own.map(({ id, title }, at) => html`<div class="option-id"><label for=${`p-id-${at}`}>${t("props.optionId", { title: say(title) || t("props.option", { n: at + 1 }) })}</label><div class="ctl"><input id=${`p-id-${at}`} autocomplete="off" lang="en" .value=${id} @change=${(event: Event) => put(at, event)}></div></div>`)}</div>`;
}

/** After a rule hides it: what becomes of an answer that is there. */
const hidden: Draw = ({ schema, put }) =>
  choiceControl({
    id: "p-hidden",
    label: t("props.hidden"),
    value: schema["x-hidden"] ?? "retire",
    change: put,
    options: some({ retire: "props.hidden.retire", keep: "props.hidden.keep", clear: "props.hidden.clear" }),
  });

export function fieldSettings(panel: Panel, field: Found, type: FieldType): TemplateResult | typeof nothing {
  const { id, schema } = field;
  const change: Setting["change"] = (changes) => panel.setField(id, changes);
  const it = (keyword: keyof FieldSchema): Setting => ({ panel, field, schema, type, change, put: (value) => panel.setField(id, { [keyword]: value }) });
  const understood = keywordsOf(type);
  const drawn = (table: Partial<Record<keyof FieldSchema, Draw>>): unknown[] =>
    Object.entries(table).flatMap(([keyword, draw]) => (understood.includes(keyword as keyof FieldSchema) ? [draw!(it(keyword as keyof FieldSchema))] : []));
  const first = [
    ...(type === "computed" ? [result(it("type")), namedBy(it("x-codes"))] : []),
    ...(isFile(type) ? [several(it("type"))] : []),
    ...drawn(open),
  ].filter((one) => one !== nothing);
  const more = [...drawn(folded), ...(schema["x-show"] === undefined ? [] : [hidden(it("x-hidden"))])].filter((one) => one !== nothing);
  return html`${first.length ? html`<div class="sec-p">${first}</div>` : nothing}
    ${more.length ? html`<details class="sec-p"><summary>${t("props.more")}</summary>${more}</details>` : nothing}`;
}
