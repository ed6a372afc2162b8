// The panel at the right: what is in hand (a field, a section, a page, the form) in plain words.
import { html, nothing, type TemplateResult } from "lit";
import type { FieldSchema, FieldType, FormDefinition, OptionDefinition, Text } from "../../../schemas/types.js";
import { icon } from "../../ui/icon.js";
import { plus } from "../../ui/icons/plus.js";
import { printer } from "../../ui/icons/printer.js";
import { trash } from "../../ui/icons/trash.js";
import { x } from "../../ui/icons/x.js";
import { say, t } from "../../ui/words.js";
import { choiceControl, numberControl, type Option, switchControl, textControl } from "../controls.js";
import { type Found, findField, layoutOf } from "../engine.js";
import { reword } from "../reword.js";
import { whoControl } from "../who-control.js";
import { shelves, typeWords } from "./kinds.js";
import { type RuleDesk, ruleBuilder } from "./rule-builder.js";
import type { Selection } from "./selection.js";

export interface Panel {
  form: FormDefinition;
  selected: Selection;
  desk: RuleDesk;
  /** Records may hold what it was. */
  published: boolean;
  tab: "general" | "rules";
  turn(tab: Panel["tab"]): void;
  /** Lists of the LAO, other forms and workflows, to choose from. */
  codes: ReadonlyMap<string, { id: string; title: Text }[]>;
  lists: Option[];
  forms: Option[];
  workflows: Option[];
  documents: Option[];
  /** The duties of the LAO's positions. */
  duties: string[];
  setField(id: string, changes: { [K in keyof FieldSchema]?: FieldSchema[K] | undefined }): void;
  setRequired(id: string, required: boolean): void;
  rename(id: string, name: string): void;
  turnInto(id: string, type: FieldType): void;
  setSection(id: string, changes: { title?: Text | undefined; description?: Text | undefined; show?: string | undefined }): void;
  removeSection(id: string): void;
  setPage(at: number, words: Text): void;
  removePage(at: number): void;
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
  return html`<aside class="prop" aria-label=${t(field ? "props.title" : selected.what === "section" ? "props.section" : selected.what === "page" ? "props.page" : "props.form")}>${content}</aside>`;
}

function fieldPanel(panel: Panel, field: Found): TemplateResult {
  const { schema } = field;
  const type = schema["x-field"]!;
  const rules = Number(schema["x-show"] !== undefined) + Number(schema["x-require"] !== undefined) + (schema["x-check"]?.length ?? 0);
  const tab = (name: Panel["tab"], words: string) =>
    html`<button type="button" role="tab" aria-selected=${panel.tab === name ? "true" : "false"} @click=${() => panel.turn(name)}>${words}</button>`;
  return html`<div class="hd"><p class="small">${t("props.kind", { type: typeWords(type) })}</p><h2>${schema.title ?? field.name}</h2>
      <div class="tabbar" role="tablist">${tab("general", t("props.general"))}${tab("rules", rules ? t("props.rulesN", { n: rules }) : t("props.rules"))}</div></div>
    ${panel.tab === "rules" ? rulesTab(panel, field) : generalTab(panel, field, type)}`;
}

function generalTab(panel: Panel, field: Found, type: FieldType): TemplateResult {
  const { id, schema } = field;
  const set =
    <K extends keyof FieldSchema>(keyword: K) =>
    (value: FieldSchema[K] | undefined) =>
      panel.setField(id, { [keyword]: value });
  const byPeople = type !== "note" && type !== "computed" && type !== "running-number" && type !== "signature" && schema["x-value"] === undefined;
  return html`<div class="sec-p">
    ${textControl({ id: "p-question", label: t("props.question"), value: schema.title, change: set("title"), rows: 2 })}
    ${textControl({ id: "p-help", label: t("props.help"), value: schema.description, change: set("description"), rows: 2 })}
    ${byPeople ? switchControl({ id: "p-required", label: t("props.required"), value: field.required, change: (value) => panel.setRequired(id, value === true) }) : nothing}
  </div>
  ${type === "computed" || schema["x-value"] !== undefined ? html`<div class="sec-p">${formula(panel, field)}</div>` : nothing}
  ${type === "select" || type === "multi-select" ? html`<div class="sec-p">${options(panel, field)}</div>` : nothing}
  ${ofKind(panel, field, type)}
  <div class="sec-p">
    ${textControl({ id: "p-name", label: t("props.name"), help: t("props.nameHelp"), value: field.name, change: (value) => value && panel.rename(id, value) })}
    ${choiceControl({ id: "p-kind", label: t("props.turnInto"), value: type, change: (value) => value && panel.turnInto(id, value as FieldType), options: shelves.flatMap(({ types }) => types).map((one) => ({ id: one, title: typeWords(one) })) })}
  </div>`;
}

/** What only some kinds have. */
function ofKind(panel: Panel, { id, schema }: Found, type: FieldType): TemplateResult | typeof nothing {
  const set =
    <K extends keyof FieldSchema>(keyword: K) =>
    (value: FieldSchema[K] | undefined) =>
      panel.setField(id, { [keyword]: value });
  const parts: unknown[] = [];
  if (["integer", "number", "money", "percent"].includes(type))
    parts.push(
      numberControl({ id: "p-min", label: t("props.minimum"), value: schema.minimum, change: set("minimum") }),
      numberControl({ id: "p-max", label: t("props.maximum"), value: schema.maximum, change: set("maximum") }),
    );
  if (type === "integer" || type === "number")
    parts.push(textControl({ id: "p-unit", label: t("props.unit"), value: say(schema["x-unit"]), change: set("x-unit") }));
  if (type === "text" || type === "long-text")
    parts.push(numberControl({ id: "p-long", label: t("props.maxLength"), value: schema.maxLength, change: set("maxLength"), least: 1 }));
  if (type === "reference")
    parts.push(
      choiceControl({ id: "p-form", label: t("props.toForm"), value: schema["x-form"], change: set("x-form"), options: panel.forms, none: t("rule.choose") }),
    );
  if (type === "running-number") {
    const series = schema["x-number"] ?? { series: "main", period: "fiscal-year" as const };
    parts.push(
      textControl({
        id: "p-series",
        label: t("props.series"),
        value: series.series,
        change: (value) => value && panel.setField(id, { "x-number": { ...series, series: value } }),
      }),
      choiceControl({
        id: "p-period",
        label: t("props.period"),
        value: series.period,
        change: (value) => value && panel.setField(id, { "x-number": { ...series, period: value as typeof series.period } }),
        options: (["fiscal-year", "calendar-year", "academic-year", "ever"] as const).map((one) => ({ id: one, title: t(`props.period.${one}`) })),
      }),
    );
  }
  return parts.length ? html`<div class="sec-p">${parts}</div>` : nothing;
}

function options(panel: Panel, { id, schema }: Found): TemplateResult {
  const own: OptionDefinition[] = schema["x-options"] ?? schema.enum?.map((one) => ({ id: one, title: one })) ?? [];
  const put = (list: OptionDefinition[]) => panel.setField(id, { "x-options": list, enum: undefined, "x-codes": undefined });
  const fresh = () => {
    const taken = new Set(own.map((one) => one.id));
    for (let n = own.length + 1; ; n++) if (!taken.has(`o${n}`)) return `o${n}`;
  };
  const rename = (at: number, words: string) => put(own.with(at, { ...own[at]!, title: reword(own[at]!.title, words) }));
  // Once published, a record may have chosen it: it stays known and is offered no more. Before that it simply goes.
  const remove = (at: number) => put(panel.published ? own.with(at, { ...own[at]!, retired: true }) : own.toSpliced(at, 1));
  return html`${choiceControl({ id: "p-codes", label: t("props.options"), value: schema["x-codes"], change: (value) => (value ? panel.setField(id, { "x-codes": value, "x-options": undefined, enum: undefined }) : put([{ id: "o1", title: "" }])), options: panel.lists, none: t("props.codesNone") })}
    ${
      schema["x-codes"]
        ? nothing
        : html`<ul class="option-list">${own.map(({ title, retired }, at) =>
            retired
              ? nothing
              : html`<li><div class="ctl"><input aria-label=${t("props.option", { n: at + 1 })} .value=${say(title)} @input=${(event: Event) => rename(at, (event.target as HTMLInputElement).value)} @keydown=${(
                  event: KeyboardEvent,
                ) => {
                  if (event.key !== "Enter") return;
                  event.preventDefault();
                  put(own.toSpliced(at + 1, 0, { id: fresh(), title: "" }));
                  const list = (event.target as Element).closest("ul")!;
                  requestAnimationFrame(() => list.querySelectorAll("input")[at + 1]?.focus());
                }}></div><button type="button" class="btn icon text" aria-label=${t("props.removeOption", { n: at + 1 })} @click=${() => remove(at)}>${icon(x)}</button></li>`,
          )}</ul>
          <button type="button" class="btn text" @click=${() => put([...own, { id: fresh(), title: "" }])}>${icon(plus)}${t("props.addOption")}</button>`
    }`;
}

function formula(panel: Panel, { id, schema }: Found): TemplateResult {
  return html`<h3>${t("props.calculate")}</h3><p class="help">${t("props.calculateHelp")}</p>
    ${ruleBuilder(panel.desk, { form: panel.form, id, key: `${id}-value`, source: schema["x-value"] ?? "", codes: panel.codes, only: "expression", change: (source) => panel.setField(id, { "x-value": source || undefined }) })}`;
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
            source: schema[keyword] ?? "",
            codes: panel.codes,
            change: (source) => panel.setField(id, { [keyword]: source || undefined }),
          })
        : nothing
    }</div>`;
  };
  const byPeople = schema["x-field"] !== "note" && schema["x-value"] === undefined;
  const ruled = schema["x-show"] !== undefined || schema["x-require"] !== undefined;
  return html`${rule("x-show", t("props.showWhen"))}
    ${byPeople && !required ? rule("x-require", t("props.requireWhen")) : nothing}
    ${ruled ? html`<div class="sec-p">${textControl({ id: "p-why", label: t("props.why"), help: t("props.whyHelp"), value: say(schema["x-why"]) || undefined, change: (value) => panel.setField(id, { "x-why": value }), rows: 2 })}</div>` : nothing}
    ${byPeople ? checksPart(panel, id, schema) : nothing}`;
}

function checksPart(panel: Panel, id: string, schema: FieldSchema): TemplateResult {
  const checks = schema["x-check"] ?? [];
  const put = (next: NonNullable<FieldSchema["x-check"]>) => panel.setField(id, { "x-check": next.length ? next : undefined });
  return html`<div class="sec-p"><h3>${t("props.checks")}</h3>
    ${checks.map((check, at) => {
      const level = check.level === "warn";
      return html`<fieldset class="check"><legend class="small">${t("props.check", { n: at + 1 })}</legend>
        <p class="label">${t("props.checkHolds")}</p>
        ${ruleBuilder(panel.desk, { form: panel.form, id: undefined, key: `${id}-check-${at}`, source: check.rule, codes: panel.codes, change: (rule) => put(checks.with(at, { ...check, rule })) })}
        ${textControl({ id: `p-says-${at}`, label: t("props.checkSays"), value: say(check.message) || undefined, change: (value) => put(checks.with(at, { ...check, message: value ?? "" })), rows: 2 })}
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
    <div class="sec-p">${textControl({ id: "p-section", label: t("props.sectionTitle"), value: say(section.title) || undefined, change: (title) => panel.setSection(id, { title: title === undefined ? undefined : reword(section.title, title) }) })}
    ${textControl({ id: "p-section-note", label: t("props.sectionNote"), value: say(section.description) || undefined, change: (description) => panel.setSection(id, { description: description === undefined ? undefined : reword(section.description, description) }), rows: 2 })}</div>
    <div class="sec-p">${switchControl({
      id: "p-section-show",
      label: t("props.sectionShow"),
      value: on,
      change: (value) => {
        panel.desk.begin(`${id}-show`, value === true);
        if (!value) panel.setSection(id, { show: undefined });
      },
    })}${on ? ruleBuilder(panel.desk, { form: panel.form, id: undefined, key: `${id}-show`, source: section.show ?? "", codes: panel.codes, change: (show) => panel.setSection(id, { show: show || undefined }) }) : nothing}</div>
    <div class="sec-p"><button type="button" class="btn danger" @click=${() => panel.removeSection(id)}>${icon(trash)}${t("props.sectionRemove")}</button></div>`;
}

function pagePanel(panel: Panel, at: number): TemplateResult {
  const pages = layoutOf(panel.form);
  const page = pages[at] ?? pages[0]!;
  return html`<div class="hd"><p class="small">${t("props.page")}</p><h2>${say(page.page)}</h2></div>
    <div class="sec-p">${textControl({ id: "p-page", label: t("props.pageTitle"), value: say(page.page) || undefined, change: (value) => panel.setPage(at, reword(page.page, value)) })}</div>
    ${pages.length > 1 ? html`<div class="sec-p"><button type="button" class="btn danger" @click=${() => panel.removePage(at)}>${icon(trash)}${t("props.pageRemove")}</button></div>` : nothing}`;
}

function formPanel(panel: Panel): TemplateResult {
  const { form } = panel;
  const who = (use: "create" | "list", label: string) =>
    whoControl(label, form.access?.[use] ?? [], panel.duties, (chosen) => panel.setForm({ access: { ...form.access, [use]: chosen } }));
  return html`<div class="hd"><p class="small">${t("props.form")}</p><h2>${say(form.title)}</h2></div>
    <div class="sec-p">${textControl({ id: "p-title", label: t("props.form.title"), value: say(form.title), change: (value) => panel.setForm({ title: reword(form.title, value) }) })}
    ${textControl({ id: "p-description", label: t("props.form.description"), value: say(form.description) || undefined, change: (value) => panel.setForm({ description: value === undefined ? undefined : reword(form.description, value) }), rows: 3 })}</div>
    <div class="sec-p">${choiceControl({ id: "p-workflow", label: t("access.workflow"), value: form.workflow, change: (workflow) => panel.setForm({ workflow }), options: panel.workflows, none: t("access.workflowNone") })}</div>
    <div class="sec-p">${documentsPart(panel)}</div>
    <div class="sec-p">${who("create", t("access.create"))}${who("list", t("access.list"))}</div>`;
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
