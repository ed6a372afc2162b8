// A table as a sheet: a line a row, whose first choice (the mark) is one press away. All begin as usual; what is unusual is seen from the door.
// On a phone a press on a line takes the last choice at once and opens the others below it; on a PC every choice stands in the line.
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { choices } from "../../engine/fields/options.js";
import { icon } from "../ui/icon.js";
import { check } from "../ui/icons/check.js";
import { xCircle } from "../ui/icons/x-circle.js";
import { say, t } from "../ui/words.js";
import { FieldElement, type FieldNode } from "./field-element.js";
import { shown } from "./shown.js";
import "../ui/late-words.js";
import "./sheet.css";

interface Line {
  id: string;
  /** Numbers first, such as a seat; then the words that name the line. */
  no: string;
  name: string;
  mark: FieldNode;
  /** What is to be answered besides, and what is worked out, now. */
  others: string[];
  told: string[];
}

class SheetField extends FieldElement {
  override readonly tellsCells = true;
  /** The line that stands open on a phone. */
  private opened: string | undefined;

  protected override get several(): boolean {
    return true;
  }

  protected control(): unknown {
    const ids = this.node.rows ?? [];
    if (!ids.length) return html`<div class="sheet lines" id=${this.controlId} tabindex="-1"><p class="pad small">${t("sheet.empty")}</p></div>`;
    const columns = this.host.columns(this.path);
    const mark = columns.find(({ type }) => type === "select")!;
    const options = (choices(mark.options, this.host.facts()) ?? []).filter(({ open }) => open).map(({ id, title }) => ({ id, title: say(title) }));
    const usual = mark.default?.[0] === "lit" ? mark.default[1] : undefined;
    return html`<div class="sheet lines" id=${this.controlId} tabindex="-1">${repeat(
      ids,
      (id) => id,
      (id) => this.line(this.lineOf(id, columns, mark.name), options, usual),
    )}</div>`;
  }

  private lineOf(id: string, columns: ReturnType<SheetField["host"]["columns"]>, mark: string): Line {
    const line: Line = { id, no: "", name: "", mark: this.host.node(`${this.path}/${id}/${mark}`), others: [], told: [] };
    for (const { name } of columns) {
      if (name === mark) continue;
      const path = `${this.path}/${id}/${name}`;
      const node = this.host.node(path);
      const { field, value } = node;
      if (!node.shown) continue;
      if (node.computed) {
        if (value) line.told.push(`${say(field.title)} ${shown(value, field, this.host.facts())}`);
      } else if (!node.readOnly) line.others.push(path);
      else if (field.type === "integer") line.no = String(value ?? "");
      else if (field.type === "text") line.name = String(value ?? "");
    }
    return line;
  }

  private line(line: Line, options: { id: string; title: string }[], usual: unknown): unknown {
    const { id, no, name, mark } = line;
    const chosen = options.find((one) => one.id === mark.value);
    const off = mark.value !== usual;
    const open = this.opened === id;
    const choose = (to: string) => () => this.choose(id, to);
    const group = `${this.controlId}-${id}`;
    const others =
      open || (off && line.others.some((path) => this.host.node(path).required))
        ? this.host.inside(`${this.path}/${id}`).filter((one) => line.others.includes((one as FieldElement).path))
        : [];
    return html`<div class=${off ? "line off" : "line"} role="group" aria-label=${`${no} ${name}`} @keydown=${(event: KeyboardEvent) => this.key(event, id, options)}>
      <span class="no" aria-hidden="true">${no}</span><b>${name.split(" ").map((part, i) => html`${i ? " " : ""}<span class="n">${part}</span>`)}</b>
      <button type="button" class="st" aria-expanded=${open} aria-label=${t("sheet.markOf", { name, mark: chosen?.title ?? "" })} @click=${() => this.press(id, off, options)}>${icon(off ? xCircle : check)}${chosen?.title ?? ""}</button>
      <span class="seg" role="radiogroup" aria-label=${name}>${options.map(
        (one) =>
          html`<label class=${one.id === mark.value ? (off ? "x" : "y") : ""}><input type="radio" name=${group} .checked=${one.id === mark.value} @change=${choose(one.id)}><span>${one.title}</span></label>`,
      )}</span>
      ${
        open
          ? html`<div class="kinds" role="group" aria-label=${t("sheet.choices", { name })}>${options.map(
              (one) =>
                html`<button type="button" class=${one.id === mark.value ? "on" : ""} aria-pressed=${one.id === mark.value ? "true" : "false"} @click=${choose(one.id)}>${one.title}</button>`,
            )}</div>`
          : nothing
      }${off && line.told.length ? html`<p class="more">${line.told.join(" · ")}</p>` : nothing}${others.length ? html`<div class="more-fields">${others}</div>` : nothing}</div>`;
  }

  /** The first press says what is commonest of the unusual; a line that is unusual already only opens or closes. */
  private press(id: string, off: boolean, options: { id: string }[]): void {
    if (!off && this.opened !== id) this.choose(id, options.at(-1)!.id);
    this.opened = this.opened === id ? undefined : id;
    this.requestUpdate();
  }

  private choose(id: string, to: string): void {
    const mark = this.host.columns(this.path).find(({ type }) => type === "select")!;
    this.tell("tf-answer", { path: `${this.path}/${id}/${mark.name}`, value: to });
  }

  /** The figures 1, 2, 3 … choose while the cursor is in the line, but not while something is typed. */
  private key(event: KeyboardEvent, id: string, options: { id: string }[]): void {
    const target = event.target as HTMLElement;
    if (target instanceof HTMLInputElement && target.type !== "radio") return;
    const one = options[Number(event.key) - 1];
    if (!one || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.choose(id, one.id);
  }
}

customElements.define("tf-sheet-field", SheetField);
