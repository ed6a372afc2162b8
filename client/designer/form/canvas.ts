// The form as it will look, edited where it stands: a page with its sections, each field with its place, its mark of rules and, in hand, its tools.
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { FieldSchema, FormDefinition, LayoutSection } from "../../../schemas/types.js";
import { icon } from "../../ui/icon.js";
import { arrowDown } from "../../ui/icons/arrow-down.js";
import { arrowUp } from "../../ui/icons/arrow-up.js";
import { calculator } from "../../ui/icons/calculator.js";
import { copy } from "../../ui/icons/copy.js";
import { dotsSixVertical } from "../../ui/icons/dots-six-vertical.js";
import { eye } from "../../ui/icons/eye.js";
import { pencilSimple } from "../../ui/icons/pencil-simple.js";
import { plus } from "../../ui/icons/plus.js";
import { slidersHorizontal } from "../../ui/icons/sliders-horizontal.js";
import { trash } from "../../ui/icons/trash.js";
import { users } from "../../ui/icons/users.js";
import { say, t } from "../../ui/words.js";
import { layoutOf, type Spot, unplacedIn } from "../engine.js";
import { inPlace, isWorded, type Wording } from "./in-place.js";
import { looksLike } from "./looks.js";
import type { Selection } from "./selection.js";

/** What a canvas may do; ids are those of fields and sections. */
export interface Canvas {
  form: FormDefinition;
  page: number;
  selected: Selection;
  select(selection: Selection): void;
  /** One step up or down. */
  step(id: string, by: 1 | -1): void;
  /** A field that no section shows, put at the end of this page. */
  place(id: string): void;
  duplicate(id: string): void;
  remove(id: string): void;
  addSection(): void;
  turn(page: number): void;
  addPage(): void;
  /** A question, the name of a section or of a page, edited where it stands. */
  wording: Wording;
  /** Who else has this field in hand. */
  others(id: string): string | undefined;
}

export function canvas(it: Canvas): TemplateResult {
  const pages = layoutOf(it.form);
  const page = pages[it.page] ?? pages[0]!;
  return html`<div class="canvas"><p class="hide" id="canvas-keys">${t("canvas.keys")}</p>
    <div class="page-tabs" role="group" aria-label=${t("canvas.pages")}>${pages.map(
      ({ page }, n) => html`<button type="button" class="page-tab" aria-pressed=${n === it.page} @click=${() => it.turn(n)}>${say(page)}</button>`,
    )}<button type="button" class="btn text" @click=${it.addPage}>${icon(plus)}${t("canvas.addPage")}</button><button type="button" class="page-tab whole" aria-pressed=${it.selected.what === "form"} @click=${() => it.select({ what: "form" })}>${icon(slidersHorizontal)}${t("canvas.form")}</button></div>
    <div class="sheet paper" role="group" aria-label=${say(page.page)} aria-describedby="canvas-keys">
      ${heading(it, { what: "page", at: it.page }, say(page.page), html`<h2>${say(page.page)}</h2>`)}
      ${repeat(
        page.sections,
        ({ id }) => id,
        (section) => sectionOf(it, section, say(page.page)),
      )}
      <button type="button" class="btn text add-section" @click=${it.addSection}>${icon(plus)}${t("canvas.addSection")}</button>
      ${unplaced(it)}
    </div></div>`;
}

/** What no section shows stays in reach: chosen to be set, and put on the page that is open. */
function unplaced(it: Canvas): TemplateResult | typeof nothing {
  const names = unplacedIn(it.form);
  if (!names.length) return nothing;
  return html`<div class="part unplaced" role="group" aria-labelledby="canvas-unplaced"><h3 id="canvas-unplaced">${t("canvas.unplaced", { n: names.length })}</h3><p class="help">${t("canvas.unplacedHelp")}</p>
    <ul>${names.map((name) => {
      const schema = it.form.schema.properties[name]!;
      const id = schema["x-id"] ?? "";
      const title = schema.title ?? name;
      return html`<li><button type="button" class="heading ${it.selected.what === "field" && it.selected.id === id ? "sel" : ""}" @click=${() => it.select({ what: "field", id })}>${title}</button><button type="button" class="btn text" aria-label=${t("canvas.placeOne", { title })} @click=${() => it.place(id)}>${icon(plus)}${t("canvas.place")}</button></li>`;
    })}</ul></div>`;
}

function sectionOf(it: Canvas, section: LayoutSection, pageTitle: string): TemplateResult {
  const title = say(section.title);
  const fields = section.fields.flatMap((name) => (Object.hasOwn(it.form.schema.properties, name) ? [[name, it.form.schema.properties[name]!] as const] : []));
  return html`<div class="part" data-section=${section.id} role="group" aria-label=${t("canvas.section", { title: title || t("canvas.unnamed") })}>
    ${heading(it, { what: "section", id: section.id }, title, html`<h3>${title && title !== pageTitle ? title : html`<span class="small">${t("canvas.section", { title: title || t("canvas.unnamed") })}</span>`}${section.show ? mark(eye, t("canvas.rules", { n: 1 })) : nothing}</h3>`)}
    ${fields.length ? html`<div class="fields" role="list">${fieldsOf(it, fields, it.form.schema.required ?? [], { section: section.id, at: 0 })}</div>` : html`<p class="drop" data-end=${section.id}>${t("canvas.emptySection")}</p>`}
  </div>`;
}

/** The name of a page or section: chosen by a press, edited where it stands by a second one. */
function heading(it: Canvas, own: Selection, text: string, shown: TemplateResult): TemplateResult {
  if (isWorded(it.wording, own)) return html`<div class="heading sel">${inPlace(it.wording, text, text || t("canvas.unnamed"))}</div>`;
  const inHand = JSON.stringify(it.selected) === JSON.stringify(own);
  return html`<button type="button" class="heading ${inHand ? "sel" : ""}" data-is=${JSON.stringify(own)} @click=${() => it.select(own)} @dblclick=${() => it.wording.begin(own)}>${shown}</button>`;
}

function fieldsOf(it: Canvas, fields: (readonly [string, FieldSchema])[], required: readonly string[], spot: Spot): unknown {
  return repeat(
    fields,
    ([, schema]) => schema["x-id"],
    ([name, schema], at) => item(it, name, schema, required.includes(name), { ...spot, at }, fields.length),
  );
}

function item(it: Canvas, name: string, schema: FieldSchema, required: boolean, spot: Spot, of: number): TemplateResult {
  const id = schema["x-id"]!;
  const type = schema["x-field"];
  const inHand = it.selected.what === "field" && it.selected.id === id;
  const title = schema.title ?? (type === "note" ? (schema.description ?? "") : name);
  const rules = Number(schema["x-show"] !== undefined) + Number(schema["x-require"] !== undefined) + (schema["x-check"]?.length ?? 0);
  const inside = type === "table" ? schema.items : type === "group" ? schema : undefined;
  return html`<div class="item ${inHand ? "sel" : ""}" role="listitem" data-id=${id} data-parent=${"parent" in spot ? spot.parent : nothing} data-in=${"section" in spot ? spot.section : nothing} data-at=${spot.at}
    tabindex=${inHand ? "0" : "-1"} aria-current=${inHand ? "true" : nothing} @click=${(event: Event) => {
      event.stopPropagation();
      it.select({ what: "field", id });
    }}>
    ${inHand ? html`<span class="handle" draggable="true" title=${t("canvas.drag")}>${icon(dotsSixVertical)}</span>${tools(it, id, spot.at, of)}` : nothing}${other(it.others(id))}
    ${
      isWorded(it.wording, { what: "field", id })
        ? inPlace(it.wording, schema.title ?? "", title)
        : html`<span class="label" @dblclick=${() => it.wording.begin({ what: "field", id })}>${title}${required || schema["x-require"] || type === "note" || schema["x-value"] ? nothing : html` <span class="opt">${t("canvas.optional")}</span>`}${
            schema["x-value"] ? mark(calculator, t("canvas.computed")) : rules ? mark(eye, t("canvas.rules", { n: rules })) : nothing
          }</span>`
    }
    ${schema.description && type !== "note" ? html`<span class="help">${schema.description}</span>` : nothing}
    ${
      inside
        ? html`<div class="inside">${Object.keys(inside.properties ?? {}).length ? html`<div class="fields" role="list" aria-label=${title}>${fieldsOf(it, Object.entries(inside.properties!), inside.required ?? [], { parent: id, at: 0 })}</div>` : html`<p class="drop" data-into=${id}>${t("canvas.emptySection")}</p>`}</div>`
        : looksLike(schema)
    }
  </div>`;
}

const other = (names: string | undefined): TemplateResult | typeof nothing =>
  names ? html`<span class="with">${icon(users)}${t("bench.atField", { names })}</span>` : nothing;

const mark = (picture: string, words: string): TemplateResult => html`<span class="rulemark">${icon(picture)}${words}</span>`;

const tools = (it: Canvas, id: string, at: number, of: number): TemplateResult => {
  const tool = (picture: string, words: string, press: () => void, off = false) =>
    html`<button type="button" aria-label=${words} title=${words} ?disabled=${off} @click=${(event: Event) => {
      event.stopPropagation();
      press();
    }}>${icon(picture)}</button>`;
  return html`<span class="acts">${tool(pencilSimple, t("canvas.word"), () => it.wording.begin({ what: "field", id }))}${tool(arrowUp, t("canvas.up"), () => it.step(id, -1), at === 0)}${tool(arrowDown, t("canvas.down"), () => it.step(id, 1), at === of - 1)}${tool(copy, t("canvas.copy"), () => it.duplicate(id))}${tool(trash, t("canvas.remove"), () => it.remove(id))}</span>`;
};
