// `<tf-form-designer>`: the bench of one form. Palette, canvas, properties and checks around one working copy; trying it; publishing it.
import { html, nothing, type TemplateResult } from "lit";
import type { FieldType, FormDefinition } from "../../../schemas/types.js";
import type { FormElement } from "../../form/form-element.js";
import { both, say, t } from "../../ui/words.js";
import { BenchScreen } from "../bench-screen.js";
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
import { importLine, readKeptRows } from "../import/import-line.js";
import type { Publishing } from "../publish-sheet.js";
import type { Workbench } from "../workbench.js";
import { canvas } from "./canvas.js";
import { differences } from "./compare.js";
import { dragging } from "./dragging.js";
import { newFieldId } from "./field-id.js";
import { intoMenu, putIntoMenu } from "./into-menu.js";
import { typeWords } from "./kinds.js";
import { Meter } from "./meter.js";
import { palette } from "./palette.js";
import { placeOf } from "./place-of.js";
import { preview, tried } from "./preview.js";
import { properties } from "./properties.js";
import { RuleDesk } from "./rule-builder.js";
import type { Selection } from "./selection.js";
import { behind, nextSpot, spotOf } from "./spots.js";
import { whyPanel } from "./why-panel.js";

class FormDesigner extends BenchScreen<"form"> {
  static override properties = { ...BenchScreen.properties, sought: { state: true }, tab: { state: true }, trying: { state: true }, width: { state: true } };
  declare private sought: string;
  declare private tab: "general" | "rules";
  /** The form being tried; undefined while it is designed. */
  declare private trying: Awaited<ReturnType<typeof tried>> | undefined;
  declare private width: "phone" | "pc";
  protected readonly kind = "form";
  private selected: Selection = { what: "form" };
  private page = 0;
  private readonly desk = new RuleDesk(() => this.requestUpdate());
  private readonly meter = new Meter(() => this.requestUpdate());
  private drag: ReturnType<typeof dragging> | undefined;
  /** Rows of the file that the form was made from, waiting in this device. */
  private rows: Awaited<ReturnType<typeof readKeptRows>>;

  constructor() {
    super();
    this.sought = "";
    this.tab = "general";
    this.width = "phone";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.drag = dragging(this, { put: (type, spot) => this.put(type, spot), move: (id, spot) => this.moveTo(id, spot) });
    this.while(this.drag.stop);
    this.onPage("copy", this.copy);
    this.onPage("paste", this.paste);
  }

  protected override opened({ id }: Workbench<"form">): void {
    void this.needLists();
    void readKeptRows(id).then((rows) => {
      this.rows = rows;
      this.requestUpdate();
    });
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

  protected override trial(): { trying: boolean; tryIt: () => void } {
    return { trying: this.trying !== undefined, tryIt: () => void this.try() };
  }

  protected work(bench: Workbench<"form">): TemplateResult {
    return this.trying ? this.tryView() : this.workView(bench);
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
      <main class="mid" aria-label=${t("canvas.title")}>${importLine(form.id, bench.version, this.rows)}${canvas({
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
    void this.focusOn("#p-section");
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
    void this.focusOn("#p-page");
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

  protected differences(before: FormDefinition, after: FormDefinition): string[] {
    return differences(before, after);
  }

  protected publishing({ version, definition: { id, title } }: Workbench<"form">): Pick<Publishing<"form">, "first" | "more"> {
    // A new form nobody finds is no use: it goes into the first menu unless the author says otherwise.
    let menu = version ? "" : (this.around.menus.find(({ changed }) => !changed)?.id ?? "");
    return {
      first: t("publish.first"),
      more: {
        body: () => intoMenu(this.around.menus, menu, (chosen) => (menu = chosen)),
        run: async () => {
          if (menu) await putIntoMenu(menu, id, title, new Set(this.around.menus.map((one) => one.id)));
          await this.around.read();
        },
      },
    };
  }

  /** While it is tried, keys belong to the form. */
  protected override deaf(target: Element): boolean {
    return this.trying !== undefined || super.deaf(target);
  }

  /** Keys on the canvas; in a box they are the box's own. */
  protected override key(event: KeyboardEvent): void {
    if (event.key === "/" && this.onCanvas()) {
      event.preventDefault();
      void this.focusOn(".pal input");
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
      void this.focusOn("#p-question");
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "d") {
      event.preventDefault();
      this.duplicate(id);
    }
  }

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
    if (box) await this.focusOn(box);
    else item?.focus({ preventScroll: true });
  }
}

/** Without the members that are undefined: JSON has none. */
function withoutNothing<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}

customElements.define("tf-form-designer", FormDesigner);
