// `<tf-form-designer>`: the bench of one form. Palette, canvas, properties and checks around one working copy; trying it; publishing it.
import { html, nothing, type TemplateResult } from "lit";
import type { FieldType, FormDefinition } from "../../../schemas/types.js";
import type { LiveEvent } from "../../api/live.js";
import type { FormElement } from "../../form/form-element.js";
import { Screen } from "../../record/screen.js";
import { both, say, t } from "../../ui/words.js";
import { band } from "../bench-band.js";
import { checksPanel } from "../checks-panel.js";
import { conflictsPanel } from "../conflicts-panel.js";
import {
  addField,
  addPage,
  addSection,
  copyFields,
  fieldsOf,
  findField,
  freeSection,
  layoutOf,
  moveField,
  pasteFields,
  readClip,
  removeFields,
  removePage,
  removeSection,
  renameField,
  type Spot,
  setField,
  setPage,
  setRequired,
  turnInto,
  withPlace,
  withSection,
} from "../engine.js";
import { explain } from "../explain.js";
import { openHistory } from "../history-sheet.js";
import { openJson } from "../json-sheet.js";
import { openPublish } from "../publish-sheet.js";
import { Surroundings } from "../surroundings.js";
import { canvas } from "./canvas.js";
import { dragging } from "./dragging.js";
import { newFieldId } from "./field-id.js";
import { intoMenu, putIntoMenu } from "./into-menu.js";
import { typeWords } from "./kinds.js";
import { Meter } from "./meter.js";
import { palette } from "./palette.js";
import { preview, tried } from "./preview.js";
import { properties } from "./properties.js";
import { RuleDesk } from "./rule-builder.js";
import { behind, nextSpot, spotOf } from "./spots.js";
import { whyPanel } from "./why-panel.js";
import "../words.js";
import { undoKey } from "../undo-keys.js";
import { Workbench } from "../workbench.js";
import { differences } from "./compare.js";
import { placeOf } from "./place-of.js";
import type { Selection } from "./selection.js";

class FormDesigner extends Screen {
  static override properties = { ...Screen.properties, sought: { state: true }, tab: { state: true }, trying: { state: true }, width: { state: true } };
  declare private sought: string;
  declare private tab: "general" | "rules";
  /** The form being tried; undefined while it is designed. */
  declare private trying: Awaited<ReturnType<typeof tried>> | undefined;
  declare private width: "phone" | "pc";
  private bench: Workbench<"form"> | undefined;
  private selected: Selection = { what: "form" };
  private page = 0;
  private readonly around = new Surroundings();
  private readonly desk = new RuleDesk(() => this.requestUpdate());
  private readonly meter = new Meter(() => this.requestUpdate());
  private drag: ReturnType<typeof dragging> | undefined;
  /** What was just done, for who hears the screen. */
  private said = "";
  private trouble = "";

  constructor() {
    super();
    this.sought = "";
    this.tab = "general";
    this.width = "phone";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.classList.add("bench");
    this.drag = dragging(this, { put: (type, spot) => this.put(type, spot), move: (id, spot) => this.moveTo(id, spot) });
    this.while(this.drag.stop);
    this.while(() => this.bench?.close());
    // On the page, not on the bench: what a step takes away may take the focus with it.
    for (const [name, hear] of [
      ["keydown", this.key],
      ["copy", this.copy],
      ["paste", this.paste],
    ] as const) {
      document.addEventListener(name, hear as EventListener);
      this.while(() => document.removeEventListener(name, hear as EventListener));
    }
  }

  protected override hears({ kind, id }: LiveEvent): boolean {
    if ((kind === "working-copy" || kind === "definition") && id === `form/${this.params.id}`) void this.bench?.refresh();
    return false;
  }

  protected async read(): Promise<void> {
    if (this.bench) return this.bench.refresh();
    const [bench] = await Promise.all([Workbench.open("form", this.params.id!), this.around.read()]);
    this.bench = bench;
    this.while(bench.watch(() => this.requestUpdate()));
    void this.needLists();
  }

  protected heading(): string {
    return say(this.bench?.definition.title);
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    this.drag?.renew();
    void this.needLists();
  }

  /** The rows of lists that rules compare with. */
  private async needLists(): Promise<void> {
    if (!this.bench) return;
    const lists = fieldsOf(this.bench.definition).flatMap(({ schema }) => schema["x-codes"] ?? []);
    if (await this.around.need([...new Set(lists)])) this.requestUpdate();
  }

  protected content(): TemplateResult {
    const bench = this.bench!;
    return html`${band({
      bench,
      trying: this.trying !== undefined,
      trouble: this.trouble,
      tryIt: () => void this.try(),
      publish: () => void this.publish(),
      json: () => openJson(bench),
      versions: () => void this.versions(),
    })}
      <p class="small too-small" role="note">${t("bench.small")}</p>
      ${this.trying ? this.tryView() : this.workView(bench)}
      <p class="hide" role="status">${this.said}</p>`;
  }

  private tryView(): TemplateResult {
    const codes = Object.fromEntries(this.around.rows);
    const tried = this.querySelector<FormElement>("tf-form");
    // Once it stands there; each answer asks again.
    const why = tried?.model ? whyPanel(this.bench!.definition, tried.model, this.around.rows) : nothing;
    return html`<div class="work try-work" @tf-edit=${() => this.requestUpdate()}><main class="mid try">${preview({
      form: this.trying!,
      width: this.width,
      turn: (width) => (this.width = width),
      codes: codes as Record<string, unknown[]>,
    })}</main>${why}</div>`;
  }

  private workView(bench: Workbench<"form">): TemplateResult {
    const form = bench.definition;
    const { selected } = this;
    return html`<div class="work">${palette({ sought: this.sought, seek: (text) => (this.sought = text), add: (type) => this.put(type, behind(this.ready(), this.page, selected)) })}
      <main class="mid" aria-label=${t("canvas.title")}>${canvas({
        form,
        page: Math.min(this.page, layoutOf(form).length - 1),
        selected,
        select: (selection) => this.select(selection),
        step: (id, by) => this.step(id, by),
        place: (id) => this.moveTo(id, behind(this.ready(), this.page, { what: "page" })),
        duplicate: (id) => this.duplicate(id),
        remove: (id) => this.takeAway(id),
        addSection: () => this.addSection(),
        turn: (page) => this.turn(page),
        addPage: () => this.addPage(),
      })}${conflictsPanel(bench)}${checksPanel(
        bench.problems,
        ({ path = "" }) => {
          const place = placeOf(form, path);
          return place && (() => this.goTo(place, path));
        },
        this.meter.view(form),
      )}</main>
      ${properties({
        form,
        selected,
        desk: this.desk,
        published: bench.version > 0,
        tab: this.tab,
        turn: (tab) => (this.tab = tab),
        codes: this.around.rows,
        lists: this.around.lists,
        forms: this.around.forms,
        workflows: this.around.workflows,
        duties: this.around.duties,
        setField: (id, changes) => this.do("did.change", setField(form, id, changes)),
        setRequired: (id, required) => this.do("did.change", setRequired(form, id, required)),
        rename: (id, name) => this.rename(id, name),
        turnInto: (id, type) => this.do("did.turn", turnInto(form, id, type)),
        setSection: (id, changes) =>
          this.do(
            "did.section",
            withSection(form, id, (section) => withoutNothing({ ...section, ...changes })),
          ),
        removeSection: (id) => {
          this.select({ what: "form" });
          this.do("did.section", removeSection(form, id));
        },
        setPage: (at, words) => this.do("did.page", setPage(form, at, words)),
        removePage: (at) => {
          this.select({ what: "form" });
          this.page = Math.max(0, this.page - 1);
          this.do("did.page", removePage(form, at));
        },
        setForm: (changes) => this.do("did.form", withoutNothing({ ...form, ...changes }) as FormDefinition),
      })}</div>`;
  }

  private do(what: Parameters<typeof both>[0], next: FormDefinition): void {
    this.trouble = "";
    this.bench!.take(both(what), next);
  }

  private select(selection: Selection): void {
    this.selected = selection;
    this.requestUpdate();
  }

  private turn(page: number): void {
    this.page = page;
    this.requestUpdate();
  }

  /** The form with room for a field on the page that is open. */
  private ready(): FormDefinition {
    return withPlace(this.bench!.definition, this.page);
  }

  private put(type: FieldType, spot: Spot): void {
    const id = newFieldId();
    const title = typeWords(type);
    const next = addField(this.ready(), spot, type, title, id);
    if (!findField(next, id)) return;
    this.selected = { what: "field", id };
    this.tab = "general";
    this.do("did.add", next);
    this.say(t("canvas.added", { title }));
    void this.toItem(id, "#p-question");
  }

  private moveTo(id: string, spot: Spot): void {
    const bench = this.bench!;
    this.selected = { what: "field", id };
    this.do("did.move", moveField(this.ready(), id, spot));
    const now = spotOf(bench.definition, id);
    this.say(t("canvas.moved", { title: this.titleOf(id), n: (now?.at ?? 0) + 1 }));
    void this.toItem(id);
  }

  private step(id: string, by: 1 | -1): void {
    const spot = nextSpot(this.bench!.definition, id, by);
    if (spot) this.moveTo(id, spot);
  }

  private duplicate(id: string): void {
    const form = this.bench!.definition;
    const spot = spotOf(form, id);
    if (spot) this.pasteAt(copyFields(form, [id]), { ...spot, at: spot.at + 1 }, "did.copy");
  }

  private pasteAt(clip: ReturnType<typeof copyFields>, spot: Spot, what: "did.copy" | "did.paste"): void {
    const bench = this.bench!;
    const before = new Set(fieldsOf(bench.definition).map(({ id }) => id));
    const next = pasteFields(this.ready(), clip, spot, newFieldId);
    const fresh = fieldsOf(next).find(({ id }) => !before.has(id));
    if (fresh) this.selected = { what: "field", id: fresh.id };
    this.do(what, next);
    if (fresh) void this.toItem(fresh.id);
  }

  private takeAway(id: string): void {
    const bench = this.bench!;
    const order = [...this.querySelectorAll<HTMLElement>(".item")].map(({ dataset }) => dataset.id!);
    const next = order[order.indexOf(id) + 1] ?? order[order.indexOf(id) - 1];
    this.say(t("canvas.removed", { title: this.titleOf(id) }));
    this.do("did.remove", removeFields(bench.definition, [id]));
    if (next && findField(bench.definition, next)) {
      this.select({ what: "field", id: next });
      void this.toItem(next);
    }
  }

  private addSection(): void {
    const bench = this.bench!;
    const form = bench.definition;
    const { page } = this;
    const layout = layoutOf(form);
    const id = freeSection(form);
    this.selected = { what: "section", id };
    this.do("did.section", addSection(form, page, layout[page]!.sections.length, { id, fields: [] }));
    void this.toControl("#p-section");
  }

  private addPage(): void {
    const bench = this.bench!;
    const layout = layoutOf(bench.definition);
    const id = freeSection(bench.definition);
    this.page = layout.length;
    this.selected = { what: "page", at: layout.length };
    this.do(
      "did.page",
      addPage(bench.definition, layout.length, { page: { th: `หน้า ${layout.length + 1}`, en: `Page ${layout.length + 1}` }, sections: [{ id, fields: [] }] }),
    );
    void this.toControl("#p-page");
  }

  private rename(id: string, name: string): void {
    const field = findField(this.bench!.definition, id);
    if (!field || field.name === name) return;
    const next = renameField(this.bench!.definition, field.path, name);
    if (Array.isArray(next)) {
      this.trouble = say(next[0]!.title);
      this.requestUpdate();
    } else this.do("did.rename", next);
  }

  private goTo(selection: Selection, path: string): void {
    const bench = this.bench!;
    if (selection.what === "field") {
      const field = findField(bench.definition, selection.id);
      const top = field?.path[0];
      const page = layoutOf(bench.definition).findIndex(({ sections }) => sections.some(({ fields }) => top !== undefined && fields.includes(top)));
      if (page >= 0) this.page = page;
      this.tab = /\/x-(show|require|check)/.test(path) ? "rules" : "general";
      this.select(selection);
      void this.toItem(selection.id);
    } else this.select(selection);
  }

  private async try(): Promise<void> {
    this.trouble = "";
    if (this.trying) {
      this.trying = undefined;
      return;
    }
    this.trying = await tried(this.bench!.definition);
    if (!this.trying) this.trouble = t("preview.broken");
    this.requestUpdate();
    // The form draws itself after this does; only then has it reasons.
    await this.updateComplete;
    await this.querySelector<FormElement>("tf-form")?.updateComplete;
    this.requestUpdate();
  }

  private async versions(): Promise<void> {
    try {
      await openHistory(this.bench!, differences, (version) => {
        this.bench!.version = version;
        this.requestUpdate();
      });
    } catch (error) {
      this.trouble = explain(error);
      this.requestUpdate();
    }
  }

  private async publish(): Promise<void> {
    this.trouble = "";
    const bench = this.bench!;
    const { id, title } = bench.definition;
    // A new form nobody finds is no use: it goes into the first menu unless the author says otherwise.
    let menu = bench.version ? "" : (this.around.menus.find(({ changed }) => !changed)?.id ?? "");
    try {
      await openPublish({
        bench,
        differences,
        first: t("publish.first"),
        more: {
          body: () => intoMenu(this.around.menus, menu, (chosen) => (menu = chosen)),
          run: async () => {
            if (menu) await putIntoMenu(menu, id, title, new Set(this.around.menus.map((one) => one.id)));
            await this.around.read();
          },
        },
        done: (version) => {
          this.bench!.version = version;
          this.requestUpdate();
        },
      });
    } catch (error) {
      this.trouble = explain(error);
      this.requestUpdate();
    }
  }

  /** Keys on the canvas; in a box they are the box's own. */
  private readonly key = (event: KeyboardEvent): void => {
    const bench = this.bench;
    if (!bench || this.trying || (event.target as Element).closest("dialog")) return;
    if (undoKey(event, bench)) return;
    if (event.key === "/" && this.onCanvas()) {
      event.preventDefault();
      void this.toControl(".pal input");
      return;
    }
    // Out of the panel, back to what is in hand.
    if (event.key === "Escape" && (event.target as Element).closest(".prop, .pal")) {
      if (this.selected.what === "field") void this.toItem(this.selected.id);
      else this.querySelector<HTMLElement>(".paper .heading")?.focus();
      return;
    }
    const item = (event.target as Element).closest<HTMLElement>(".item");
    if (!item || event.target !== item) return;
    const id = item.dataset.id!;
    const way = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (way) {
      event.preventDefault();
      if (event.altKey) {
        this.step(id, way);
        return;
      }
      const order = [...this.querySelectorAll<HTMLElement>(".item")];
      const next = order[order.indexOf(item) + way];
      if (!next) return;
      this.select({ what: "field", id: next.dataset.id! });
      void this.toItem(next.dataset.id!);
    } else if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      this.takeAway(id);
    } else if (event.key === "Enter") {
      event.preventDefault();
      void this.toControl("#p-question");
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "d") {
      event.preventDefault();
      this.duplicate(id);
    }
  };

  private readonly copy = (event: ClipboardEvent): void => {
    const { bench, selected } = this;
    if (!bench || selected.what !== "field" || !this.onCanvas() || String(getSelection()) !== "") return;
    event.preventDefault();
    event.clipboardData?.setData("text/plain", JSON.stringify(copyFields(bench.definition, [selected.id])));
  };

  private readonly paste = (event: ClipboardEvent): void => {
    const { bench } = this;
    const clip = bench && this.onCanvas() ? readClip(event.clipboardData?.getData("text/plain") ?? "") : undefined;
    if (!clip) return;
    event.preventDefault();
    this.pasteAt(clip, behind(this.ready(), this.page, this.selected), "did.paste");
  };

  /** Whether the cursor is in no box of its own. */
  private onCanvas(): boolean {
    return !document.activeElement?.matches("input, textarea, select");
  }

  private titleOf(id: string): string {
    const field = findField(this.bench!.definition, id);
    return field?.schema.title ?? field?.name ?? "";
  }

  private say(words: string): void {
    this.said = words;
    this.requestUpdate();
  }

  /** The focus follows what is in hand; into its first box when it was just made. */
  private async toItem(id: string, box?: string): Promise<void> {
    await this.updateComplete;
    const item = this.querySelector<HTMLElement>(`.item[data-id="${CSS.escape(id)}"]`);
    item?.scrollIntoView({ block: "nearest" });
    if (box) await this.toControl(box);
    else item?.focus({ preventScroll: true });
  }

  private async toControl(selector: string): Promise<void> {
    await this.updateComplete;
    const control = this.querySelector<HTMLInputElement>(selector);
    control?.focus();
    control?.select?.();
  }
}

/** Without the members that are undefined: JSON has none. */
function withoutNothing<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}

customElements.define("tf-form-designer", FormDesigner);
