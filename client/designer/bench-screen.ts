// What every bench is: one working copy that is opened, heard of, undone by keys, looked back on and published.
// A bench of a kind says what lies on it and what its keys do.
import { html, type TemplateResult } from "lit";
import type { Problem } from "../../schemas/types.js";
import type { LiveEvent } from "../api/live.js";
import { session } from "../api/session.js";
import { Screen } from "../record/screen.js";
import { say, t } from "../ui/words.js";
import { type BenchBand, band } from "./bench-band.js";
import { checksPanel } from "./checks-panel.js";
import { Company } from "./company.js";
import { type Mend, mendsOf } from "./engine.js";
import { explain } from "./explain.js";
import { newFieldId } from "./form/field-id.js";
import { openHistory } from "./history-sheet.js";
import { openJson } from "./json-sheet.js";
import { openPublish, type Publishing } from "./publish-sheet.js";
import { Surroundings } from "./surroundings.js";
import { undoKey } from "./undo-keys.js";
import { type Benched, type Kind, Workbench } from "./workbench.js";
import "./words.js";

export abstract class BenchScreen<K extends Kind> extends Screen {
  static override properties = { ...Screen.properties, trouble: { state: true }, said: { state: true } };
  protected abstract readonly kind: K;
  protected bench: Workbench<K> | undefined;
  protected readonly around = new Surroundings();
  /** Why the last thing asked for was not done. */
  declare protected trouble: string;
  /** What was just done, for who hears the screen. */
  declare protected said: string;
  /** Who else has it open. */
  protected company: Company | undefined;
  private busy = false;

  constructor() {
    super();
    this.trouble = "";
    this.said = "";
  }

  /** What lies on the bench, with its tools. */
  protected abstract work(bench: Workbench<K>): TemplateResult;
  /** What is different between two versions, in words. */
  protected abstract differences(before: Benched[K], after: Benched[K]): string[];
  /** What is said of a first version, and what else is asked when it is published. */
  protected abstract publishing(bench: Workbench<K>): Pick<Publishing<K>, "first" | "more">;

  /** What the bench needs to know of the rest of the program. */
  protected surround(): Promise<void> {
    return this.around.read();
  }

  /** The bench has been opened. */
  protected opened(_bench: Workbench<K>): void {}

  /** The id of what the author has in hand, for whoever has it open too. */
  protected inHand(): string | undefined {
    return undefined;
  }

  /** Trying it, where that can be done. */
  protected trial(): Pick<BenchBand<K>, "trying" | "tryIt"> {
    return {};
  }

  /** Whether keys there belong to something else. */
  protected deaf(target: Element): boolean {
    return target.closest("dialog") !== null;
  }

  /** A key that was neither undo nor redo. */
  protected key(_event: KeyboardEvent, _bench: Workbench<K>): void {}

  override connectedCallback(): void {
    super.connectedCallback();
    this.classList.add("bench");
    this.while(() => this.bench?.close());
    this.while(() => this.company?.close());
    this.while(session.watch((who) => who && !session.lost && void this.meet()));
    this.onPage("keydown", (event) => {
      const { bench } = this;
      if (bench && !this.deaf(event.target as Element) && !undoKey(event, bench)) this.key(event, bench);
    });
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    this.company?.moved();
  }

  /** Heard on the page, not on the bench: what a step takes away may take the focus with it. */
  protected onPage<E extends keyof DocumentEventMap>(name: E, hear: (event: DocumentEventMap[E]) => void): void {
    document.addEventListener(name, hear);
    this.while(() => document.removeEventListener(name, hear));
  }

  protected override hears({ kind, id }: LiveEvent): boolean {
    if ((kind === "working-copy" || kind === "definition") && id === `${this.kind}/${this.params.id}`) void this.meet();
    return false;
  }

  /** What others saved, and what of here waits. Without reach it is asked for again when there is some. */
  private async meet(): Promise<void> {
    await this.bench?.refresh().catch(() => undefined);
  }

  protected async read(): Promise<void> {
    if (this.bench) return this.bench.refresh();
    const [bench] = await Promise.all([Workbench.open(this.kind, this.params.id!), this.surround()]);
    this.bench = bench;
    this.while(bench.watch(() => this.requestUpdate()));
    this.opened(bench);
    this.company = new Company(
      bench.path,
      () => this.inHand(),
      () => this.requestUpdate(),
    );
  }

  protected heading(): string {
    return say(this.bench?.definition.title);
  }

  protected content(): TemplateResult {
    const bench = this.bench!;
    const differences = (before: Benched[K], after: Benched[K]) => this.differences(before, after);
    return html`${band({
      bench,
      others: this.company?.others ?? [],
      ...this.trial(),
      trouble: this.trouble,
      publish: () => void this.attempt(() => openPublish({ bench, differences, ...this.publishing(bench), done: this.published })),
      json: () => openJson(bench),
      versions: () => void this.attempt(() => openHistory(bench, differences, this.published)),
    })}
      <p class="small too-small" role="note">${t("bench.small")}</p>
      ${this.work(bench)}
      <p class="hide" role="status">${this.said}</p>`;
  }

  /** The checks of what lies on the bench, with the ways there and the mends. */
  protected checks(bench: Workbench<K>, go: (problem: Problem) => (() => void) | undefined, more?: unknown): TemplateResult {
    return checksPanel({
      kind: this.kind,
      problems: bench.problems,
      go,
      mends: (problem) => mendsOf(bench.definition, problem, newFieldId).map(({ title }, nth) => ({ title, run: () => void this.mend(bench, problem, nth) })),
      more,
    });
  }

  /** Problems speak of what the server checked: what was changed since goes there first, and the problem is looked for again. */
  private async mend(bench: Workbench<K>, { code, title }: Problem, nth: number): Promise<void> {
    await bench.settled().catch(() => undefined);
    const still = bench.problems.find((problem) => problem.code === code && say(problem.title) === say(title));
    const mend: Mend<Benched[K]> | undefined = still && mendsOf(bench.definition, still, newFieldId)[nth];
    if (!mend) return;
    bench.take(mend.title, mend.next);
    this.said = t("checks.mended", { what: say(mend.title) });
    await this.focusOn(".checks:not(.conflicts) h3");
  }

  private readonly published = (version: number): void => {
    this.bench!.version = version;
    this.requestUpdate();
  };

  /** One at a time: pressed twice, a sheet opens once. */
  protected async attempt(run: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.trouble = "";
    try {
      await run();
    } catch (error) {
      this.trouble = explain(error);
    }
    this.busy = false;
  }

  /** The focus into what has just been drawn; the words of a box are chosen, to be typed over. */
  protected async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    const element = this.querySelector<HTMLInputElement>(selector);
    element?.focus();
    element?.select?.();
  }
}
