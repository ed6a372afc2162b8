// `<tf-expression>`: the box of an expression. What may stand at the cursor is offered while one types, and what is wrong with it is said at once.
// Keys as in any list of suggestions: down and up choose, Enter or Tab takes, Escape closes, Ctrl + Space asks.
import { html, nothing, type TemplateResult } from "lit";
import { TfElement } from "../../ui/element.js";
import { icon } from "../../ui/icon.js";
import { warningCircle } from "../../ui/icons/warning-circle.js";
import { say, t, type Word } from "../../ui/words.js";
import { type Completion, type Completions, completionsAt, type RulePlace, ruleProblems } from "../engine.js";
import { choicesOf, type Readable } from "./reads.js";

type Codes = Parameters<typeof choicesOf>[1];

/** Suggestions shown at once; more letters make them fewer. */
const most = 8;
const facts = new Set(["today", "author", "organization", "record", "lookups", "actor", "comment"]);

class ExpressionBox extends TfElement {
  static override properties = {
    key: { attribute: false },
    source: { attribute: false },
    where: { attribute: false },
    fields: { attribute: false },
    codes: { attribute: false },
    offered: { state: true },
    chosen: { state: true },
  };
  /** Tells boxes apart on the page. */
  declare key: string;
  declare source: string;
  declare where: RulePlace;
  /** The questions, for the words beside the names. */
  declare fields: Readable[];
  declare codes: Codes;
  declare private offered: Completions | undefined;
  /** Which suggestion is in hand; -1 for none. */
  declare private chosen: number;

  constructor() {
    super();
    this.chosen = -1;
  }

  private get box(): HTMLTextAreaElement {
    return this.querySelector("textarea")!;
  }

  override render(): TemplateResult {
    const { key, source } = this;
    const [wrong] = ruleProblems(source, this.where);
    const items = this.offered?.items.slice(0, most) ?? [];
    return html`<label class="label" for=${`${key}-source`}>${t("rule.source")}</label><span class="help" id=${`${key}-help`}>${t("rule.sourceHelp")}</span>
      <textarea id=${`${key}-source`} class="ctl area source" rows="2" spellcheck="false" autocomplete="off" autocapitalize="off" lang="en" .value=${source} aria-invalid=${wrong ? "true" : nothing}
        aria-describedby=${`${key}-help ${key}-wrong`} aria-autocomplete="list" aria-controls=${items.length ? `${key}-offered` : nothing} aria-activedescendant=${this.chosen < 0 ? nothing : `${key}-${this.chosen}`}
        @input=${this.typed} @click=${() => this.close()} @keydown=${this.pressed} @blur=${() => this.close()}></textarea>
      ${items.length ? html`<ul class="offered" id=${`${key}-offered`} role="listbox" aria-label=${t("rule.offered")}>${items.map((item, at) => this.item(item, at))}</ul>` : nothing}
      <span class="hide" role="status">${items.length ? t("rule.offeredN", { n: items.length }) : ""}</span>
      ${wrong ? html`<p class="problem" id=${`${key}-wrong`}>${icon(warningCircle)}<span>${say(wrong.title)}</span></p>` : nothing}`;
  }

  private item(item: Completion, at: number): TemplateResult {
    // Pressed before the box loses the focus, so that it keeps it.
    const take = (event: Event) => {
      event.preventDefault();
      this.take(item);
    };
    return html`<li role="option" id=${`${this.key}-${at}`} aria-selected=${at === this.chosen ? "true" : "false"} @pointerdown=${take}><code>${item.usage ?? item.name}</code> <span class="small">${this.words(item)}</span></li>`;
  }

  /** What a suggestion means to people. */
  private words({ kind, name }: Completion): string {
    if (kind === "function") return t(`fn.${name}` as Word);
    if (kind === "list") return t("rule.list");
    if (kind === "choice") return this.choice(name) ?? "";
    const field = this.fields.find(({ path }) => path === name);
    return field?.title ?? (facts.has(name) ? t(`fact.${name}` as Word) : "");
  }

  private choice(id: string): string | undefined {
    return this.fields.flatMap(({ schema }) => choicesOf(schema, this.codes) ?? []).find((one) => one.id === id)?.title;
  }

  private readonly typed = (): void => {
    this.tell("tf-expression", this.box.value);
    const { value, selectionStart } = this.box;
    // Offered when a word is begun, after a dot and in a text; an empty place is asked about with Ctrl + Space.
    if (/[\w.'"]$/.test(value.slice(0, selectionStart))) this.offer();
    else this.close();
  };

  private offer(): void {
    const { value, selectionStart } = this.box;
    const choices = (path: string) => {
      const field = this.fields.find((one) => one.path === path);
      return field && choicesOf(field.schema, this.codes)?.map(({ id }) => id);
    };
    const offered = completionsAt(value, selectionStart, this.where.scope, choices);
    // A word that is written whole is not offered again.
    const whole = offered.items.length === 1 && offered.items[0]!.insert === value.slice(offered.from, selectionStart);
    this.offered = whole ? undefined : offered;
    this.chosen = -1;
  }

  private close(): void {
    this.offered = undefined;
    this.chosen = -1;
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.key === " " && event.ctrlKey) {
      event.preventDefault();
      this.offer();
      return;
    }
    const items = this.offered?.items.slice(0, most) ?? [];
    if (!items.length) return;
    const way = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (way) {
      event.preventDefault();
      this.chosen = (Math.max(this.chosen, way > 0 ? -1 : 0) + way + items.length) % items.length;
    } else if ((event.key === "Enter" || event.key === "Tab") && this.chosen >= 0) {
      event.preventDefault();
      this.take(items[this.chosen]!);
    } else if (event.key === "Escape") {
      // The list alone is closed; the bench hears the next one.
      event.stopPropagation();
      this.close();
    }
  };

  private take({ insert }: Completion): void {
    const { box } = this;
    const { value, selectionStart } = box;
    const from = this.offered!.from;
    box.value = value.slice(0, from) + insert + value.slice(selectionStart);
    box.setSelectionRange(from + insert.length, from + insert.length);
    this.close();
    this.tell("tf-expression", box.value);
    box.focus();
  }
}

customElements.define("tf-expression", ExpressionBox);
