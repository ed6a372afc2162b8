// `<tf-designs>`: what this LAO has defined, and where a new form begins.
import { html, nothing, type TemplateResult } from "lit";
import type { DefinitionList, FormDefinition, WorkingCopy } from "../../schemas/types.js";
import { api } from "../api/api.js";
import type { LiveEvent } from "../api/live.js";
import { Screen } from "../record/screen.js";
import { empty } from "../record/states.js";
import { icon } from "../ui/icon.js";
import { files } from "../ui/icons/files.js";
import { plus } from "../ui/icons/plus.js";
import { go } from "../ui/screen/go.js";
import { openSheet } from "../ui/screen/sheet.js";
import { say, t } from "../ui/words.js";
import { freeId } from "./new-id.js";
import "./words.js";

type Row = DefinitionList["items"][number];

class DesignsScreen extends Screen {
  private list: Row[] = [];

  protected override hears({ kind }: LiveEvent): boolean {
    return kind === "definition";
  }

  protected async read(): Promise<void> {
    this.list = (await api.get<DefinitionList>("/definitions")).items;
  }

  protected heading(): string {
    return t("designs.title");
  }

  protected content(): TemplateResult {
    const forms = this.list.filter(({ kind }) => kind === "form");
    return html`<div class="in designs">
      <div class="head"><h1>${this.heading()}</h1><button type="button" class="btn main" @click=${() => this.startNew(forms)}>${icon(plus)}${t("designs.new")}</button></div>
      <p class="small">${t("designs.note")}</p>
      <section><h2>${t("designs.forms")}</h2>${
        forms.length
          ? html`<ul class="sheet cards">${forms.map((row) => this.row(row))}</ul>`
          : html`<div class="sheet">${empty({ picture: files, title: t("designs.none"), note: t("designs.noneNote") })}</div>`
      }</section></div>`;
  }

  private row({ id, title, version, changed, retired }: Row): TemplateResult {
    const state = retired ? t("designs.retired") : version ? t("designs.version", { n: version }) : t("designs.unpublished");
    return html`<li><a class="row" href="/designer/form/${id}"><b>${say(title)}</b><span class="small">${state}</span>${changed && version ? html`<span class="tag wait">${t("designs.changed")}</span>` : nothing}</a></li>`;
  }

  private startNew(forms: Row[]): void {
    let [name, from] = ["", ""];
    openSheet({
      title: t("new.title"),
      body: () => html`<label class="label" for="new-name">${t("new.name")}</label><span class="help" id="new-name-help">${t("new.nameHelp")}</span>
        <div class="ctl"><input id="new-name" autocomplete="off" aria-describedby="new-name-help" @input=${(event: Event) => {
          name = (event.target as HTMLInputElement).value;
        }}></div>
        <label class="label" for="new-from">${t("new.from")}</label>
        <div class="ctl has-caret"><select id="new-from" @change=${(event: Event) => {
          from = (event.target as HTMLSelectElement).value;
        }}><option value="">${t("new.blank")}</option>${forms.map(({ id, title }) => html`<option value=${id}>${t("new.copyOf", { title: say(title) })}</option>`)}</select></div>`,
      go: {
        label: t("new.go"),
        run: async () => {
          if (!name.trim()) throw new Error(t("new.nameFirst"));
          go(`/designer/form/${await this.make(name.trim(), from)}`);
        },
      },
      explain: (error) =>
        (error as { problem?: { title: { th: string; en: string } } }).problem
          ? say((error as { problem: { title: { th: string; en: string } } }).problem.title)
          : (error as Error).message,
    });
  }

  /** The working copy of a new form; its id is free among this LAO's. */
  private async make(title: string, from: string): Promise<string> {
    const id = freeId("form", new Set(this.list.filter(({ kind }) => kind === "form").map((one) => one.id)));
    const base = from ? ((await api.get<WorkingCopy>(`/definitions/form/${encodeURIComponent(from)}`)).definition as unknown as FormDefinition) : blank;
    await api.put(`/definitions/form/${id}`, { ...base, kind: "form", id, title }, { headers: { "if-match": "0" } });
    return id;
  }
}

const blank = {
  kind: "form",
  schema: { type: "object", properties: {} },
  layout: [{ page: { th: "หน้า 1", en: "Page 1" }, sections: [{ id: "main", fields: [] }] }],
  access: { create: ["school-staff"], list: ["director", "education-office"] },
};

customElements.define("tf-designs", DesignsScreen);
