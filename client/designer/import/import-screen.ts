// `<tf-import>`: rows of a file become records of a published form. The file, its columns beside the fields, a check of every row, and the
// sending: each row is an action of the form itself, so whoever may make its records may import them, and the server judges each anew.
import { html, nothing, type TemplateResult } from "lit";
import type { AvailableAction, Choice, Fillable, OrganizationTree, OrganizationView } from "../../../schemas/types.js";
import { api } from "../../api/api.js";
import { ProblemError } from "../../api/problem-error.js";
import { session } from "../../api/session.js";
import { device } from "../../offline/device.js";
import { Screen } from "../../record/screen.js";
import { empty } from "../../record/states.js";
import { clock } from "../../ui/clock.js";
import { icon } from "../../ui/icon.js";
import { arrowLeft } from "../../ui/icons/arrow-left.js";
import { lock } from "../../ui/icons/lock.js";
import { table } from "../../ui/icons/table.js";
import { warningCircle } from "../../ui/icons/warning-circle.js";
import { newId } from "../../ui/new-id.js";
import { openSheet } from "../../ui/screen/sheet.js";
import { toast } from "../../ui/toast.js";
import { say, t } from "../../ui/words.js";
import { sheetFileControl } from "../controls.js";
import {
  type CompiledForm,
  type Facts,
  matchColumns,
  type Place,
  placeColumn,
  type RowColumn,
  stateOf,
  type Target,
  targetsOf,
  unreachable,
} from "../engine.js";
import { readSheet, type Sheet } from "../read-sheet.js";
import { above, type Belonging, type Checked, type CheckedRow, checkRows } from "./check-rows.js";
import { checkedView, reasoned } from "./checked-view.js";
import { forgetImport, forgetSheet, type KeptSheet, keepImport, type RowLeft, type RowOut, readDigests, readLeft, readSheetOf } from "./import-store.js";
import { Importing } from "./importing.js";
import { isOurs } from "./left-rows.js";
import { matchView } from "./match-view.js";
import { progressView } from "./progress-view.js";
import "../words.js";

/** What is known of the form while something is imported into it. */
interface Ready {
  form: CompiledForm;
  facts: Facts;
  targets: Target[];
  actions: AvailableAction[];
  /** Why nothing can be sent. */
  why: string;
  tree: OrganizationView[];
  places: Place[];
  organizations: Choice[];
}

/** Rows of one file; more would be a matter for who looks after the installation. */
const mostRows = 20_000;
/** Kinds of organizations that records of a form may belong to, as the form says; those that are named most first. */
const kindsOf: Record<CompiledForm["unit"], readonly string[]> = {
  own: ["school", "centre", "office", "lao", "class"],
  class: ["class"],
  school: ["school", "centre"],
  lao: ["lao"],
};

export class ImportScreen extends Screen {
  static override properties = { ...Screen.properties, form: { attribute: false }, trouble: { state: true } };
  declare form: string;
  declare private trouble: string;
  private ready: Ready | undefined;
  /** The form is not in use, or not this person's to fill. */
  private closed: "unpublished" | "denied" | "admin" | undefined;
  private kept: KeptSheet | undefined;
  private sheet: Sheet | undefined;
  private matched: (string | undefined)[] = [];
  private belonging: Belonging = { place: "" };
  private action = "";
  private comment = "";
  /** How many rows the check has looked at; undefined while none is under way. */
  private checking: number | undefined;
  private checked: Checked | undefined;
  private doubts = false;
  private importing: Importing | undefined;
  private left: RowLeft[] = [];
  private stop = false;

  constructor() {
    super();
    this.trouble = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.while(() => {
      this.stop = true;
    });
  }

  /** What is under way here does not change with what others do. */
  protected async read(): Promise<void> {
    if (this.ready || this.closed || this.importing) return;
    if (!session.current?.admin) {
      this.closed = "admin";
      return;
    }
    const importing = await Importing.of(this.form);
    if (importing) return this.follow(importing);
    await this.prepare();
  }

  private async prepare(): Promise<void> {
    try {
      const [fillable, { items }, kept] = await Promise.all([
        api.get<Fillable>(`/forms/${encodeURIComponent(this.form)}`),
        api.get<OrganizationTree>("/organizations"),
        readSheetOf(this.form),
      ]);
      this.ready = ready(fillable, items);
      this.kept = kept;
      this.action = this.ready.actions[0]?.id ?? "";
      if (kept && this.query.has("kept")) this.take(kept, kept.fields);
    } catch (error) {
      if (!(error instanceof ProblemError) || (error.status !== 403 && error.status !== 404)) throw error;
      this.closed = error.status === 403 ? "denied" : "unpublished";
    }
  }

  private async follow(importing: Importing): Promise<void> {
    this.left = await readLeft(importing.head);
    this.importing = importing;
    this.while(importing.watch(() => this.requestUpdate()));
    // What nobody paused goes on by itself, as after a reload.
    if (importing.head.state === "running") void importing.start();
  }

  protected heading(): string {
    return t("import.title");
  }

  protected content(): TemplateResult {
    const title = this.importing ? this.importing.head.title : this.ready?.form.title;
    return html`<div class="in import-page">
      <p><a class="btn text" href=${`/forms/${encodeURIComponent(this.form)}`}>${icon(arrowLeft)}${t("import.back")}</a></p>
      <h1>${this.heading()}</h1>${title ? html`<p class="small">${say(title)}</p>` : nothing}
      ${this.closed ? this.shut(this.closed) : this.importing ? this.progress(this.importing) : this.steps(this.ready!)}</div>`;
  }

  private shut(why: NonNullable<ImportScreen["closed"]>): TemplateResult {
    const way = why === "admin" ? nothing : html`<a class="btn" href=${`/designer/form/${encodeURIComponent(this.form)}`}>${t("import.toDesigner")}</a>`;
    return html`<div class="sheet">${empty({ picture: lock, title: t(`import.${why}`), note: t(`import.${why}Note`), way })}</div>`;
  }

  private steps(ready: Ready): TemplateResult {
    const impossible = unreachable(ready.form.fields);
    if (ready.why || impossible.length)
      return html`<div class="sheet">${empty({ picture: lock, title: t("import.impossible"), note: ready.why || t("import.unreachable", { fields: impossible.map(say).join(", ") }) })}</div>`;
    const { sheet } = this;
    return html`${this.fileStep(sheet)}
      ${sheet && !this.checked ? this.matchStep(ready, sheet) : nothing}
      ${sheet && this.checked ? this.checkedStep(sheet, this.checked) : nothing}
      ${this.trouble ? html`<p class="problem" role="alert">${icon(warningCircle)}<span>${this.trouble}</span></p>` : nothing}`;
  }

  private fileStep(sheet: Sheet | undefined): TemplateResult {
    const { kept } = this;
    const offered =
      kept && !sheet
        ? html`<p class="more"><button type="button" class="btn main" @click=${() => this.take(kept, kept.fields)}>${icon(table)}${t("import.useKept", { n: kept.rows.length, file: kept.file })}</button><button type="button" class="btn" @click=${this.dropKept}>${t("import.dropKept")}</button></p>`
        : nothing;
    return html`<section class="part"><h2>${t("import.file")}</h2>${sheet ? html`<p><b>${sheet.file}</b> <span class="small">${t("import.rows", { n: sheet.rows.length })}</span></p>` : offered}
      ${sheetFileControl({ id: "import-file", label: t(sheet || kept ? "import.otherFile" : "import.chooseFile"), help: t("import.fileHelp"), change: this.choose })}</section>`;
  }

  private matchStep(ready: Ready, sheet: Sheet): TemplateResult {
    const redraw = (set: () => void): void => {
      set();
      this.trouble = "";
      this.requestUpdate();
    };
    const looking = this.checking !== undefined;
    return html`${matchView({
      sheet,
      targets: ready.targets,
      matched: this.matched,
      match: (column, field) =>
        redraw(() => {
          this.matched = this.matched.toSpliced(column, 1, field);
        }),
      belonging: this.belonging,
      organizations: ready.organizations,
      belong: (belonging) =>
        redraw(() => {
          this.belonging = belonging;
        }),
      actions: ready.actions,
      action: this.action,
      act: (action) =>
        redraw(() => {
          this.action = action;
        }),
      comment: this.comment,
      say: (comment) =>
        redraw(() => {
          this.comment = comment;
        }),
      looks: Object.keys(ready.form.lookups).length > 0,
    })}
      ${looking ? html`<p class="import-bar"><progress aria-label=${t("import.checking")} max=${sheet.rows.length} value=${this.checking ?? 0}></progress><b class="n">${t("import.counted", { n: this.checking ?? 0, total: sheet.rows.length })}</b></p>` : nothing}
      <p class="more"><button type="button" class="btn main big" aria-busy=${looking ? "true" : nothing} @click=${this.check}>${t("import.check", { n: sheet.rows.length })}</button></p>`;
  }

  private checkedStep(sheet: Sheet, checked: Checked): TemplateResult {
    const n = checked.good.length + (this.doubts ? checked.doubtful.length : 0);
    return html`${checkedView({
      sheet,
      checked,
      doubts: this.doubts,
      setDoubts: (doubts) => {
        this.doubts = doubts;
        this.requestUpdate();
      },
    })}
      <p class="small author">${t("import.author", { name: session.current?.actor.name ?? "", place: this.placeWords(sheet) })}</p>
      <p class="more">${n ? html`<button type="button" class="btn main big" @click=${this.send}>${t("import.go", { n })}</button>` : nothing}<button type="button" class="btn big" @click=${this.matchAgain}>${t("import.matchAgain")}</button></p>`;
  }

  private placeWords(sheet: Sheet): string {
    const { belonging } = this;
    if ("column" in belonging) return t("import.byColumn", { column: sheet.header[belonging.column] ?? "" });
    return say(this.ready?.organizations.find(({ id }) => id === belonging.place)?.title);
  }

  private progress(importing: Importing): TemplateResult {
    return progressView({ importing, left: this.left, cancel: () => this.confirmCancel(importing), finish: () => void this.finish(importing) });
  }

  private confirmCancel(importing: Importing): void {
    openSheet({
      title: t("import.cancelTitle"),
      note: t("import.cancelNote", { n: importing.head.total - importing.counted }),
      stay: t("import.cancelStay"),
      go: { label: t("import.cancel"), danger: true, run: () => importing.cancel() },
    });
  }

  private async finish({ head }: Importing): Promise<void> {
    await forgetImport(head);
    this.importing = undefined;
    [this.sheet, this.checked, this.left] = [undefined, undefined, []];
    await this.reread();
  }

  private readonly dropKept = async (): Promise<void> => {
    await forgetSheet(this.form);
    this.kept = undefined;
    this.requestUpdate();
  };

  private readonly choose = async (event: Event): Promise<void> => {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    if (!file) return;
    this.trouble = "";
    try {
      const sheet = await readSheet(file);
      if (!sheet.rows.length) this.trouble = t("import.noRows");
      else if (sheet.rows.length > mostRows) this.trouble = t("import.tooMany", { n: sheet.rows.length, most: mostRows });
      else this.take(sheet);
    } catch {
      this.trouble = t("new.sheetWrong");
    }
  };

  /** A sheet to begin with; of one that the form was made from it is known what each column is. */
  private take(sheet: Sheet, fields?: readonly (string | undefined)[]): void {
    const { targets, places, organizations } = this.ready!;
    const known = new Set(targets.map(({ id }) => id));
    const column = placeColumn(
      sheet.header,
      sheet.rows.slice(0, 500).map(({ cells }) => cells),
      places,
    );
    this.sheet = sheet;
    this.checked = undefined;
    this.doubts = false;
    this.matched = fields
      ? sheet.header.map((_, at) => (known.has(fields[at] ?? "") ? fields[at] : undefined))
      : matchColumns(
          sheet.header.map((words) => (isOurs(words) ? "" : words)),
          targets,
        );
    this.belonging = column === undefined || organizations.length < 2 ? { place: organizations[0]?.id ?? "" } : { column };
    this.requestUpdate();
  }

  private readonly matchAgain = (): void => {
    this.checked = undefined;
    this.requestUpdate();
  };

  private readonly check = async (): Promise<void> => {
    const { ready, sheet } = this;
    if (!ready || !sheet || this.checking !== undefined) return;
    const columns: RowColumn[] = this.matched.flatMap((field, at) => {
      const target = ready.targets.find(({ id }) => id === field);
      return target ? [{ at, target }] : [];
    });
    const action = ready.actions.find(({ id }) => id === this.action);
    if (!columns.length || (action?.comment === "required" && !this.comment.trim())) {
      this.trouble = t(columns.length ? "import.commentFirst" : "import.matchFirst");
      return;
    }
    this.trouble = "";
    this.checking = 0;
    this.requestUpdate();
    const { form, facts, places, tree } = ready;
    const asked = { form, facts, columns, header: sheet.header, rows: sheet.rows, belonging: this.belonging, places, tree, check: needed(form, this.action) };
    const found = await checkRows(
      { ...asked, before: await readDigests(this.form) },
      (done) => {
        this.checking = done;
        this.requestUpdate();
      },
      () => this.stop,
    );
    this.checking = undefined;
    if (this.sheet === sheet) this.checked = found;
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector<HTMLElement>("h1")?.scrollIntoView();
  };

  private readonly send = async (): Promise<void> => {
    const { ready, sheet, checked } = this;
    if (!ready || !sheet || !checked) return;
    this.trouble = "";
    try {
      const rows = [...checked.good, ...(this.doubts ? checked.doubtful : [])].sort((a, b) => a.line - b.line);
      const left = [...checked.wrong, ...(this.doubts ? [] : checked.doubtful)];
      const head = await keepImport(
        {
          form: this.form,
          title: ready.form.title,
          file: sheet.file,
          header: sheet.header,
          kept: sheet === this.kept,
          at: clock.now(),
          next: 0,
          done: 0,
          refused: [],
          state: "running",
          begun: false,
          cancelled: 0,
          uncertain: 0,
        },
        rows.map((row) => this.actionOf(ready.form, row)),
        left.map(reasoned),
      );
      // Begun in another window while the file was looked at here: that one is shown, and this file stays for later.
      const importing = head ? Importing.with(head) : await Importing.of(this.form);
      if (!head) toast(t("import.held.elsewhere"));
      if (!importing) return;
      this.ready = undefined;
      await this.follow(importing);
    } catch {
      this.trouble = t("import.cannotKeep");
    }
    this.requestUpdate();
  };

  /** The ids are made here, once, and kept before anything leaves the device. */
  private actionOf(form: CompiledForm, { line, cells, changes, place, digest }: CheckedRow): RowOut {
    const comment = this.comment.trim();
    return {
      line,
      cells,
      digest,
      action: {
        id: newId(),
        type: this.action,
        record: newId(),
        form: form.id,
        release: form.release,
        ...(place && { organization: place }),
        base: 0,
        changes,
        ...(comment && { comment }),
        ...(this.doubts && { warnings: true }),
        madeAt: clock.iso(),
        device: device(),
      },
    };
  }
}

/** Whether the action asks for a whole record. */
function needed(form: CompiledForm, action: string): "complete" | "shape" {
  const { definition } = form.workflow;
  const does = definition.actions.find(({ id }) => id === action);
  const to = typeof does?.to === "string" ? stateOf(definition, does.to) : undefined;
  return !does?.complete && to?.check === "shape" ? "shape" : "complete";
}

function ready({ form: compiled, facts, submit, organizations = [] }: Fillable, tree: OrganizationView[]): Ready {
  const form = compiled as unknown as CompiledForm;
  // A name under many sheets at once would be a signature that nobody gave.
  const actions = submit.filter(({ allowed, signs }) => allowed && !signs);
  const refused = submit.find(({ allowed }) => !allowed);
  const why = actions.length ? "" : submit.some(({ signs }) => signs) ? t("import.signs") : say(refused?.why?.title) || t("import.noAction");
  const placed = kindsOf[form.unit].flatMap((kind) => tree.filter((one) => one.kind === kind)).map((one) => placeOf(tree, one));
  const choices = placed.map(({ id, name, above }) => ({ id, title: form.unit === "class" && above[0] ? `${say(name)} ${say(above[0].name)}` : name }));
  // The likeliest first, by the fuller of its names.
  const first = organizations.map((one) => choices.find(({ id }) => id === one.id) ?? one);
  const all = [...first, ...choices.filter(({ id }) => !first.some((one) => one.id === id))];
  return { form, facts: facts as unknown as Facts, targets: targetsOf(form.fields), actions, why, tree, places: placed, organizations: all };
}

function placeOf(tree: readonly OrganizationView[], { id, name, short }: OrganizationView): Place {
  const [, ...over] = above(tree, id);
  return {
    id,
    name,
    ...(short !== undefined && { short }),
    above: over.map((one) => ({ id: one.id, name: one.name, ...(one.short !== undefined && { short: one.short }), above: [] })),
  };
}

customElements.define("tf-import", ImportScreen);
