// `<tf-reason>`: why something came out as it did. The rule in a sentence, each value it read with where it comes from, and one press deeper for what was worked out itself.
import { html, nothing } from "lit";
import type { Source } from "../../../engine/expression/sources.js";
import { takenOver } from "../../../engine/expression/taken-over.js";
import { settled, type Trace } from "../../../engine/expression/trace.js";
import { type Tree, unknown, type Value } from "../../../engine/expression/tree.js";
import type { FormState } from "../../../engine/form-state/form-state.js";
import { type Asked, type Reason, reasons } from "../../../engine/form-state/reasons.js";
import { formatDate, formatInstant } from "../../../engine/thai/date.js";
import type { CodeRow } from "../../../schemas/types.js";
import { type Properties, TfElement } from "../../ui/element.js";
import { icon } from "../../ui/icon.js";
import { caretDown } from "../../ui/icons/caret-down.js";
import { caretRight } from "../../ui/icons/caret-right.js";
import { language } from "../../ui/language.js";
import { say, t, type Word } from "../../ui/words.js";
import { readerOf } from "./reader.js";
import { formulaWords, type Reader, ruleWords } from "./rule-words.js";
import { sumRows } from "./sum-rows.js";
import { holdsUnseen, namesOf, unseen } from "./unseen.js";
import "./why.css";

/** A rule with its reasons; `guard` is that of an action. */
export type Told = Omit<Reason, "asked"> & { asked: Asked | "guard" };

const heads: Record<Told["asked"], Word> = {
  value: "why.rule.value",
  require: "why.rule.require",
  show: "why.rule.show",
  check: "why.rule.check",
  guard: "why.rule.guard",
};

export class ReasonElement extends TfElement {
  static override properties: Properties = { state: {}, reasons: {}, masked: {}, stored: {} };
  declare state: FormState;
  declare reasons: readonly Told[];
  /** Fields that this reader does not see (unseen.ts). */
  declare masked: readonly string[] | undefined;
  /** Of a record: its answers as they are kept, which stand above what a formula comes to now. */
  declare stored: Record<string, unknown> | undefined;
  private readonly open = new Set<string>();

  override render(): unknown {
    return html`${this.reasons.map((reason) => this.reason(reason, ""))}`;
  }

  private reason(reason: Told, key: string): unknown {
    const { form, facts } = this.state;
    const words = this.rule(reason, readerOf(form, facts, reason.path));
    // From the rest of it, what is not seen could be told.
    const hides = reason.trace.sources.some((source) => {
      const names = this.namesRead(source, reason.path);
      return names.length > 0 && (unseen(names, this.masked) || holdsUnseen(names, this.masked));
    });
    return html`<div class="reason"><p>${this.head(reason)} <b>${words}</b></p>${
      reason.asked === "value" ? (hides ? nothing : this.sum(reason)) : html`<p class="small">${hides ? nothing : verdict(reason.trace.value)}</p>`
    }${this.sources(reason, key)}</div>`;
  }

  private rule({ asked, rule, trace }: Told, reader: Reader): string {
    return (asked === "value" ? formula(rule, trace, reader) : ruleWords(rule, reader)) ?? t("say.form");
  }

  private head({ asked, path, section, rule }: Told): string {
    if (asked === "value" && takenOver(rule)) return t("why.rule.taken");
    if (asked !== "show") return t(heads[asked]);
    if (section) return t("why.rule.section");
    const { field } = this.state.node(path);
    return field.type === "group" || field.type === "table" ? t("why.rule.around", { title: say(field.title) }) : t("why.rule.show");
  }

  /** A figure as a sum in rows; the last one is what it comes to. */
  private sum({ path, trace }: Told): unknown {
    if (typeof trace.value !== "number") return nothing;
    const reader = readerOf(this.state.form, this.state.facts, path);
    const rows = sumRows(trace, reader);
    if (!rows.length) return nothing;
    const { field, value } = this.state.node(path);
    return html`<ul class="calc-why">${rows.map(({ words, value }) => html`<li><span>${words}</span><span class="n">${value}</span></li>`)}
      <li><span>${say(field.title)}</span><span class="n">${reader.value(this.storedAt(path) ?? value, path)}</span></li></ul>`;
  }

  private sources({ path, trace }: Told, key: string): unknown {
    if (!trace.sources.length) return nothing;
    return html`<p class="read">${t("why.read")}</p><ul class="sources">${trace.sources.map((source) => this.source(source, path, key))}</ul>`;
  }

  private source(source: Source, from: readonly string[], above: string): unknown {
    const at = source.from === "name" ? this.placeOf(source.path, from) : undefined;
    const deeper = at && this.deeper(at);
    const key = `${above}>${source.from}.${source.path.join(".")}`;
    const open = this.open.has(key);
    const title = this.titleOf(source, from);
    return html`<li><div class="why-row"><span>${title}</span><span class="n">${this.words(source, from)}</span></div>
      <div class="why-row"><span class="fine">${this.origin(source, at)}</span>${
        deeper?.length
          ? html`<button type="button" class="why" aria-expanded=${open} @click=${() => this.turn(key)}>${icon(open ? caretDown : caretRight)}${t("field.why")}<span class="hide"> ${title}</span></button>`
          : nothing
      }</div>${open && deeper ? html`<div>${deeper.map((reason) => this.reason(reason, key))}</div>` : nothing}</li>`;
  }

  private turn(key: string): void {
    if (!this.open.delete(key)) this.open.add(key);
    this.requestUpdate();
  }

  /** The field that a name means where a rule stands: beside it, or further out. */
  private placeOf(names: readonly string[], from: readonly string[]): readonly string[] | undefined {
    const { state } = this;
    for (let end = Math.max(0, from.length - 1); end >= 0; end--) {
      const base = from.slice(0, end);
      if (!state.has([...base, names[0]!])) continue;
      let length = names.length;
      while (!state.has([...base, ...names.slice(0, length)])) length--;
      return [...base, ...names.slice(0, length)];
    }
    return undefined;
  }

  /** Why what was read is so itself: it is worked out, or hidden. */
  private deeper(at: readonly string[]): Told[] {
    if (unseen(namesOf(this.state, at), this.masked)) return [];
    return reasons(this.state, at, this.state.node(at).shown ? "value" : "show");
  }

  /** The names of what was read, from the form down. */
  private namesRead({ from, path }: Source, around: readonly string[]): readonly string[] {
    const at = from === "name" ? this.placeOf(path, around) : undefined;
    if (!at) return [];
    const names = namesOf(this.state, at);
    // Into the rows of a table the names go on.
    return [...names, ...path.slice(path.lastIndexOf(names.at(-1)!) + 1)];
  }

  private hides(source: Source, around: readonly string[]): boolean {
    return unseen(this.namesRead(source, around), this.masked);
  }

  private titleOf({ from, path, row }: Source, around: readonly string[]): string {
    if (from === "calendar") return t("why.calendar");
    if (from === "codes") return row ? say(row.title) : this.listTitle(path[0]!);
    return readerOf(this.state.form, this.state.facts, around).title(path);
  }

  /** A list is called as the question that is answered from it. */
  private listTitle(list: string): string {
    const field = this.state.form.fields.find(({ options }) => options.codes === list);
    return t("why.codes", { title: field ? say(field.title) : list });
  }

  private words(source: Source, around: readonly string[]): string {
    if (this.hides(source, around)) return t("why.masked");
    const { form, facts } = this.state;
    const kept = source.from === "name" && source.path.length === 1 ? this.storedAt(source.path) : undefined;
    const value = kept ?? source.value;
    if (value === unknown) return t("field.unknown");
    if (source.from === "calendar" || (source.from === "codes" && value === null)) return "";
    return readerOf(form, facts, around).value(value, source.from === "codes" ? undefined : source.path);
  }

  private storedAt([name, ...rest]: readonly string[]): unknown {
    return rest.length === 0 && name !== undefined && this.stored && Object.hasOwn(this.stored, name) ? this.stored[name] : undefined;
  }

  private origin({ from, path, row, at: instant, records }: Source, at: readonly string[] | undefined): string {
    if (from === "name") {
      if (!at) return t(path[0] === "actor" ? "why.from.actor" : "why.from.comment");
      const { shown, computed } = this.state.node(at);
      return t(!shown ? "why.from.hidden" : computed ? "why.from.computed" : "why.from.answer");
    }
    if (from === "codes") return [codesWords(row), path.length > 2 ? t("why.from.attribute", { name: path.at(-1)! }) : ""].filter(Boolean).join(" ");
    if (from === "lookup" && instant) {
      const when = formatInstant(instant, language());
      return records === undefined ? t("why.from.lookupAt", { when }) : t("why.from.records", { n: records, when });
    }
    return t(`why.from.${from}`);
  }
}

/** A formula that is too long to read is told as what it came down to, and of a choice why. */
function formula(rule: Tree, trace: Trace, reader: Reader): string | undefined {
  const whole = formulaWords(rule, reader);
  if (whole !== undefined) return whole;
  const what = formulaWords(settled(trace), reader);
  const [chosen] = trace.parts;
  const test = rule[0] === "if" && chosen ? ruleWords(chosen.value === true ? rule[1] : ["not", rule[1]], reader) : undefined;
  return what !== undefined && test !== undefined ? t("say.because", { what, test }) : what;
}

/** A row of a list, and from when it holds. */
function codesWords(row: CodeRow | undefined): string {
  if (!row?.from) return t("why.from.codes");
  const [from, to] = [row.from, row.to].map((day) => day && formatDate(day, "long", language()));
  return to ? t("why.from.codesUntil", { from: from!, to }) : t("why.from.codesSince", { when: from! });
}

const verdict = (value: Value): string => t(value === true ? "why.holds" : value === unknown ? "why.open" : "why.fails");

customElements.define("tf-reason", ReasonElement);
