// `<tf-codes-designer>`: the bench of a code list or rate table. Its rows as a sheet: typed, pasted from a spreadsheet, dated.
import { html, nothing, type TemplateResult } from "lit";
import type { CodesDefinition } from "../../../schemas/types.js";
import { icon } from "../../ui/icon.js";
import { arrowDown } from "../../ui/icons/arrow-down.js";
import { arrowUp } from "../../ui/icons/arrow-up.js";
import { plus } from "../../ui/icons/plus.js";
import { x } from "../../ui/icons/x.js";
import { both, t, type Word } from "../../ui/words.js";
import { BenchScreen } from "../bench-screen.js";
import { conflictsPanel } from "../conflicts-panel.js";
import { wordsControl } from "../controls.js";
import { shownDay, typedDay } from "../day-cell.js";
import { blockOf, cellOf, columnsOf, writeBlock, writeCell } from "../engine.js";
import type { Workbench } from "../workbench.js";

/** Columns that a list may be given: days it holds, what stands above it, steps of a rate. */
const optional = ["from", "to", "parent", "min", "max"] as const;
const columnWords: Partial<Record<string, Word>> = {
  id: "codes.id",
  title: "codes.words",
  from: "codes.from",
  to: "codes.to",
  parent: "codes.parent",
  min: "codes.min",
  max: "codes.max",
};

class CodesDesigner extends BenchScreen<"codes"> {
  protected readonly kind = "codes";
  /** Columns that were asked for and have no cell yet. */
  private asked = new Set<string>();

  /** Rows stand by themselves: nothing of the rest is asked for. */
  protected override async surround(): Promise<void> {}

  /** In a cell the keys undo what was typed there. */
  protected override deaf(target: Element): boolean {
    return target.closest("dialog, input, textarea") !== null;
  }

  protected work(bench: Workbench<"codes">): TemplateResult {
    const codes = bench.definition;
    return html`<div class="work codes-work"><div class="mid"><div class="canvas"><div class="sheet pad">
        ${wordsControl({ id: "p-title", label: t("codes.title"), value: codes.title, change: (title = "") => this.do({ ...codes, title }) })}
        <p class="help">${t("codes.help")}</p>${this.table(codes)}
        <p class="more"><button type="button" class="btn" @click=${this.add}>${icon(plus)}${t("codes.add")}</button>${this.moreColumns(codes)}</p></div></div>
        ${conflictsPanel(bench)}${this.checks(bench, ({ path = "" }) => this.wayTo(path))}</div></div>`;
  }

  private columns(codes: CodesDefinition): string[] {
    const there = columnsOf(codes);
    const order = ["id", "title", ...optional];
    const own = order.filter((column) => there.includes(column) || this.asked.has(column));
    return [
      ...own,
      ...there.filter((column) => !order.includes(column)),
      ...[...this.asked].filter((column) => !order.includes(column) && !there.includes(column)),
    ];
  }

  private table(codes: CodesDefinition): TemplateResult {
    const columns = this.columns(codes);
    const words = (column: string) => (columnWords[column] ? t(columnWords[column]) : column);
    return html`<div class="codes-table"><table><thead><tr>${columns.map((column) => html`<th scope="col">${words(column)}</th>`)}<th><span class="hide">${t("codes.tools")}</span></th></tr></thead>
      <tbody>${codes.rows.map(
        (row, at) =>
          html`<tr>${columns.map(
            (
              column,
            ) => html`<td><input data-at=${at} data-column=${column} class=${column === "title" ? "wide-cell" : nothing} aria-label=${t("codes.cell", { column: words(column), n: at + 1 })} inputmode=${column === "min" || column === "max" ? "decimal" : nothing}
            .value=${isDay(column) ? shownDay(cellOf(row, column)) : cellOf(row, column)} @change=${(event: Event) => this.write(at, column, (event.target as HTMLInputElement).value)} @paste=${(event: ClipboardEvent) => this.paste(event, at, column, columns)} @keydown=${(event: KeyboardEvent) => this.step(event, at, column)}></td>`,
          )}<td class="row-tools">${this.tool(arrowUp, t("canvas.up"), at > 0, () => this.move(at, -1))}${this.tool(arrowDown, t("canvas.down"), at < codes.rows.length - 1, () => this.move(at, 1))}${this.tool(x, t("codes.remove", { n: at + 1 }), true, () => this.do({ ...codes, rows: codes.rows.toSpliced(at, 1) }))}</td></tr>`,
      )}</tbody></table></div>`;
  }

  private tool(picture: string, words: string, on: boolean, press: () => void): TemplateResult {
    return html`<button type="button" class="btn icon text" aria-label=${words} title=${words} ?disabled=${!on} @click=${press}>${icon(picture)}</button>`;
  }

  private moreColumns(codes: CodesDefinition): TemplateResult {
    const there = this.columns(codes);
    return html`<div class="ctl has-caret column-pick"><select aria-label=${t("codes.column")} @change=${(event: Event) => {
      const select = event.target as HTMLSelectElement;
      if (select.value) this.asked.add(select.value);
      select.value = "";
      this.requestUpdate();
    }}><option value="">${t("codes.column")}</option>${optional.filter((column) => !there.includes(column)).map((column) => html`<option value=${column}>${t(columnWords[column]!)}</option>`)}</select></div>`;
  }

  private write(at: number, column: string, text: string): void {
    const codes = this.bench!.definition;
    this.do({ ...codes, rows: codes.rows.with(at, writeCell(codes.rows[at]!, column, isDay(column) ? typedDay(text) : text.trim())) });
  }

  /** More than one cell in the clipboard: it goes into the cells from here on. */
  private paste(event: ClipboardEvent, at: number, column: string, columns: string[]): void {
    const block = blockOf(event.clipboardData?.getData("text/plain") ?? "");
    if (block.length < 2 && (block[0]?.length ?? 0) < 2) return;
    event.preventDefault();
    const first = columns.indexOf(column);
    const read = block.map((cells) => cells.map((text, right) => (isDay(columns[first + right]) ? typedDay(text) : text)));
    this.do(writeBlock(this.bench!.definition, at, columns, column, read));
  }

  /** Enter goes to the next row, and makes one at the end. */
  private step(event: KeyboardEvent, at: number, column: string): void {
    if (event.key !== "Enter") return;
    event.preventDefault();
    this.write(at, column, (event.target as HTMLInputElement).value);
    if (at === this.bench!.definition.rows.length - 1) this.add();
    void this.toCell(at + 1, column);
  }

  private readonly add = (): void => {
    const codes = this.bench!.definition;
    this.do({ ...codes, rows: [...codes.rows, { id: "", title: "" }] });
    void this.toCell(codes.rows.length, "id");
  };

  private move(at: number, by: number): void {
    const codes = this.bench!.definition;
    this.do({ ...codes, rows: codes.rows.toSpliced(at, 1).toSpliced(at + by, 0, codes.rows[at]!) });
  }

  private do(next: CodesDefinition): void {
    this.bench!.take(both("did.codes"), next);
  }

  private wayTo(path: string): (() => void) | undefined {
    const [, list, at, column = ""] = path.split("/");
    return list === "rows" ? () => void this.toCell(Number(at), columnsOf(this.bench!.definition).includes(column) ? column : "id") : undefined;
  }

  private async toCell(at: number, column: string): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLInputElement>(`input[data-at="${at}"][data-column="${CSS.escape(column)}"]`)?.focus();
  }

  protected differences(before: CodesDefinition, after: CodesDefinition): string[] {
    const texts = (codes: CodesDefinition) => new Set(codes.rows.map((row) => JSON.stringify(row)));
    const [old, now] = [texts(before), texts(after)];
    const added = [...now].filter((row) => !old.has(row)).length;
    const gone = [...old].filter((row) => !now.has(row)).length;
    return [...(added ? [t("publish.rowsAdded", { n: added })] : []), ...(gone ? [t("publish.rowsGone", { n: gone })] : [])];
  }

  protected publishing(): { first: string } {
    return { first: t("publish.codesFirst") };
  }
}

const isDay = (column: string | undefined): boolean => column === "from" || column === "to";

customElements.define("tf-codes-designer", CodesDesigner);
