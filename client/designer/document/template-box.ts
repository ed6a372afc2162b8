// `<tf-template-box>`: where a template is written. What is filled in by itself is tinted, each line has its number, a line that is wrong its mark.
// The box itself is a plain textarea, so that keys, screen readers and spelling work as everywhere; what is drawn lies under it, letter over letter.
import { html, nothing, type TemplateResult } from "lit";
import { TfElement } from "../../ui/element.js";
import { t } from "../../ui/words.js";

export interface Typed {
  text: string;
  /** Letter by letter, one behind the other: one step for undoing. */
  further: boolean;
}

/** A pause after which what is typed is a step of its own. */
const pause = 1_500;

class TemplateBox extends TfElement {
  static override properties = { text: { attribute: false }, wrong: { attribute: false } };
  declare text: string;
  /** Lines with something to put right. */
  declare wrong: ReadonlySet<number>;
  private last: { kind: string; at: number } | undefined;

  constructor() {
    super();
    this.text = "";
    this.wrong = new Set();
  }

  override render(): unknown {
    return html`<div class="template-in"><pre class="template-lines" aria-hidden="true">${this.text.split("\n").map((line, at) => this.line(line, at + 1))}</pre><textarea id="p-template" aria-label=${t("print.template")} spellcheck="false" autocomplete="off" wrap="soft" @input=${this.typed}></textarea></div>`;
  }

  private line(text: string, number: number): TemplateResult {
    const parts = text.split(/(\{\{.*?\}\})/);
    return html`<span class=${this.wrong.has(number) ? "wrong" : nothing} data-line=${number}>${parts.map((part, at) => (at % 2 ? html`<mark>${part}</mark>` : part))}</span>`;
  }

  private get box(): HTMLTextAreaElement {
    return this.querySelector("textarea")!;
  }

  /** What came from elsewhere (undone, put in, written by somebody else) stands in the box; the cursor goes to where it changed. */
  override updated(): void {
    const { box, text } = this;
    if (box.value === text) return;
    const before = box.value;
    let from = 0;
    while (from < Math.min(before.length, text.length) && before[from] === text[from]) from++;
    let end = 0;
    while (end < Math.min(before.length, text.length) - from && before.at(-1 - end) === text.at(-1 - end)) end++;
    const { scrollTop } = this;
    box.value = text;
    box.setSelectionRange(text.length - end, text.length - end);
    this.scrollTop = scrollTop;
  }

  private readonly typed = (event: Event): void => {
    const { inputType = "" } = event as InputEvent;
    const kind = /^insert(Composition)?Text$/.test(inputType) ? "write" : /^deleteContent/.test(inputType) ? "delete" : "";
    const further = kind !== "" && this.last?.kind === kind && event.timeStamp - this.last.at < pause;
    this.last = { kind, at: event.timeStamp };
    this.text = this.box.value;
    this.tell<Typed>("tf-typed", { text: this.text, further });
  };

  /** What comes next is a step of its own. */
  rest(): void {
    this.last = undefined;
  }

  get chosen(): { from: number; to: number } {
    const { selectionStart, selectionEnd } = this.box;
    return { from: selectionStart, to: selectionEnd };
  }

  /** The cursor there, and the keys. */
  async choose({ from, to }: { from: number; to: number }): Promise<void> {
    await this.updateComplete;
    this.box.focus({ preventScroll: true });
    this.box.setSelectionRange(from, to);
    this.show(this.text.slice(0, from).split("\n").length);
  }

  async chooseLine(number: number): Promise<void> {
    const lines = this.text.split("\n");
    const from = lines.slice(0, number - 1).join("\n").length + (number > 1 ? 1 : 0);
    await this.choose({ from, to: from + (lines[number - 1]?.length ?? 0) });
  }

  private show(number: number): void {
    this.querySelector(`[data-line="${number}"]`)?.scrollIntoView({ block: "nearest" });
  }
}

customElements.define("tf-template-box", TemplateBox);

export type { TemplateBox };
