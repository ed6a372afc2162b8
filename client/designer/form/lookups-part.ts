// Facts from records of this form or of others, as sentences: from which form, which of its records, and what is taken of them. Formulas read each by its name.
import { html, nothing, type TemplateResult } from "lit";
import type { FormDefinition, LookupDefinition } from "../../../schemas/types.js";
import { icon } from "../../ui/icon.js";
import { plus } from "../../ui/icons/plus.js";
import { trash } from "../../ui/icons/trash.js";
import { x } from "../../ui/icons/x.js";
import { t } from "../../ui/words.js";
import { choiceControl, namesControl, numberControl, type Option } from "../controls.js";
import { renameLookup } from "../engine.js";
import { fieldOptions } from "./field-options.js";
import type { Panel } from "./properties.js";
import { choicesOf } from "./reads.js";

type Conditions = NonNullable<LookupDefinition["where"]>;
type Constant = string | number | boolean | (string | number | boolean)[];

/** What every record has beside its answers, and what a condition may be compared with besides the answers here. */
const always = ["record", "state", "person", "author", "organization", "unit", "fiscalYear", "academicYear", "number"] as const;
const given = ["$actor", "$author", "$today", "$fiscalYear", "$academicYear", "$term", "$unit", "$record"] as const;
const picks = ["first", "last", "rows", "sum", "count", "run"] as const;

export function lookupsPart(panel: Panel): TemplateResult {
  const { form, setForm } = panel;
  const lookups = Object.entries(form.lookups ?? {});
  const put = (next: [string, LookupDefinition][]) => setForm({ lookups: next.length ? Object.fromEntries(next) : undefined });
  const fresh = () => {
    for (let n = 1; ; n++) if (!Object.hasOwn(form.lookups ?? {}, `data_${n}`)) return `data_${n}`;
  };
  return html`<p class="help">${t("lookup.help")}</p>
    ${lookups.map(([name, lookup], at) =>
      lookupView(
        panel,
        name,
        lookup,
        (next) => put(lookups.with(at, [name, next])),
        () => put(lookups.toSpliced(at, 1)),
        at,
      ),
    )}
    <button type="button" class="btn text" @click=${() => put([...lookups, [fresh(), { form: form.id, pick: "last" }]])}>${icon(plus)}${t("lookup.add")}</button>`;
}

function lookupView(
  panel: Panel,
  name: string,
  lookup: LookupDefinition,
  put: (next: LookupDefinition) => void,
  remove: () => void,
  at: number,
): TemplateResult {
  const { form } = panel;
  const set = (changes: { [K in keyof LookupDefinition]?: LookupDefinition[K] | undefined }) =>
    put(Object.fromEntries(Object.entries({ ...lookup, ...changes }).filter(([, value]) => value !== undefined)) as unknown as LookupDefinition);
  const source = lookup.form === form.id ? form : panel.known[lookup.form];
  const fields = source ? offered(source, lookup, source === form) : [];
  const tables = source
    ? Object.entries(source.schema.properties).flatMap(([id, schema]) => (schema["x-field"] === "table" ? [{ id, title: schema.title ?? id }] : []))
    : [];
  const id = (what: string) => `p-lookup-${what}-${at}`;
  const numeric = lookup.pick === "sum" || lookup.pick === "count" || lookup.pick === "run";
  const rename = (event: Event) => {
    const box = event.target as HTMLInputElement;
    const next = renameLookup(form, name, box.value.trim());
    if (next) panel.setForm(next);
    else box.value = name;
  };
  return html`<fieldset class="check"><legend class="small">${t("lookup.n", { n: at + 1 })}</legend>
    <div class="prop-field"><label class="label" for=${id("name")}>${t("lookup.name")}</label><span class="help" id=${id("name-help")}>${t("lookup.nameHelp", { name })}</span><div class="ctl"><input id=${id("name")} autocomplete="off" aria-describedby=${id("name-help")} .value=${name} @change=${rename}></div></div>
    ${choiceControl({ id: id("form"), label: t("lookup.form"), value: lookup.form, change: (chosen) => chosen && set({ form: chosen }), options: withOwn(panel) })}
    ${choiceControl({ id: id("pick"), label: t("lookup.pick"), value: lookup.pick, change: (pick) => pick && set({ pick: pick as LookupDefinition["pick"] }), options: picks.map((one) => ({ id: one, title: t(`lookup.pick.${one}`) })) })}
    ${tables.length ? choiceControl({ id: id("in"), label: t("lookup.in"), value: lookup.in, change: (chosen) => set({ in: chosen }), options: tables, none: t("lookup.inNone") }) : nothing}
    ${conditions(id("where"), t("lookup.where"), panel, source, fields, lookup.where ?? {}, (where) => set({ where }))}
    ${numeric ? choiceControl({ id: id("field"), label: t("lookup.sumField"), value: lookup.field, change: (field) => set({ field }), options: fields, none: t("rule.choose") }) : nothing}
    ${numeric ? choiceControl({ id: id("by"), label: t("lookup.by"), value: lookup.by, change: (by) => set({ by }), options: fields, none: t("lookup.byNone") }) : nothing}
    ${numeric ? nothing : namesControl({ id: id("fields"), label: t("lookup.fields"), value: lookup.fields, change: (chosen) => set({ fields: chosen }), options: fields })}
    ${lookup.pick === "run" ? conditions(id("while"), t("lookup.while"), panel, source, fields, lookup.while ?? {}, (next) => set({ while: next })) : nothing}
    ${numeric ? nothing : namesControl({ id: id("sort"), label: t("lookup.sort"), help: t("lookup.sortHelp"), value: lookup.sort, change: (sort) => set({ sort }), options: fields })}
    ${conditions(id("before"), t("lookup.before"), panel, source, fields, (lookup.before ?? {}) as Conditions, (before) => set({ before: before as LookupDefinition["before"] }))}
    ${lookup.pick === "rows" ? numberControl({ id: id("limit"), label: t("lookup.limit"), value: lookup.limit, change: (limit) => set({ limit }), least: 1 }) : nothing}
    <button type="button" class="btn text danger" @click=${remove}>${icon(trash)}${t("lookup.remove", { name })}</button></fieldset>`;
}

/** This form first: most look at their own earlier records. */
const withOwn = ({ form, forms }: Panel): Option[] => [{ id: form.id, title: t("lookup.own") }, ...forms.filter(({ id }) => id !== form.id)];

/** Other forms show only what they offer. */
function offered(source: FormDefinition, { in: table }: LookupDefinition, own: boolean): Option[] {
  const names = own ? undefined : new Set(source.reference?.fields ?? []);
  const fields = fieldOptions(source).filter(({ id }) => !names || names.has(id));
  const columns = table === undefined ? {} : (source.schema.properties[table]?.items?.properties ?? {});
  const inside = Object.entries(columns).map(([id, schema]) => ({ id, title: schema.title ?? id }));
  return [...inside, ...fields.filter(({ id }) => !Object.hasOwn(columns, id))];
}

function conditions(
  id: string,
  label: string,
  panel: Panel,
  source: FormDefinition | undefined,
  fields: Option[],
  now: Conditions,
  put: (next: Conditions | undefined) => void,
): TemplateResult {
  const rows = Object.entries(now) as [string, Constant][];
  const write = (next: [string, Constant][]) => put(next.length ? (Object.fromEntries(next) as Conditions) : undefined);
  const keys = [...fields, ...always.map((one) => ({ id: one as string, title: t(`lookup.its.${one}`) }))];
  const left = keys.filter((key) => !Object.hasOwn(now, key.id));
  return html`<div class="prop-field" role="group" aria-labelledby=${`${id}-label`}><p class="label" id=${`${id}-label`}>${label}</p>
    ${rows.map(([key, value], at) => {
      const title = keys.find((one) => one.id === key)?.title ?? key;
      return html`<p class="say"><b>${title}</b> ${t("test.equal")} ${valueSlot(`${id}-${at}`, title, panel, valuesOf(panel, source, key), value, (next) => write(rows.with(at, [key, next])))}<button type="button" class="slot-x" aria-label=${t("props.takeOut", { title })} @click=${() => write(rows.toSpliced(at, 1))}>${icon(x)}</button></p>`;
    })}
    ${
      left.length
        ? html`<div class="ctl has-caret"><select aria-label=${t("props.addTo", { label })} .value=${""} @change=${(event: Event) => {
            const box = event.target as HTMLSelectElement;
            if (box.value) write([...rows, [box.value, ""]]);
            box.value = "";
          }}><option value="" selected>${t("props.addOne")}</option>${left.map((key) => html`<option value=${key.id}>${key.title}</option>`)}</select></div>`
        : nothing
    }</div>`;
}

/** What a field of the records may be: the states of their workflow, the choices of a question. */
function valuesOf(panel: Panel, source: FormDefinition | undefined, key: string): Option[] | undefined {
  if (key === "state") return source && panel.states(source);
  const schema = source?.schema.properties[key];
  return schema && choicesOf(schema, panel.codes);
}

const chosen = (title: string, values: Option[], value: string | number | boolean, put: (value: string) => void): TemplateResult =>
  html`<select class="slot" aria-label=${t("lookup.typedOf", { title })} .value=${String(value)} @change=${(event: Event) => put((event.target as HTMLSelectElement).value)}><option value="" ?selected=${value === ""}>${t("lookup.empty")}</option>${values.map((one) => html`<option value=${one.id} ?selected=${one.id === value}>${one.title}</option>`)}</select>`;

/** A fact, an answer of this form, or a value that is typed; several are parted by commas. */
function valueSlot(id: string, title: string, { form }: Panel, values: Option[] | undefined, value: Constant, put: (value: Constant) => void): TemplateResult {
  const named = typeof value === "string" && value.startsWith("$");
  const facts = [
    ...given.map((one) => ({ id: one as string, title: t(`lookup.of.${one}`) })),
    ...fieldOptions(form).map((one) => ({ id: `$${one.id}`, title: t("lookup.answer", { title: one.title }) })),
  ];
  const typed = (event: Event) => {
    const words = (event.target as HTMLInputElement).value;
    const parts = words.split(",").map((part) => constant(part.trim()));
    put(parts.length > 1 ? parts : (parts[0] ?? ""));
  };
  return html`<select class="slot" aria-label=${t("lookup.valueOf", { title })} .value=${named ? value : ""} @change=${(event: Event) => put((event.target as HTMLSelectElement).value)}><option value="" ?selected=${!named}>${t("lookup.typed")}</option>${facts.map((one) => html`<option value=${one.id} ?selected=${one.id === value}>${one.title}</option>`)}</select>
    ${named ? nothing : values && !Array.isArray(value) ? chosen(title, values, value, put) : html`<input class="slot" id=${id} aria-label=${t("lookup.typedOf", { title })} placeholder=${t("lookup.empty")} .value=${[value].flat().join(", ")} @change=${typed}>`}`;
}

const constant = (word: string): string | number | boolean =>
  word === "true" ? true : word === "false" ? false : /^-?\d+(\.\d+)?$/.test(word) ? Number(word) : word;
