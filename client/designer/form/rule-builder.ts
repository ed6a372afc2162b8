// A rule as a Thai sentence with slots ("ประเภทการลา เป็น ลาป่วย"), and the expression itself one press away. What cannot be said so stays an expression.
import { html, nothing, type TemplateResult } from "lit";
import type { CodesDefinition, FieldType, FormDefinition, Text } from "../../../schemas/types.js";
import { icon } from "../../ui/icon.js";
import { plus } from "../../ui/icons/plus.js";
import { x } from "../../ui/icons/x.js";
import { t, type Word } from "../../ui/words.js";
import type { Option } from "../controls.js";
import { shownDay, typedDay } from "../day-cell.js";
import { expressionOf, isTree, type Part, parse, rulePlace, ruleProblems, type Sentence, sentenceOf, type Test } from "../engine.js";
import "./expression-box.js";
import { choicesOf, type Readable, readable } from "./reads.js";

export interface Rule {
  form: FormDefinition;
  /** The field whose rule it is; none for a section. */
  id: string | undefined;
  /** A formula is no condition: it is only written as an expression. */
  use: "show" | "require" | "check" | "value" | "default" | "rows" | "guard";
  /** Tells rules apart on the page. */
  key: string;
  source: string;
  codes: ReadonlyMap<string, { id: string; title: Text }[]>;
  /** The LAO's code lists, for functions that read one. */
  lists: Option[];
  /** Forms that this one looks into. */
  forms: Readonly<Record<string, FormDefinition>>;
  change: (source: string) => void;
}

/** Parts that have no value yet, and rules opened as expressions: what is not written down until it says something. */
export class RuleDesk {
  private readonly open = new Set<string>();
  private readonly started = new Set<string>();
  private readonly unfinished = new Map<string, { source: string; sentence: Sentence }>();

  constructor(private readonly draw: () => void) {}

  isOpen(key: string): boolean {
    return this.open.has(key);
  }

  turn(key: string): void {
    if (!this.open.delete(key)) this.open.add(key);
    this.draw();
  }

  /** A rule that was switched on and says nothing yet. */
  begun(key: string): boolean {
    return this.started.has(key);
  }

  begin(key: string, on: boolean): void {
    if (on) this.started.add(key);
    else this.started.delete(key);
    this.unfinished.delete(key);
    this.draw();
  }

  /** The sentence of a rule as it stands on the desk; undefined when it is none. */
  sentence({ key, source }: Rule): Sentence | undefined {
    const kept = this.unfinished.get(key);
    if (kept?.source === source) return kept.sentence;
    if (source === "") return { join: "and", parts: [{ path: "", test: "is" }] };
    const tree = parse(source);
    return isTree(tree) ? sentenceOf(tree) : undefined;
  }

  /** Keeps the sentence as it was left; what is finished of it becomes the rule. */
  write(rule: Rule, sentence: Sentence): void {
    const source = expressionOf({ ...sentence, parts: sentence.parts.filter(({ path }) => path) });
    this.unfinished.set(rule.key, { source, sentence });
    if (source !== rule.source) rule.change(source);
    this.draw();
  }
}

/** Nothing to make a sentence of: a value, or a form without questions. */
const isFormula = ({ use, form }: Rule): boolean => use === "value" || use === "default" || use === "rows" || !Object.keys(form.schema.properties).length;

export function ruleBuilder(desk: RuleDesk, rule: Rule): TemplateResult {
  const sentence = isFormula(rule) ? undefined : desk.sentence(rule);
  const asSource = desk.isOpen(rule.key) || !sentence;
  return html`<div class="rule">
    ${sentence && !asSource ? sentenceView(desk, rule, sentence) : nothing}
    ${asSource ? sourceView(rule, !sentence && !isFormula(rule)) : nothing}
    ${sentence ? html`<button type="button" class="btn text small" aria-expanded=${asSource ? "true" : "false"} @click=${() => desk.turn(rule.key)}>${t(asSource ? "rule.sentence" : "rule.expression")}</button>` : nothing}
  </div>`;
}

function sentenceView(desk: RuleDesk, rule: Rule, sentence: Sentence): TemplateResult {
  const all = readable(rule.form, rule.id, rule.use === "check");
  const put = (parts: Part[], join = sentence.join) => desk.write(rule, { join, parts });
  return html`${sentence.parts.map((part, at) => {
    const found = all.find(({ path }) => path === part.path);
    const change = (next: Part) => put(sentence.parts.with(at, next));
    return html`<p class="say">${at ? html`<select class="slot word" aria-label=${t("rule.test")} .value=${sentence.join} @change=${(event: Event) => put(sentence.parts, typedIn(event) as Sentence["join"])}>${(["and", "or"] as const).map((join) => html`<option value=${join} ?selected=${join === sentence.join}>${t(`rule.${join}`)}</option>`)}</select>` : nothing}
      ${fieldSlot(all, part, (next) => change(next))}
      ${found ? html`${testSlot(found, part, change)}${valueSlot(rule, all, found, part, change)}` : nothing}
      ${sentence.parts.length > 1 || part.path ? html`<button type="button" class="slot-x" aria-label=${t("rule.remove", { words: found?.title ?? part.path })} @click=${() => put(sentence.parts.toSpliced(at, 1))}>${icon(x)}</button>` : nothing}</p>`;
  })}
  <p class="more"><button type="button" class="btn text" @click=${() => put([...sentence.parts, { path: "", test: "is" }])}>${icon(plus)}${t(sentence.join === "and" ? "rule.addAnd" : "rule.addOr")}</button></p>`;
}

const typedIn = (event: Event): string => (event.target as HTMLInputElement).value;

function fieldSlot(all: Readable[], part: Part, change: (part: Part) => void): TemplateResult {
  const known = all.some(({ path }) => path === part.path);
  const choose = (event: Event) => {
    const path = typedIn(event);
    const found = all.find((one) => one.path === path);
    if (found) change({ path, test: testsFor(found.type)[0]!.test });
  };
  return html`<select class="slot" aria-label=${t("rule.field")} .value=${part.path} @change=${choose}><option value="" ?selected=${!part.path}>${t("rule.choose")}</option>${known || !part.path ? nothing : html`<option value=${part.path} selected>${part.path}</option>`}${all.map(
    ({ path, title }) => html`<option value=${path} ?selected=${path === part.path}>${title}</option>`,
  )}</select>`;
}

interface NamedTest {
  test: Test;
  words: Word;
}
const named = (tests: [Test, Word][]): NamedTest[] => tests.map(([test, words]) => ({ test, words }));
const presence: [Test, Word][] = [
  ["answered", "test.answered"],
  ["empty", "test.empty"],
];
const byKind: Partial<Record<FieldType, NamedTest[]>> = {
  "yes-no": named([["yes", "test.yes"], ["no", "test.no"], ...presence]),
  "multi-select": named(presence),
  select: named([["is", "test.is"], ["is-not", "test.is-not"], ["one-of", "test.one-of"], ["none-of", "test.none-of"], ...presence]),
};
const numeric = new Set<FieldType>(["integer", "number", "money", "percent", "academic-year", "fiscal-year"]);
const numbers = named([
  ["is", "test.equal"],
  ["is-not", "test.unequal"],
  ["least", "test.least"],
  ["more", "test.more"],
  ["most", "test.most"],
  ["less", "test.less"],
  ...presence,
]);
const days = named([["is", "test.equal"], ["more", "test.after"], ["least", "test.from"], ["less", "test.before"], ["most", "test.until"], ...presence]);
const texts = named([["is", "test.is"], ["is-not", "test.is-not"], ...presence]);

const testsFor = (type: FieldType): NamedTest[] =>
  byKind[type] ??
  (numeric.has(type) || type === "computed"
    ? numbers
    : type === "date" || type === "time"
      ? days
      : type === "text" || type === "long-text" || type === "term"
        ? texts
        : named(presence));

const needsNothing = new Set<Test>(["empty", "answered", "yes", "no"]);

function testSlot({ type }: Readable, part: Part, change: (part: Part) => void): TemplateResult {
  const choose = (event: Event) => {
    const test = typedIn(event) as Test;
    const many = test === "one-of" || test === "none-of";
    const one = typeof part.value === "string" || typeof part.value === "number" ? [part.value] : [];
    change(
      needsNothing.has(test)
        ? { path: part.path, test }
        : many
          ? { path: part.path, test, values: part.values ?? one }
          : { path: part.path, test, ...(part.value !== undefined ? { value: part.value } : part.values?.[0] !== undefined ? { value: part.values[0] } : {}) },
    );
  };
  return html`<select class="slot" aria-label=${t("rule.test")} .value=${part.test} @change=${choose}>${testsFor(type).map(
    ({ test, words }) => html`<option value=${test} ?selected=${test === part.test}>${t(words)}</option>`,
  )}</select>`;
}

function valueSlot(rule: Rule, all: Readable[], { schema, type, path }: Readable, part: Part, change: (part: Part) => void): unknown {
  if (needsNothing.has(part.test)) return nothing;
  const choices = choicesOf(schema, rule.codes);
  // Compared with what is no question of this form: said as it is written.
  if (typeof part.value === "object" && !all.some((one) => one.path === (part.value as { path: string }).path))
    return html`<code class="slot">${part.value.path}</code>`;
  if (part.test === "one-of" || part.test === "none-of") {
    const values = part.values ?? [];
    return html`<span class="slot-list" role="group" aria-label=${t("rule.value")}>${(choices ?? []).map(
      ({ id, title }) =>
        html`<label class="chip ${values.includes(id) ? "on" : ""}"><input type="checkbox" class="hide" .checked=${values.includes(id)} @change=${() => change({ ...part, values: values.includes(id) ? values.filter((one) => one !== id) : [...values, id] })}>${title}</label>`,
    )}</span>`;
  }
  if (choices && typeof part.value !== "object") {
    const chosen = typeof part.value === "string" ? part.value : "";
    return html`<select class="slot" aria-label=${t("rule.value")} .value=${chosen} @change=${(event: Event) => change({ ...part, value: typedIn(event) })}><option value="" ?selected=${!chosen}>${t("rule.choose")}</option>${choices.map(
      ({ id, title }) => html`<option value=${id} ?selected=${id === chosen}>${title}</option>`,
    )}</select>`;
  }
  const other = typeof part.value === "object" ? part.value.path : undefined;
  const alike = all.filter((one) => one.path !== path && testsFor(one.type) === testsFor(type));
  const number = numeric.has(type) || type === "computed";
  const typed = (event: Event) => {
    const text = type === "date" ? typedDay(typedIn(event)) : typedIn(event);
    change({ ...part, ...(text === "" ? { value: undefined as never } : { value: number ? Number(text) : text }) });
  };
  const box =
    other === undefined
      ? html`<input class="slot" aria-label=${t("rule.value")} type=${number ? "number" : "text"} step="any" .value=${part.value === undefined ? "" : type === "date" ? shownDay(String(part.value)) : String(part.value)} @change=${typed}>`
      : nothing;
  if (!alike.length) return box;
  return html`${box}<select class="slot" aria-label=${t("rule.value")} .value=${other ?? ""} @change=${(event: Event) => {
    const { value: _, ...rest } = part;
    change(typedIn(event) ? { ...rest, value: { path: typedIn(event) } } : rest);
  }}><option value="" ?selected=${other === undefined}>${t("rule.value")}</option>${alike.map(({ path, title }) => html`<option value=${path} ?selected=${path === other}>${title}</option>`)}</select>`;
}

/** The expression itself, checked while it is typed. */
function sourceView(rule: Rule, complex: boolean): TemplateResult {
  const { key, source, change, form, id, use } = rule;
  const place = rulePlace(form, id, use, { codes: Object.fromEntries(rule.lists.map((list) => [list.id, {} as CodesDefinition])), forms: rule.forms });
  const fields = readable(form, id, use === "check");
  return html`${complex && source !== "" && !ruleProblems(source, place).length ? html`<p class="small">${t("rule.complex")}</p>` : nothing}
    <tf-expression .key=${key} .source=${source} .where=${place} .fields=${fields} .codes=${rule.codes} @tf-expression=${(event: CustomEvent<string>) => change(event.detail)}></tf-expression>
    <p class="fine">${t("rule.sees")}: ${fields.map(
      ({ path, title }) =>
        html`<button type="button" class="name" title=${title} @click=${() => change(source ? `${source} ${path}` : path)}>${path}</button> `,
    )}</p>`;
}
