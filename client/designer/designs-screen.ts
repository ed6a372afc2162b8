// `<tf-design-list>`: what this LAO has defined, and where a new form begins.
import { html, nothing, type TemplateResult } from "lit";
import type { DefinitionList } from "../../schemas/types.js";
import { api } from "../api/api.js";
import type { LiveEvent } from "../api/live.js";
import { Screen } from "../record/screen.js";
import { empty } from "../record/states.js";
import { dutyWords } from "../ui/duties.js";
import { icon } from "../ui/icon.js";
import { files } from "../ui/icons/files.js";
import { notePencil } from "../ui/icons/note-pencil.js";
import { plus } from "../ui/icons/plus.js";
import { go } from "../ui/screen/go.js";
import { openSheet } from "../ui/screen/sheet.js";
import { toast } from "../ui/toast.js";
import { say, t, type Word } from "../ui/words.js";
import { putIntoForm } from "./document/into-form.js";
import { openStartDocument } from "./document/start-document.js";
import { dutyOptions } from "./duties.js";
import { approval } from "./engine.js";
import { explain } from "./explain.js";
import { openStart } from "./form/start-form.js";
import { keepSheet } from "./import/import-store.js";
import { inTurn } from "./in-turn.js";
import { freeId } from "./new-id.js";
import { openRequests } from "./requests.js";
import "./words.js";

type Row = DefinitionList["items"][number];

class DesignsScreen extends Screen {
  private list: Row[] = [];

  /** How many requests to change it are open, by form. */
  private asked: ReadonlyMap<string, number> = new Map();

  protected override hears({ kind }: LiveEvent): boolean {
    if (kind === "record") void this.count();
    return kind === "definition";
  }

  protected async read(): Promise<void> {
    const [{ items }] = await Promise.all([api.get<DefinitionList>("/definitions"), this.count()]);
    this.list = items;
  }

  private readonly count = inTurn(async () => {
    const counts = new Map<string, number>();
    for (const { form_id } of await openRequests().catch(() => [])) counts.set(form_id, (counts.get(form_id) ?? 0) + 1);
    this.asked = counts;
    this.requestUpdate();
  });

  protected heading(): string {
    return t("designs.title");
  }

  protected content(): TemplateResult {
    const of = (kind: string): Row[] => this.list.filter((row) => row.kind === kind);
    const forms = of("form");
    return html`<div class="in designs">
      <div class="head"><h1>${this.heading()}</h1><button type="button" class="btn main" @click=${() => this.startNew(forms)}>${icon(plus)}${t("designs.new")}</button></div>
      <p class="small">${t("designs.note")}</p>
      <section><h2>${t("designs.forms")}</h2>${
        forms.length
          ? html`<ul class="sheet cards">${forms.map((row) => this.row(row))}</ul>`
          : html`<div class="sheet">${empty({ picture: files, title: t("designs.none"), note: t("designs.noneNote") })}</div>`
      }</section>
      ${this.shelf(of("menu"), "designs.menus", "designs.newMenu", () => void this.startMenu())}
      ${this.shelf(of("workflow"), "designs.workflows", "designs.newWorkflow", () => this.startWorkflow())}
      ${this.shelf(of("document"), "designs.documents", "designs.newDocument", () => this.startDocument())}
      ${this.shelf(of("codes"), "designs.codes", "designs.newCodes", () => void this.startCodes())}</div>`;
  }

  private shelf(rows: Row[], title: Word, more: Word, begin: () => void): TemplateResult {
    return html`<section><div class="head"><h2>${t(title)}</h2><button type="button" class="btn" @click=${begin}>${icon(plus)}${t(more)}</button></div>
      ${rows.length ? html`<ul class="sheet cards">${rows.map((row) => this.row(row))}</ul>` : html`<p class="sheet pad small">${t("designs.shelfNone", { title: t(title) })}</p>`}</section>`;
  }

  private row({ kind, id, title, version, changed, retired }: Row): TemplateResult {
    const state = retired ? t("designs.retired") : version ? t("designs.version", { n: version }) : t("designs.unpublished");
    const asked = kind === "form" ? this.asked.get(id) : undefined;
    return html`<li><a class="row" href="/designer/${kind}/${id}"><b>${say(title)}</b><span class="small">${state}</span>${asked ? html`<span class="tag">${icon(notePencil)}${t("designs.asked", { n: asked })}</span>` : nothing}${changed && version ? html`<span class="tag wait">${t("designs.changed")}</span>` : nothing}</a></li>`;
  }

  private async startMenu(): Promise<void> {
    const id = this.freeId("menu");
    await this.put("menu", id, { kind: "menu", id, title: t("menu.newGroup"), order: 100, items: [] });
    go(`/designer/menu/${id}`);
  }

  private async startCodes(): Promise<void> {
    const id = this.freeId("codes");
    await this.put("codes", id, { kind: "codes", id, title: t("codes.new"), rows: [{ id: "1", title: t("codes.first") }] });
    go(`/designer/codes/${id}`);
  }

  private startDocument(): void {
    const options = (kind: string) => this.list.filter((row) => row.kind === kind && !row.retired).map(({ id, title }) => ({ id, title: say(title) }));
    openStartDocument({
      forms: options("form"),
      documents: options("document"),
      make: async (made, form) => {
        const id = this.freeId("document");
        await this.put("document", id, { ...made, id });
        if (form !== undefined) await putIntoForm(form, id);
        go(`/designer/document/${id}`);
      },
    });
  }

  private startWorkflow(): void {
    let [name, who] = ["", "director"];
    const duties = dutyOptions([]).filter(({ id }) => id !== "anyone");
    openSheet({
      title: t("designs.newWorkflow"),
      note: t("flow.newNote"),
      body: () => html`<label class="label" for="new-flow">${t("flow.name")}</label><div class="ctl"><input id="new-flow" autocomplete="off" @input=${(
        event: Event,
      ) => {
        name = (event.target as HTMLInputElement).value;
      }}></div>
        <label class="label" for="new-who">${t("flow.first")}</label><div class="ctl has-caret"><select id="new-who" @change=${(event: Event) => {
          who = (event.target as HTMLSelectElement).value;
        }}>${duties.map(({ id, title }) => html`<option value=${id} ?selected=${id === who}>${title}</option>`)}</select></div>`,
      go: {
        label: t("flow.make"),
        run: async () => {
          if (!name.trim()) throw new Error(t("flow.nameFirst"));
          const id = this.freeId("workflow");
          await this.put("workflow", id, approval(id, name.trim(), who, { waiting: t("flow.waitingFor", { who: dutyWords(who) }) }));
          go(`/designer/workflow/${id}`);
        },
      },
      explain,
    });
  }

  private freeId(kind: string): string {
    return freeId(kind, new Set(this.list.filter((row) => row.kind === kind).map(({ id }) => id)));
  }

  private put(kind: string, id: string, definition: object): Promise<unknown> {
    return api.put(`/definitions/${kind}/${id}`, definition, { headers: { "if-match": "0" } });
  }

  private startNew(forms: Row[]): void {
    openStart(forms, {
      make: async (made, sheet) => {
        const id = this.freeId("form");
        // The rows first: a form without them would have to be matched with its file again.
        if (sheet) await keepSheet(id, sheet).catch(() => toast(t("new.rowsNotKept")));
        await this.put("form", id, { ...made, kind: "form", id });
        go(`/designer/form/${id}`);
      },
      open: (id) => go(`/designer/form/${id}`),
    });
  }
}

customElements.define("tf-design-list", DesignsScreen);
