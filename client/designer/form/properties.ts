// The panel at the right: what is in hand (a field, a section, a page, the form) in plain words.
import { html, nothing, type TemplateResult } from "lit";
import type { FieldSchema, FieldType, FormDefinition, OptionDefinition, Text, WorkflowDefinition } from "../../../schemas/types.js";
import { icon } from "../../ui/icon.js";
import { plus } from "../../ui/icons/plus.js";
import { printer } from "../../ui/icons/printer.js";
import { slidersHorizontal } from "../../ui/icons/sliders-horizontal.js";
import { trash } from "../../ui/icons/trash.js";
import { x } from "../../ui/icons/x.js";
import { say, t } from "../../ui/words.js";
import { choiceControl, type Option, switchControl, textControl, wordsControl } from "../controls.js";
import { type Found, findField, keywordsOf, layoutOf } from "../engine.js";
import { writesEnglish } from "../english.js";
import { englishOf, reword, rewordEnglish, thaiOf } from "../reword.js";
import { accessPart, sensitiveSwitch } from "./access.js";
import { type ExamplesPanel, examplesPanel } from "./examples-panel.js";
import { fieldSettings } from "./field-settings.js";
import { formSettings } from "./form-settings.js";
import { shelves, typeWords } from "./kinds.js";
import { type RuleDesk, ruleBuilder } from "./rule-builder.js";
import type { Selection } from "./selection.js";

export interface Panel {
  form: FormDefinition;
  selected: Selection;
  desk: RuleDesk;
  /** Records may hold what it was. */
  published: boolean;
  tab: "general" | "rules" | "examples";
  turn(tab: Panel["tab"]): void;
  /** Lists of the LAO, other forms and workflows, to choose from. */
  codes: ReadonlyMap<string, { id: string; title: Text }[]>;
  lists: Option[];
  forms: Option[];
  /** Definitions of forms that this one looks into, as far as they are here. */
  known: Readonly<Record<string, FormDefinition>>;
  /** The states that records of a form may be in, where its workflow is here. */
  states(form: FormDefinition): Option[] | undefined;
  /** What may be done with a record, by the form's workflow. */
  actions: Option[];
  workflows: Option[];
  /** The workflow that the form names, once it is here. */
  workflow: WorkflowDefinition | undefined;
  documents: Option[];
  /** The duties of the LAO's positions. */
  duties: string[];
  setField(id: string, changes: { [K in keyof FieldSchema]?: FieldSchema[K] | undefined }): void;
  setFormula(id: string, source: string): void;
  setRequired(id: string, required: boolean): void;
  setSensitive(id: string, sensitive: boolean): void;
  rename(id: string, name: string): void;
  turnInto(id: string, type: FieldType): void;
  setSection(id: string, changes: { title?: Text | undefined; description?: Text | undefined; show?: string | undefined }): void;
  removeSection(id: string): void;
  setPage(at: number, words: Text): void;
  removePage(at: number): void;
  examples: ExamplesPanel;
  /** To the settings of the form itself. */
  toForm(): void;
  newDocument(): void;
  setForm(changes: Partial<{ [K in keyof FormDefinition]: FormDefinition[K] | undefined }>): void;
}

export function properties(panel: Panel): TemplateResult {
  const { selected, form } = panel;
  const field = selected.what === "field" ? findField(form, selected.id) : undefined;
  const content = field
    ? fieldPanel(panel, field)
    : selected.what === "section"
      ? sectionPanel(panel, selected.id)
      : selected.what === "page"
        ? pagePanel(panel, selected.at)
        : formPanel(panel);
  return html`<aside class="prop" aria-label=${t(field ? "props.title" : selected.what === "section" ? "props.section" : selected.what === "page" ? "props.page" : "props.form")}>${
    selected.what === "form"
      ? nothing
      : html`<button type="button" class="btn text to-form" @click=${panel.toForm}>${icon(slidersHorizontal)}${t("props.form")}</button>`
  }${content}</aside>`;
}

function fieldPanel(panel: Panel, field: Found): TemplateResult {
  const { schema } = field;
  const type = schema["x-field"]!;
  const rules = Number(schema["x-show"] !== undefined) + Number(schema["x-require"] !== undefined) + (schema["x-check"]?.length ?? 0);
  return html`<div class="hd"><p class="small">${t("props.kind", { type: typeWords(type) })}</p><h2>${schema.title ?? field.name}</h2>
      ${tabs(panel, "rules", rules ? t("props.rulesN", { n: rules }) : t("props.rules"))}</div>
    ${panel.tab === "rules" ? rulesTab(panel, field) : generalTab(panel, field, type)}`;
}

/** General things and, behind them, those of one more kind. */
function tabs(panel: Panel, other: Panel["tab"], words: string): TemplateResult {
  const on = panel.tab === other;
  const tab = (name: Panel["tab"], words: string, selected: boolean) =>
    html`<button type="button" role="tab" aria-selected=${selected ? "true" : "false"} @click=${() => panel.turn(name)}>${words}</button>`;
  return html`<div class="tabbar" role="tablist">${tab("general", t("props.general"), !on)}${tab(other, words, on)}</div>`;
}

function generalTab(panel: Panel, field: Found, type: FieldType): TemplateResult {
  const { id, schema } = field;
  const byPeople = type !== "note" && type !== "computed" && type !== "running-number" && type !== "signature" && schema["x-value"] === undefined;
  return html`<div class="sec-p">
    ${wordsControl({ id: "p-question", label: t("props.question"), value: wordsOf(schema, "title"), change: (words) => panel.setField(id, withWords(schema, "title", words)), rows: 2 })}
    ${wordsControl({ id: "p-help", label: t("props.help"), value: wordsOf(schema, "description"), change: (words) => panel.setField(id, withWords(schema, "description", words)), rows: 2 })}
    ${byPeople ? switchControl({ id: "p-required", label: t("props.required"), value: field.required, change: (value) => panel.setRequired(id, value === true) }) : nothing}
    ${type === "note" ? nothing : sensitiveSwitch(panel.form, field, (on) => panel.setSensitive(id, on))}
  </div>
  ${type === "computed" ? html`<div class="sec-p">${formula(panel, field)}</div>` : nothing}
  ${type === "select" || type === "multi-select" ? html`<div class="sec-p">${options(panel, field)}</div>` : nothing}
  ${fieldSettings(panel, field, type)}
  <div class="sec-p">
    ${textControl({ id: "p-name", label: t("props.name"), help: t("props.nameHelp"), value: field.name, change: (value) => value && panel.rename(id, value) })}
    ${choiceControl({ id: "p-kind", label: t("props.turnInto"), value: type, change: (value) => value && panel.turnInto(id, value as FieldType), options: shelves.flatMap(({ types }) => types).map((one) => ({ id: one, title: typeWords(one) })) })}
  </div>`;
}

/** A field's words stand in two places: the Thai as plain JSON Schema has them, the English beside it. */
const wordsOf = (schema: FieldSchema, what: "title" | "description"): Text | undefined => {
  const en = schema["x-en"]?.[what];
  return en ? { th: schema[what] ?? "", en } : schema[what];
};
function withWords(schema: FieldSchema, what: "title" | "description", words: Text | undefined): { [K in keyof FieldSchema]?: FieldSchema[K] | undefined } {
  const { [what]: _, ...rest } = schema["x-en"] ?? {};
  const en = { ...rest, ...(englishOf(words) ? { [what]: englishOf(words) } : {}) };
  return { [what]: thaiOf(words) || undefined, "x-en": Object.keys(en).length ? en : undefined };
}

function options(panel: Panel, { id, schema }: Found): TemplateResult {
  const own: OptionDefinition[] = schema["x-options"] ?? schema.enum?.map((one) => ({ id: one, title: one })) ?? [];
  const put = (list: OptionDefinition[]) => panel.setField(id, { "x-options": list, enum: undefined, "x-codes": undefined });
  const fresh = () => {
    const taken = new Set(own.map((one) => one.id));
    for (let n = own.length + 1; ; n++) if (!taken.has(`o${n}`)) return `o${n}`;
  };
  const name = (at: number, title: Text) => put(own.with(at, { ...own[at]!, title }));
  // Once published, a record may have chosen it: it stays known and is offered no more. Before that it simply goes.
  const remove = (at: number) => put(panel.published ? own.with(at, { ...own[at]!, retired: true }) : own.toSpliced(at, 1));
  return html`${choiceControl({ id: "p-codes", label: t("props.options"), value: schema["x-codes"], change: (value) => (value ? panel.setField(id, { "x-codes": value, "x-options": undefined, enum: undefined }) : put([{ id: "o1", title: "" }])), options: panel.lists, none: t("props.codesNone") })}
    ${
      schema["x-codes"]
        ? nothing
        : html`<ul class="option-list">${own.map(({ title, retired }, at) =>
            retired
              ? nothing
              : html`<li><div class="ctl"><input aria-label=${t("props.option", { n: at + 1 })} .value=${thaiOf(title)} @input=${(event: Event) => name(at, reword(title, (event.target as HTMLInputElement).value))} @keydown=${(
                  event: KeyboardEvent,
                ) => {
                  if (event.key !== "Enter") return;
                  event.preventDefault();
                  put(own.toSpliced(at + 1, 0, { id: fresh(), title: "" }));
                  const list = (event.target as Element).closest("ul")!;
                  requestAnimationFrame(() => list.querySelectorAll<HTMLInputElement>("li > .ctl:first-child input")[at + 1]?.focus());
                }}></div>${
                  writesEnglish()
                    ? html`<div class="ctl"><input aria-label=${t("props.inEnglish", { label: t("props.option", { n: at + 1 }) })} .value=${englishOf(title)} @input=${(event: Event) => name(at, rewordEnglish(title, (event.target as HTMLInputElement).value))}></div>`
                    : nothing
                }<button type="button" class="btn icon text" aria-label=${t("props.removeOption", { n: at + 1 })} @click=${() => remove(at)}>${icon(x)}</button></li>`,
          )}</ul>
          <button type="button" class="btn text" @click=${() => put([...own, { id: fresh(), title: "" }])}>${icon(plus)}${t("props.addOption")}</button>`
    }`;
}

function formula(panel: Panel, { id, schema }: Found): TemplateResult {
  return html`<h3>${t("props.calculate")}</h3><p class="help">${t("props.calculateHelp")}</p>
    ${ruleBuilder(panel.desk, { form: panel.form, id, key: `${id}-value`, source: schema["x-value"] ?? "", use: "value", codes: panel.codes, lists: panel.lists, forms: panel.known, change: (source) => panel.setFormula(id, source) })}`;
}

function rulesTab(panel: Panel, { id, schema, required }: Found): TemplateResult {
  const rule = (keyword: "x-show" | "x-require", label: string) => {
    const on = schema[keyword] !== undefined || panel.desk.begun(`${id}-${keyword}`);
    return html`<div class="sec-p">${switchControl({
      id: `p-${keyword}`,
      label,
      value: on,
      change: (value) => {
        panel.desk.begin(`${id}-${keyword}`, value === true);
        if (!value) panel.setField(id, { [keyword]: undefined });
      },
    })}${
      on
        ? ruleBuilder(panel.desk, {
            form: panel.form,
            id,
            key: `${id}-${keyword}`,
            use: keyword === "x-show" ? "show" : "require",
            source: schema[keyword] ?? "",
            codes: panel.codes,
            lists: panel.lists,
            forms: panel.known,
            change: (source) => panel.setField(id, { [keyword]: source || undefined }),
          })
        : nothing
    }</div>`;
  };
  const byPeople = schema["x-field"] !== "note" && schema["x-value"] === undefined;
  const understood = keywordsOf(schema["x-field"]!);
  const given = (keyword: "x-value" | "x-default" | "x-rows", use: "value" | "default" | "rows", label: string) => {
    const key = `${id}-${keyword}`;
    const on = schema[keyword] !== undefined || panel.desk.begun(key);
    const put = (source: string) => (keyword === "x-value" ? panel.setFormula(id, source) : panel.setField(id, { [keyword]: source || undefined }));
    return html`<div class="sec-p">${switchControl({
      id: `p-${keyword}`,
      label,
      value: on,
      change: (value) => {
        panel.desk.begin(key, value === true);
        if (!value) put("");
      },
    })}${on ? ruleBuilder(panel.desk, { form: panel.form, id, key, use, source: schema[keyword] ?? "", codes: panel.codes, lists: panel.lists, forms: panel.known, change: put }) : nothing}</div>`;
  };
  const ruled = schema["x-show"] !== undefined || schema["x-require"] !== undefined;
  return html`${rule("x-show", t("props.showWhen"))}
    ${byPeople && !required ? rule("x-require", t("props.requireWhen")) : nothing}
    ${ruled ? html`<div class="sec-p">${wordsControl({ id: "p-why", label: t("props.why"), help: t("props.whyHelp"), value: schema["x-why"], change: (value) => panel.setField(id, { "x-why": value }), rows: 2 })}</div>` : nothing}
    ${understood.includes("x-value") && schema["x-field"] !== "computed" ? given("x-value", "value", t("props.valueGiven")) : nothing}
    ${understood.includes("x-default") && schema["x-value"] === undefined ? given("x-default", "default", t("props.defaultGiven")) : nothing}
    ${understood.includes("x-rows") && schema["x-value"] === undefined ? given("x-rows", "rows", t("props.rowsGiven")) : nothing}
    ${schema["x-field"] === "note" ? nothing : checksPart(panel, id, schema)}`;
}

function checksPart(panel: Panel, id: string, schema: FieldSchema): TemplateResult {
  const checks = schema["x-check"] ?? [];
  const put = (next: NonNullable<FieldSchema["x-check"]>) => panel.setField(id, { "x-check": next.length ? next : undefined });
  return html`<div class="sec-p"><h3>${t("props.checks")}</h3>
    ${checks.map((check, at) => {
      const level = check.level === "warn";
      return html`<fieldset class="check"><legend class="small">${t("props.check", { n: at + 1 })}</legend>
        <p class="label">${t("props.checkHolds")}</p>
        ${ruleBuilder(panel.desk, { form: panel.form, id, use: "check", key: `${id}-check-${at}`, source: check.rule, codes: panel.codes, lists: panel.lists, forms: panel.known, change: (rule) => put(checks.with(at, { ...check, rule })) })}
        ${wordsControl({ id: `p-says-${at}`, label: t("props.checkSays"), value: check.message, change: (message = "") => put(checks.with(at, { ...check, message })), rows: 2 })}
        ${switchControl({ id: `p-warn-${at}`, label: t("props.checkWarn"), value: level, change: (value) => put(checks.with(at, value ? { ...check, level: "warn" } : { rule: check.rule, message: check.message })) })}
        <button type="button" class="btn text danger" @click=${() => put(checks.toSpliced(at, 1))}>${icon(trash)}${t("props.removeCheck", { n: at + 1 })}</button></fieldset>`;
    })}
    <button type="button" class="btn text" @click=${() => put([...checks, { rule: "", message: "" }])}>${icon(plus)}${t("props.addCheck")}</button></div>`;
}

function sectionPanel(panel: Panel, id: string): TemplateResult {
  const section = layoutOf(panel.form)
    .flatMap(({ sections }) => sections)
    .find((one) => one.id === id);
  if (!section) return formPanel(panel);
  const on = section.show !== undefined || panel.desk.begun(`${id}-show`);
  return html`<div class="hd"><p class="small">${t("props.section")}</p><h2>${say(section.title) || t("canvas.unnamed")}</h2></div>
    <div class="sec-p">${wordsControl({ id: "p-section", label: t("props.sectionTitle"), value: section.title, change: (title) => panel.setSection(id, { title }) })}
    ${wordsControl({ id: "p-section-note", label: t("props.sectionNote"), value: section.description, change: (description) => panel.setSection(id, { description }), rows: 2 })}</div>
    <div class="sec-p">${switchControl({
      id: "p-section-show",
      label: t("props.sectionShow"),
      value: on,
      change: (value) => {
        panel.desk.begin(`${id}-show`, value === true);
        if (!value) panel.setSection(id, { show: undefined });
      },
    })}${on ? ruleBuilder(panel.desk, { form: panel.form, id: undefined, use: "show", key: `${id}-show`, source: section.show ?? "", codes: panel.codes, lists: panel.lists, forms: panel.known, change: (show) => panel.setSection(id, { show: show || undefined }) }) : nothing}</div>
    <div class="sec-p"><button type="button" class="btn danger" @click=${() => panel.removeSection(id)}>${icon(trash)}${t("props.sectionRemove")}</button></div>`;
}

function pagePanel(panel: Panel, at: number): TemplateResult {
  const pages = layoutOf(panel.form);
  const page = pages[at] ?? pages[0]!;
  return html`<div class="hd"><p class="small">${t("props.page")}</p><h2>${say(page.page)}</h2></div>
    <div class="sec-p">${wordsControl({ id: "p-page", label: t("props.pageTitle"), value: page.page, change: (words = "") => panel.setPage(at, words) })}</div>
    ${pages.length > 1 ? html`<div class="sec-p"><button type="button" class="btn danger" @click=${() => panel.removePage(at)}>${icon(trash)}${t("props.pageRemove")}</button></div>` : nothing}`;
}

function formPanel(panel: Panel): TemplateResult {
  const { form } = panel;
  const { examples } = panel.examples;
  const head = html`<div class="hd"><p class="small">${t("props.form")}</p><h2>${say(form.title)}</h2>
      ${tabs(panel, "examples", examples.length ? t("props.examplesN", { n: examples.length }) : t("props.examples"))}</div>`;
  if (panel.tab === "examples") return html`${head}${examplesPanel(panel.examples)}`;
  return html`${head}
    <div class="sec-p">${wordsControl({ id: "p-title", label: t("props.form.title"), value: form.title, change: (title = "") => panel.setForm({ title }) })}
    ${wordsControl({ id: "p-description", label: t("props.form.description"), value: form.description, change: (description) => panel.setForm({ description }), rows: 3 })}</div>
    <div class="sec-p">${choiceControl({ id: "p-workflow", label: t("access.workflow"), value: form.workflow, change: (workflow) => panel.setForm({ workflow }), options: panel.workflows, none: t("access.workflowNone") })}</div>
    <div class="sec-p">${documentsPart(panel)}</div>
    ${accessPart({ form, workflow: panel.workflow, duties: panel.duties, change: (access) => panel.setForm({ access }) })}
    ${formSettings(panel)}`;
}

/** Which documents are printed of a record; each is opened from here, and a new one made for this form. */
function documentsPart({ form, documents, newDocument, setForm }: Panel): TemplateResult {
  const chosen = form.documents ?? [];
  const put = (next: string[]) => setForm({ documents: next.length ? next : undefined });
  const known = [...documents, ...chosen.filter((id) => !documents.some((one) => one.id === id)).map((id) => ({ id, title: id }))];
  return html`<fieldset class="who-list"><legend class="label">${t("access.documents")}</legend><p class="help wide">${t(chosen.length || known.length ? "access.documentsHelp" : "access.documentsNone")}</p>${known.map(
    ({ id, title }) =>
      html`<label class="chip ${chosen.includes(id) ? "on" : ""}"><input type="checkbox" class="hide" .checked=${chosen.includes(id)} @change=${() => put(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])}>${title}</label>`,
  )}</fieldset>
    ${known.filter(({ id }) => chosen.includes(id)).map(({ id, title }) => html`<p><a class="btn text" href="/designer/document/${id}">${icon(printer)}${t("access.openDocument", { title })}</a></p>`)}
    <button type="button" class="btn text" @click=${newDocument}>${icon(plus)}${t("access.newDocument")}</button>`;
}
