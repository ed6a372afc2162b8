// `<tf-document-designer>`: the bench of a print. What can be put in, the template, and the page as it will be printed, filled with an example.
import { html, nothing, type TemplateResult } from "lit";
import type { DocumentDefinition, FormDefinition, PrintPage, Problem, RecordList, WorkflowDefinition } from "../../../schemas/types.js";
import { api } from "../../api/api.js";
import type { LiveEvent } from "../../api/live.js";
import { waits } from "../../offline/waits.js";
import { clock } from "../../ui/clock.js";
import { icon } from "../../ui/icon.js";
import { printer } from "../../ui/icons/printer.js";
import { both, say, t } from "../../ui/words.js";
import { BenchScreen } from "../bench-screen.js";
import { checksPanel } from "../checks-panel.js";
import { conflictsPanel } from "../conflicts-panel.js";
import { choiceControl, type Option, textControl } from "../controls.js";
import { insertPiece, meaningAt, type Piece, piecesOf } from "../engine.js";
import { explain } from "../explain.js";
import { reword } from "../reword.js";
import type { Workbench } from "../workbench.js";
import { putIntoForm } from "./into-form.js";
import { meaningWords, pieceList, pieceWords } from "./piece-list.js";
import type { PrintFrame } from "./print-frame.js";
import "./print-frame.js";
import { copyOf } from "./start-document.js";
import type { TemplateBox, Typed } from "./template-box.js";
import "./template-box.js";

/** A pause in typing after which the page is made again. */
const pause = 350;
/** After a request that found no reach. */
const again = 5_000;
/** Records offered to fill it with. */
const mostRecords = 10;

class DocumentDesigner extends BenchScreen<"document"> {
  static override properties = {
    ...BenchScreen.properties,
    form: { state: true },
    filled: { state: true },
    sought: { state: true },
    page: { state: true },
    cursor: { state: true },
  };
  /** The form whose answers fill it. */
  declare private form: string | undefined;
  /** `sample`, `blank`, or a record. */
  declare private filled: string;
  declare private sought: string;
  /** The last good page. */
  declare private page: string;
  declare private cursor: number;
  protected readonly kind = "document";
  private copy: FormDefinition | undefined;
  private pieces: readonly Piece[] = [];
  private records: Option[] = [];
  /** What was found wrong with the template that the newest answer is about. */
  private told: { template: string; problems: Problem[]; stale: boolean } | undefined;
  /** Why the page could not be asked for just now. */
  private lost = "";
  private asked = "";
  private asking = 0;
  private wait = () => {};
  /** The words of the step in which letters are gathered. */
  private typing = both("did.typed");

  constructor() {
    super();
    this.filled = "sample";
    this.sought = "";
    this.page = "";
    this.cursor = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.while(() => this.wait());
  }

  protected override opened({ id }: Workbench<"document">): void {
    void this.turnTo(this.around.uses.find(({ documents }) => documents.includes(id))?.form);
  }

  protected override hears(event: LiveEvent): boolean {
    if (event.kind === "working-copy" && event.id === `form/${this.form}`) void this.renew();
    return super.hears(event);
  }

  private async turnTo(form: string | undefined): Promise<void> {
    [this.form, this.filled] = [form, "sample"];
    await this.renew();
  }

  /** The form as it is now, with what can be put in from it, and its newest records. */
  private async renew(): Promise<void> {
    const { form } = this;
    const copy = form === undefined ? undefined : await copyOf<FormDefinition>("form", form);
    const workflow = copy?.workflow === undefined ? undefined : await copyOf<WorkflowDefinition>("workflow", copy.workflow);
    const newest =
      form === undefined ? undefined : await api.get<RecordList>(`/forms/${encodeURIComponent(form)}/records?limit=${mostRecords}`).catch(() => undefined);
    if (form !== this.form) return;
    this.copy = copy;
    this.pieces = piecesOf(copy ?? { kind: "form", id: "none", title: "", schema: { type: "object", properties: {} } }, workflow);
    this.records = (newest?.items ?? []).map(({ id, number, title }) => ({ id, title: [number, title].filter(Boolean).join(" ") }));
    this.asked = "";
    this.requestUpdate();
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    if (!this.bench) return;
    const order = this.order(this.bench.definition);
    if (order === this.asked) return;
    const first = this.asked === "";
    this.asked = order;
    this.wait();
    this.wait = clock.after(first ? 0 : pause, () => void this.look(order));
  }

  /** What the page is made of, as it is asked for. */
  private order({ title, template, paper, digits }: DocumentDefinition): string {
    const filled = this.filled === "sample" || this.filled === "blank" ? { filled: this.filled } : { record: this.filled };
    return JSON.stringify({
      title,
      template,
      ...(paper ? { paper } : {}),
      ...(digits ? { digits } : {}),
      ...(this.form ? { form: this.form } : {}),
      ...filled,
    });
  }

  private async look(order: string): Promise<void> {
    const asking = ++this.asking;
    const { template } = JSON.parse(order) as DocumentDefinition;
    let made: PrintPage | undefined;
    try {
      made = await api.post<PrintPage>(`${this.bench!.path}/preview`, JSON.parse(order));
      this.lost = "";
    } catch (error) {
      if (asking !== this.asking) return;
      this.lost = waits(error) ? t("print.offline") : explain(error);
      // The page stays as it is, and is asked for again.
      if (waits(error)) this.wait = clock.after(again, () => void this.look(order));
    }
    this.requestUpdate();
    // A newer one has been asked for.
    if (asking !== this.asking || !made) return;
    if (made.page !== undefined) this.page = made.page;
    this.told = { template, problems: made.problems, stale: made.page === undefined };
    this.requestUpdate();
  }

  /** Of the template as it stands here; of the rest as the server has it. */
  private problems({ problems, definition: { template } }: Workbench<"document">): Problem[] {
    return this.told?.template === template ? [...problems.filter(({ path }) => path !== "/template"), ...this.told.problems] : problems;
  }

  protected work(bench: Workbench<"document">): TemplateResult {
    const problems = this.problems(bench);
    const wrong = new Set(problems.flatMap((problem) => lineOf(problem) ?? []));
    return html`<div class="work print-work"><aside class="pal" aria-label=${t("piece.title")}>${this.settings(bench)}${pieceList({ pieces: this.pieces, sought: this.sought, seek: (text) => (this.sought = text), put: (piece) => this.put(piece) })}</aside>
      <div class="mid"><tf-template-box .text=${bench.definition.template} .wrong=${wrong} @tf-typed=${(event: CustomEvent<Typed>) => this.write(event.detail.text, event.detail.further)} @tf-cursor=${(event: CustomEvent<number>) => (this.cursor = event.detail)}></tf-template-box><p class="meaning" id="p-meaning">${this.meaning(bench.definition.template)}</p>${conflictsPanel(bench)}${checksPanel({ kind: this.kind, problems, go: (problem) => this.wayTo(problem), mends: () => [] })}</div>
      ${this.pageView(bench)}</div>`;
  }

  /** What stands where the cursor is. */
  private meaning(template: string): string {
    const meaning = meaningAt(template, this.cursor, this.pieces);
    return meaning ? t("meaning.here", { what: meaningWords(meaning) }) : t("meaning.nothing");
  }

  private settings({ id, definition }: Workbench<"document">): TemplateResult {
    const printed = this.around.uses.find(({ form }) => form === this.form)?.documents.includes(id);
    return html`<div class="print-settings">${textControl({ id: "p-title", label: t("print.name"), value: say(definition.title), change: (value) => this.do({ ...definition, title: reword(definition.title, value) }) })}
      ${choiceControl({ id: "p-form", label: t("print.forForm"), value: this.form, change: (form) => void this.turnTo(form), options: this.around.forms, none: t("print.noForm") })}
      ${this.form !== undefined && !printed ? html`<p class="small">${t("print.notYet")}</p><button type="button" class="btn" @click=${() => void this.join()}>${t("print.join")}</button>` : nothing}</div>`;
  }

  private pageView({ definition }: Workbench<"document">): TemplateResult {
    const { paper = "A4", digits = "thai" } = definition;
    const turn = (on: boolean, words: string, press: () => void) =>
      html`<button type="button" aria-pressed=${on ? "true" : "false"} @click=${press}>${words}</button>`;
    const fills: Option[] = [{ id: "sample", title: t("print.sample") }, { id: "blank", title: t("print.blank") }, ...this.records];
    return html`<section class="print-side" aria-label=${t("print.page")}><div class="view">
        <div class="ctl has-caret"><select aria-label=${t("print.filled")} @change=${(event: Event) => (this.filled = (event.target as HTMLSelectElement).value)}>${fills.map((one) => html`<option value=${one.id} ?selected=${one.id === this.filled}>${one.title}</option>`)}</select></div>
        <div class="sw" role="group" aria-label=${t("print.paper")}>${turn(paper === "A4", t("print.portrait"), () => this.do({ ...definition, paper: "A4" }))}${turn(paper === "A4-landscape", t("print.landscape"), () => this.do({ ...definition, paper: "A4-landscape" }))}</div>
        <div class="sw" role="group" aria-label=${t("print.digits")}>${turn(digits === "thai", "๑๒๓", () => this.do({ ...definition, digits: "thai" }))}${turn(digits === "arabic", "123", () => this.do({ ...definition, digits: "arabic" }))}</div>
        <button type="button" class="btn icon" aria-label=${t("print.print")} title=${t("print.print")} @click=${() => this.querySelector<PrintFrame>("tf-print-frame")?.print()}>${icon(printer)}</button></div>
      <p class="print-note" role="status">${this.lost || (this.told?.stale ? t(this.page ? "print.stale" : "print.notYetPage") : "")}</p>
      <tf-print-frame .page=${this.page} .paper=${paper}></tf-print-frame></section>`;
  }

  /** Letters that follow the letters of the last step go on with it. */
  private write(template: string, further: boolean): void {
    const bench = this.bench!;
    const goesOn = further && bench.history.last?.words === this.typing;
    if (!goesOn) this.typing = both("did.typed");
    bench.take(this.typing, { ...bench.definition, template }, goesOn);
  }

  private put(piece: Piece): void {
    const bench = this.bench!;
    const box = this.querySelector<TemplateBox>("tf-template-box")!;
    const { template, chosen } = insertPiece(bench.definition.template, box.chosen, piece);
    this.do({ ...bench.definition, template }, both("did.piece"));
    this.said = t("piece.done", { title: pieceWords(piece) });
    void this.updateComplete.then(() => box.choose(chosen));
  }

  /** The form that is chosen prints this document from its next version on. */
  private async join(): Promise<void> {
    this.trouble = "";
    try {
      await putIntoForm(this.form!, this.bench!.id);
      await this.around.read();
      this.said = t("print.joined", { form: say(this.copy?.title) });
    } catch (error) {
      this.trouble = explain(error);
    }
    this.requestUpdate();
  }

  private do(next: DocumentDefinition, words = both("did.document")): void {
    this.querySelector<TemplateBox>("tf-template-box")?.rest();
    this.bench!.take(words, next);
  }

  private wayTo(problem: Problem): (() => void) | undefined {
    const line = lineOf(problem);
    if (line !== undefined) return () => void this.querySelector<TemplateBox>("tf-template-box")?.chooseLine(line);
    if (problem.path === "/title") return () => void this.focusOn("#p-title");
    return problem.path === "/template" ? () => void this.focusOn("#p-template") : undefined;
  }

  protected differences(before: DocumentDefinition, after: DocumentDefinition): string[] {
    const [old, now] = [before.template.split("\n"), after.template.split("\n")];
    const added = now.filter((line) => line.trim() && !old.includes(line)).length;
    const gone = old.filter((line) => line.trim() && !now.includes(line)).length;
    return [
      ...(say(before.title) === say(after.title) ? [] : [t("publish.renamed", { title: say(after.title) })]),
      ...((before.paper ?? "A4") === (after.paper ?? "A4") ? [] : [t(after.paper === "A4-landscape" ? "publish.landscape" : "publish.portrait")]),
      ...((before.digits ?? "thai") === (after.digits ?? "thai") ? [] : [t(after.digits === "arabic" ? "publish.arabic" : "publish.thai")]),
      ...(added ? [t("publish.linesAdded", { n: added })] : []),
      ...(gone ? [t("publish.linesGone", { n: gone })] : []),
      ...(!added && !gone && before.template !== after.template ? [t("publish.linesMoved")] : []),
    ];
  }

  protected publishing(): { first: string } {
    return { first: t("publish.documentFirst") };
  }
}

function lineOf({ path, params }: Problem): number | undefined {
  const { line } = (params ?? {}) as { line?: unknown };
  return path === "/template" && typeof line === "number" ? line : undefined;
}

customElements.define("tf-document-designer", DocumentDesigner);
