// `<tf-form-designer>`: the bench of one form. Palette, canvas, properties and checks around one working copy; trying it; publishing it.
import { html, nothing, type TemplateResult } from "lit";
import type { FieldType, FormDefinition, FormExample } from "../../../schemas/types.js";
import { api } from "../../api/api.js";
import type { LiveEvent } from "../../api/live.js";
import type { FormElement } from "../../form/form-element.js";
import { dutyWords } from "../../ui/duties.js";
import { go } from "../../ui/screen/go.js";
import { both, say, t } from "../../ui/words.js";
import { otherName } from "../bench-band.js";
import { BenchScreen } from "../bench-screen.js";
import { conflictsPanel } from "../conflicts-panel.js";
import { openStartDocument } from "../document/start-document.js";
import { findField, layoutOf, makersOf, renameField, setField, setFormula, setRequired, setSensitive, turnInto } from "../engine.js";
import { importLine, readKeptRows } from "../import/import-line.js";
import { freeId } from "../new-id.js";
import type { Publishing } from "../publish-sheet.js";
import { RequestsBoxes } from "../requests-boxes.js";
import { RequestsDesk } from "../requests-panel.js";
import type { Workbench } from "../workbench.js";
import { canvas } from "./canvas.js";
import { CanvasDesk, withoutNothing } from "./canvas-desk.js";
import { differences } from "./compare.js";
import { dragging } from "./dragging.js";
import { ExampleDesk } from "./example-desk.js";
import { ExampleSteps } from "./example-steps.js";
import { intoMenu, putIntoMenu } from "./into-menu.js";
import { Meter } from "./meter.js";
import { palette } from "./palette.js";
import { placeOf } from "./place-of.js";
import { preview, tried } from "./preview.js";
import { properties } from "./properties.js";
import { RuleDesk } from "./rule-builder.js";
import type { Selection } from "./selection.js";
import { bringSpokenOf, lookedInto } from "./spoken-of.js";
import type { Trial } from "./trial.js";
import { whyPanel } from "./why-panel.js";

class FormDesigner extends BenchScreen<"form"> {
  static override properties = { ...BenchScreen.properties, sought: { state: true }, tab: { state: true }, trying: { state: true }, width: { state: true } };
  declare private sought: string;
  declare private tab: "general" | "rules" | "examples";
  /** The form being tried; undefined while it is designed. */
  declare private trying: Trial | undefined;
  declare private width: "phone" | "pc";
  protected readonly kind = "form";
  private readonly hand = new CanvasDesk({
    element: this,
    form: () => this.bench!.definition,
    take: (what, next) => this.do(what, next),
    say: (words) => this.say(words),
    draw: () => this.requestUpdate(),
    drawn: () => this.updateComplete,
    focus: (selector) => this.focusOn(selector),
    turn: (tab) => (this.tab = tab),
  });
  private readonly desk = new RuleDesk(() => this.requestUpdate());
  private readonly meter = new Meter(() => this.requestUpdate());
  private readonly examples = new ExampleDesk(this.around, () => this.requestUpdate());
  private readonly exampleSteps = new ExampleSteps({
    desk: this.examples,
    form: () => this.bench!.definition,
    take: (what, next) => this.do(what, next),
    say: (words) => this.say(words),
  });
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
    this.drag = dragging(this, { put: (type, spot) => this.hand.put(type, spot), move: (id, spot) => this.hand.moveTo(id, spot) });
    this.while(this.drag.stop);
    this.while(() => this.examples.stop());
    this.onPage("copy", (event) => this.bench && this.hand.copy(event));
    this.onPage("paste", (event) => this.bench && this.hand.paste(event));
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

  private async needMore(): Promise<void> {
    if (this.bench && (await bringSpokenOf(this.bench.definition, this.around))) this.requestUpdate();
  }

  protected override inHand(): string | undefined {
    return this.hand.field;
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
      keep: () =>
        void this.attempt(() =>
          this.exampleSteps.keep(tried?.model, () => {
            // It is seen there when trying is over.
            [this.hand.selected, this.tab] = [{ what: "form" }, "examples"];
          }),
        ),
    })}</main>${why}</div>`;
  }

  private workView(bench: Workbench<"form">): TemplateResult {
    const form = bench.definition;
    const { hand } = this;
    const { selected } = hand;
    return html`<div class="work">${palette({ sought: this.sought, seek: (text) => (this.sought = text), add: (type) => hand.add(type) })}
      <main class="mid" aria-label=${t("canvas.title")}>${importLine(form.id, bench.version, this.rows)}${canvas({
        form,
        page: Math.min(hand.page, layoutOf(form).length - 1),
        selected,
        select: (selection) => hand.select(selection),
        step: (id, by) => hand.step(id, by),
        place: (id) => hand.place(id),
        duplicate: (id) => hand.duplicate(id),
        remove: (id) => hand.takeAway(id),
        addSection: () => hand.addSection(),
        turn: (page) => hand.turn(page),
        addPage: () => hand.addPage(),
        others: (id) =>
          this.company?.others
            .filter(({ where }) => where === id)
            .map(otherName)
            .join(", ") || undefined,
        wording: { at: hand.worded, begin: (at) => hand.word(at), change: (text) => hand.reword(text), end: (back) => hand.endWording(back) },
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
        known: lookedInto(form, this.around),
        states: ({ workflow = "" }) => this.around.brought("workflow", workflow)?.states.map(({ id, title }) => ({ id, title: say(title) })),
        actions: (this.around.brought("workflow", form.workflow ?? "")?.actions ?? []).map(({ id, title }) => ({ id, title: say(title) })),
        workflows: this.around.workflows,
        workflow: this.around.brought("workflow", form.workflow ?? ""),
        documents: this.around.documents,
        duties: this.around.duties,
        setField: (id, changes) => this.do("did.change", setField(form, id, changes)),
        setFormula: (id, source) => this.do("did.change", setFormula(form, id, source, { forms: lookedInto(form, this.around) })),
        setRequired: (id, required) => this.do("did.change", setRequired(form, id, required)),
        setSensitive: (id, sensitive) => this.do("did.change", setSensitive(form, id, sensitive)),
        rename: (id, name) => this.rename(id, name),
        turnInto: (id, type) => this.do("did.turn", turned(form, id, type)),
        setSection: (id, changes) => hand.setSection(id, changes),
        removeSection: (id) => hand.removeSection(id),
        setPage: (at, words) => hand.setPage(at, words),
        removePage: (at) => hand.removePage(at),
        examples: {
          examples: form.examples ?? [],
          desk: this.examples,
          open: (example) => void this.tryWith(example),
          rename: (example, title) => this.exampleSteps.rename(example, title),
          renew: (example) => void this.exampleSteps.renew(example),
          remove: (example) => this.exampleSteps.remove(example),
        },
        newDocument: () => this.newDocument(),
        setForm: (changes) => this.do("did.form", withoutNothing({ ...form, ...changes }) as FormDefinition),
      })}</div>`;
  }

  private do(what: Parameters<typeof both>[0], next: FormDefinition): void {
    this.trouble = "";
    this.bench!.take(both(what), next);
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
    const example = /^\/examples\/(\d+)/.exec(path)?.[1];
    this.tab = example !== undefined ? "examples" : /\/x-(show|require|check)/.test(path) ? "rules" : "general";
    this.hand.goTo(selection);
    if (example !== undefined) void this.focusOn(`[data-example="${example}"] button`);
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

  protected differences(before: FormDefinition, after: FormDefinition): string[] {
    return differences(before, after);
  }

  /** Whom a version reaches: those who may fill it in, as many as hold such a position now. */
  private whom(): TemplateResult {
    const { access = {}, workflow = "" } = this.bench!.definition;
    const makers = makersOf(access, this.around.brought("workflow", workflow) ?? { actions: [] });
    const many = (who: string): number =>
      this.around.people.filter(({ positions }) => who === "anyone" || positions.some(({ duties }) => (duties as string[]).includes(who.split("@")[0]!)))
        .length;
    return html`<p class="small">${t("publish.whom", { who: makers.map((who) => t("publish.people", { duty: dutyWords(who), n: many(who) })).join(" · ") || t("access.nobody") })}</p>`;
  }

  protected publishing({ version, definition: { id, title } }: Workbench<"form">): Pick<Publishing<"form">, "first" | "more"> {
    // A new form nobody finds is no use: it goes into the first menu unless the author says otherwise.
    let menu = version ? "" : (this.around.menus.find(({ changed }) => !changed)?.id ?? "");
    const requests = new RequestsBoxes(this.requests.items);
    return {
      first: t("publish.first"),
      more: {
        body: (draw) => html`${this.whom()}${requests.body(draw)}${intoMenu(this.around.menus, menu, (chosen) => (menu = chosen))}`,
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

  protected override key(event: KeyboardEvent): void {
    this.hand.key(event);
  }

  private say(words: string): void {
    this.said = words;
    this.requestUpdate();
  }
}

/** Turned into a calculated field, a formula that it had says what it holds. */
function turned(form: FormDefinition, id: string, type: FieldType): FormDefinition {
  const next = turnInto(form, id, type);
  return type === "computed" ? setFormula(next, id, findField(next, id)?.schema["x-value"] ?? "") : next;
}

customElements.define("tf-form-designer", FormDesigner);
