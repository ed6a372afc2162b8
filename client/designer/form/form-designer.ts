// `<tf-form-designer>`: the bench of one form. Palette, canvas, properties and checks around one working copy; trying it; publishing it.
import { html, nothing, type TemplateResult } from "lit";
import type { FieldType, FormDefinition, FormExample } from "../../../schemas/types.js";
import { api } from "../../api/api.js";
import type { LiveEvent } from "../../api/live.js";
import type { FormElement } from "../../form/form-element.js";
import { go } from "../../ui/screen/go.js";
import { toast } from "../../ui/toast.js";
import { both, say, t } from "../../ui/words.js";
import { otherName } from "../bench-band.js";
import { BenchScreen } from "../bench-screen.js";
import { conflictsPanel } from "../conflicts-panel.js";
import { openStartDocument } from "../document/start-document.js";
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
  setFormula,
  setPage,
  setRequired,
  setSensitive,
  turnInto,
  withNewResult,
  withPlace,
  withSection,
} from "../engine.js";
import { importLine, readKeptRows } from "../import/import-line.js";
import { freeId } from "../new-id.js";
import type { Publishing } from "../publish-sheet.js";
import { RequestsBoxes } from "../requests-boxes.js";
import { RequestsDesk } from "../requests-panel.js";
import { reword } from "../reword.js";
import type { Workbench } from "../workbench.js";
import { canvas } from "./canvas.js";
import { differences } from "./compare.js";
import { dragging } from "./dragging.js";
import { ExampleDesk } from "./example-desk.js";
import { newFieldId } from "./field-id.js";
import { intoMenu, putIntoMenu } from "./into-menu.js";
import { givenOf, openKeep } from "./keep-example.js";
import { typeWords } from "./kinds.js";
import { Meter } from "./meter.js";
import { palette } from "./palette.js";
import { placeOf } from "./place-of.js";
import { preview, tried } from "./preview.js";
import { properties } from "./properties.js";
import { RuleDesk } from "./rule-builder.js";
import type { Selection } from "./selection.js";
import { behind, nextSpot, spotOf } from "./spots.js";
import type { Trial } from "./trial.js";
import { whyPanel } from "./why-panel.js";

/** As many as a form holds. */
const mostExamples = 50;

class FormDesigner extends BenchScreen<"form"> {
  static override properties = { ...BenchScreen.properties, sought: { state: true }, tab: { state: true }, trying: { state: true }, width: { state: true } };
  declare private sought: string;
  declare private tab: "general" | "rules" | "examples";
  /** The form being tried; undefined while it is designed. */
  declare private trying: Trial | undefined;
  declare private width: "phone" | "pc";
  protected readonly kind = "form";
  private selected: Selection = { what: "form" };
  private page = 0;
  /** What is edited where it stands. */
  private worded: Selection | undefined;
  private readonly desk = new RuleDesk(() => this.requestUpdate());
  private readonly meter = new Meter(() => this.requestUpdate());
  private readonly examples = new ExampleDesk(this.around, () => this.requestUpdate());
  private readonly requests = new RequestsDesk(
    () => this.params.id!,
    () => this.requestUpdate(),
  );
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
    this.while(() => this.examples.stop());
    this.onPage("copy", this.copy);
    this.onPage("paste", this.paste);
  }

  protected override opened({ id }: Workbench<"form">): void {
    void this.needMore();
    void readKeptRows(id).then((rows) => {
      this.rows = rows;
      this.requestUpdate();
    });
  }

  protected override async read(): Promise<void> {
    await super.read();
    // What is asked is beside the work: the bench stands without it.
    void this.requests.read();
  }

  protected override hears(event: LiveEvent): boolean {
    if (event.kind === "record") void this.requests.read();
    return super.hears(event);
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    this.drag?.renew();
    if (this.bench) this.examples.look(this.bench.definition);
    void this.needMore();
  }

  /** What the form speaks of: the rows of lists, forms that it looks into, its workflow. */
  private async needMore(): Promise<void> {
    if (!this.bench) return;
    const { definition } = this.bench;
    const lists = fieldsOf(definition).flatMap(({ schema }) => schema["x-codes"] ?? []);
    const came = await Promise.all([
      this.around.need([...new Set(lists)]),
      this.around.bring("form", this.looksInto(definition)),
      this.around.bring(
        "workflow",
        [definition, ...Object.values(this.known(definition))].flatMap(({ workflow }) => workflow ?? []),
      ),
    ]);
    if (came.some(Boolean)) this.requestUpdate();
  }

  private looksInto({ id, lookups }: FormDefinition): string[] {
    return Object.values(lookups ?? {}).flatMap(({ form }) => (form === id ? [] : [form]));
  }

  private known(definition: FormDefinition): Record<string, FormDefinition> {
    return Object.fromEntries(
      this.looksInto(definition).flatMap((id) => {
        const form = this.around.brought("form", id);
        return form ? [[id, form]] : [];
      }),
    );
  }

  protected override inHand(): string | undefined {
    return this.selected.what === "field" ? this.selected.id : undefined;
  }

  protected override trial(): { trying: boolean; tryIt: () => void } {
    return { trying: this.trying !== undefined, tryIt: () => void this.try() };
  }

  protected work(bench: Workbench<"form">): TemplateResult {
    return this.trying ? this.tryView() : this.workView(bench);
  }

  private tryView(): TemplateResult {
    const trial = this.trying!;
    const tried = this.querySelector<FormElement>("tf-form");
    // Once it stands there; each answer asks again.
    const why = tried?.model ? whyPanel(tried.model, trial) : nothing;
    return html`<div class="work try-work" @tf-edit=${() => this.requestUpdate()}><main class="mid try">${preview({
      trial,
      width: this.width,
      turn: (width) => (this.width = width),
      keep: () => void this.attempt(() => this.keep()),
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
        others: (id) =>
          this.company?.others
            .filter(({ where }) => where === id)
            .map(otherName)
            .join(", ") || undefined,
        wording: { at: this.worded, begin: (at) => this.word(at), change: (text) => this.reword(text), end: (back) => this.endWording(back) },
      })}${conflictsPanel(bench)}${this.checks(
        bench,
        ({ path = "" }) => {
          const place = placeOf(form, path);
          return place && (() => this.goTo(place, path));
        },
        this.meter.view(form),
      )}${this.requests.panel(bench.version, (id) => (findField(form, id) ? () => this.goTo({ what: "field", id }, "") : undefined))}</main>
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
        known: this.known(form),
        states: ({ workflow = "" }) => this.around.brought("workflow", workflow)?.states.map(({ id, title }) => ({ id, title: say(title) })),
        actions: (this.around.brought("workflow", form.workflow ?? "")?.actions ?? []).map(({ id, title }) => ({ id, title: say(title) })),
        workflows: this.around.workflows,
        workflow: this.around.brought("workflow", form.workflow ?? ""),
        documents: this.around.documents,
        duties: this.around.duties,
        setField: (id, changes) => this.do("did.change", setField(form, id, changes)),
        setFormula: (id, source) => this.do("did.change", setFormula(form, id, source, { forms: this.known(form) })),
        setRequired: (id, required) => this.do("did.change", setRequired(form, id, required)),
        setSensitive: (id, sensitive) => this.do("did.change", setSensitive(form, id, sensitive)),
        rename: (id, name) => this.rename(id, name),
        turnInto: (id, type) => this.do("did.turn", turned(form, id, type)),
        setSection: (id, changes) => this.setSection(id, changes),
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
        examples: {
          examples: form.examples ?? [],
          desk: this.examples,
          open: (example) => void this.tryWith(example),
          rename: (example, title) => this.putExample("did.exampleRename", { ...example, title: reword(example.title, title) }),
          renew: (example) => void this.renew(example),
          remove: (example) => {
            this.say(t("example.removed", { title: say(example.title) }));
            this.setExamples(
              "did.exampleRemove",
              (form.examples ?? []).filter(({ id }) => id !== example.id),
            );
          },
        },
        toForm: () => {
          this.select({ what: "form" });
          void this.focusOn(".prop [role=tab]");
        },
        newDocument: () => this.newDocument(),
        setForm: (changes) => this.do("did.form", withoutNothing({ ...form, ...changes }) as FormDefinition),
      })}</div>`;
  }

  /** Begins to edit words where they stand. */
  private word(at: Selection): void {
    this.selected = at;
    this.worded = at;
    this.requestUpdate();
    void this.focusOn(".in-place");
  }

  private reword(text: string): void {
    const { worded } = this;
    const form = this.bench!.definition;
    if (worded?.what === "field") this.do("did.change", setField(form, worded.id, { title: text || undefined }));
    else if (worded?.what === "section") {
      const section = layoutOf(form)
        .flatMap(({ sections }) => sections)
        .find(({ id }) => id === worded.id);
      this.setSection(worded.id, { title: text ? reword(section?.title, text) : undefined });
    } else if (worded?.what === "page") this.do("did.page", setPage(form, worded.at, reword(layoutOf(form)[worded.at]?.page, text)));
  }

  private endWording(back: boolean): void {
    const { worded } = this;
    this.worded = undefined;
    this.requestUpdate();
    if (!back || !worded) return;
    if (worded.what === "field") void this.toItem(worded.id);
    else void this.focusOn(`[data-is='${JSON.stringify(worded)}']`);
  }

  private setSection(id: string, changes: Parameters<Parameters<typeof properties>[0]["setSection"]>[1]): void {
    this.do(
      "did.section",
      withSection(this.bench!.definition, id, (section) => withoutNothing({ ...section, ...changes })),
    );
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

  /** Made for this form, which prints it from its next version on. */
  private newDocument(): void {
    const bench = this.bench!;
    const { documents } = this.around;
    openStartDocument({
      forms: [],
      documents,
      form: bench.id,
      copy: bench.definition,
      make: async (made) => {
        const id = freeId("document", new Set(documents.map((one) => one.id)));
        await api.put(`/definitions/document/${id}`, { ...made, id }, { headers: { "if-match": "0" } });
        this.do("did.form", { ...bench.definition, documents: [...(bench.definition.documents ?? []), id] });
        await bench.settled();
        go(`/designer/document/${id}`);
      },
    });
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
    const example = /^\/examples\/(\d+)/.exec(path)?.[1];
    if (example === undefined) return;
    this.tab = "examples";
    void this.focusOn(`[data-example="${example}"] button`);
  }

  private async try(): Promise<void> {
    this.trouble = "";
    if (this.trying) {
      this.trying = undefined;
      return;
    }
    await this.tryWith(undefined);
  }

  /** Tries the form, empty or filled as in an example. */
  private async tryWith(example: FormExample | undefined): Promise<void> {
    this.trying = await tried(this.bench!.definition, this.around, () => this.redraw(), example);
    this.trouble = this.trying ? "" : t("preview.broken");
    await this.redraw();
  }

  /** Draws the form that is tried, then its reasons: it has them once it stands there. */
  private async redraw(): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    await this.querySelector<FormElement>("tf-form")?.updateComplete;
    this.requestUpdate();
  }

  /** What is tried, as an example. */
  private async keep(): Promise<void> {
    const form = this.bench!.definition;
    const model = this.querySelector<FormElement>("tf-form")?.model;
    const bearings = await this.examples.bearings(form);
    if (!model || !bearings) throw new Error(t("preview.broken"));
    if ((form.examples?.length ?? 0) >= mostExamples) throw new Error(t("example.full", { n: mostExamples }));
    openKeep(bearings, givenOf(model, `example-${newFieldId()}`), (example) => {
      // It is seen there when trying is over.
      [this.selected, this.tab] = [{ what: "form" }, "examples"];
      this.setExamples("did.example", [...(this.bench!.definition.examples ?? []), example]);
      toast(t("example.kept", { title: say(example.title) }));
    });
  }

  private async renew(example: FormExample): Promise<void> {
    const bearings = await this.examples.bearings(this.bench!.definition);
    if (bearings) this.putExample("did.exampleRenew", withNewResult(bearings.form, example, bearings.codes));
  }

  private putExample(what: Parameters<typeof both>[0], example: FormExample): void {
    this.setExamples(
      what,
      (this.bench!.definition.examples ?? []).map((one) => (one.id === example.id ? example : one)),
    );
  }

  private setExamples(what: Parameters<typeof both>[0], examples: FormExample[]): void {
    const { examples: _, ...form } = this.bench!.definition;
    this.do(what, examples.length ? { ...form, examples } : form);
  }

  protected differences(before: FormDefinition, after: FormDefinition): string[] {
    return differences(before, after);
  }

  protected publishing({ version, definition: { id, title } }: Workbench<"form">): Pick<Publishing<"form">, "first" | "more"> {
    // A new form nobody finds is no use: it goes into the first menu unless the author says otherwise.
    let menu = version ? "" : (this.around.menus.find(({ changed }) => !changed)?.id ?? "");
    const requests = new RequestsBoxes(this.requests.items);
    return {
      first: t("publish.first"),
      more: {
        body: (draw) => html`${requests.body(draw)}${intoMenu(this.around.menus, menu, (chosen) => (menu = chosen))}`,
        run: async (version) => {
          await requests.run(version);
          if (menu) await putIntoMenu(menu, id, title, new Set(this.around.menus.map((one) => one.id)));
          await Promise.all([this.around.read(), this.requests.read()]);
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
    const heading = (event.target as Element).closest<HTMLElement>(".heading[data-is]");
    if (heading && event.key === "F2") this.word(JSON.parse(heading.dataset.is!) as Selection);
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
    } else if (event.key === "F2") {
      event.preventDefault();
      this.word({ what: "field", id });
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

/** Turned into a calculated field, a formula that it had says what it holds. */
function turned(form: FormDefinition, id: string, type: FieldType): FormDefinition {
  const next = turnInto(form, id, type);
  return type === "computed" ? setFormula(next, id, findField(next, id)?.schema["x-value"] ?? "") : next;
}

/** Without the members that are undefined: JSON has none. */
function withoutNothing<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}

customElements.define("tf-form-designer", FormDesigner);
