// What a form and its facts are called by people: the names and values that its rules speak of.
import type { CompiledField, CompiledForm } from "../../../engine/compile/compiled.js";
import type { Facts } from "../../../engine/expression/facts.js";
import { rowOf } from "../../../engine/expression/functions/codes.js";
import { formatDate, isDay } from "../../../engine/thai/date.js";
import { formatNumber } from "../../../engine/thai/money.js";
import { dutyWords } from "../../ui/duties.js";
import { language } from "../../ui/language.js";
import { say, t, type Word } from "../../ui/words.js";
import { shown } from "../shown.js";
import type { Reader } from "./rule-words.js";

/** The field that names lead to from the form down; a column too. The last one known, where they go on into its value. */
export function fieldOf(path: readonly string[], { fields }: CompiledForm): CompiledField | undefined {
  let parent = -1;
  let found: CompiledField | undefined;
  for (const name of path) {
    const at = fields.findIndex((field) => field.parent === parent && field.name === name);
    if (at < 0) break;
    found = fields[at];
    parent = at;
  }
  return found;
}

/** `around`: the field whose rule is read. Names are looked for beside it first, then further out. */
export function readerOf(form: CompiledForm, facts: Facts, around: readonly string[] = []): Reader {
  const outer = around.slice(0, -1).filter((name) => form.fields.some((field) => field.name === name));
  const field = (path: readonly string[]): CompiledField | undefined => {
    for (let end = outer.length; end >= 0; end--) {
      const beside = fieldOf([...outer.slice(0, end), path[0]!], form);
      if (beside?.name === path[0]) return fieldOf([...outer.slice(0, end), ...path], form);
    }
    return path[0] === "lookups" ? past(path, form) : undefined;
  };
  return {
    title: (path) => {
      const known = field(path);
      if (known && path[0] === "lookups") return t("why.fact.past", { title: say(known.title) });
      if (!known) return factTitle(path, form);
      // What stands in a group is told with its name: several people have a telephone.
      const around = path.length > 1 ? field(path.slice(0, 1)) : undefined;
      return around?.type === "group" && around !== known ? `${say(around.title)} › ${say(known.title)}` : say(known.title);
    },
    value: (value, path) => valueWords(value, path && field(path), path, form, facts),
    kind: (path) => kindOf(field(path), path),
    code: (list, id) => {
      const row = Object.hasOwn(facts.codes, list) ? rowOf(facts.codes[list]!, id, facts.today) : undefined;
      return row && say(row.title);
    },
  };
}

/** What a lookup of this same form reads, has the question of this form. */
function past([, name = "", ...rest]: readonly string[], form: CompiledForm): CompiledField | undefined {
  const lookup = Object.hasOwn(form.lookups, name) ? form.lookups[name] : undefined;
  if (lookup?.form !== form.id) return undefined;
  return fieldOf(rest.length ? rest : lookup.field ? [lookup.field] : [], form);
}

const factWords: Record<string, Word> = {
  today: "why.today",
  actor: "why.fact.actor",
  comment: "why.fact.comment",
  record: "why.record",
  "record.date": "why.fact.date",
  "record.state": "why.fact.state",
  "record.number": "why.fact.number",
  "record.since": "why.fact.since",
  author: "why.fact.person",
  "author.person": "why.fact.person",
  "author.account": "why.fact.person",
  "author.name": "why.fact.authorName",
  "author.position": "why.fact.position",
  "author.duties": "why.fact.duties",
  "author.personType": "why.fact.personType",
  "author.phone": "why.fact.phone",
  "author.organization": "why.fact.organization",
  organization: "why.organization",
  "organization.name": "why.fact.place",
  "organization.kind": "why.fact.kind",
  "organization.ancestors": "why.fact.above",
  "organization.ancestors.kind": "why.fact.kind",
  "organization.ancestors.name": "why.fact.place",
  lookups: "why.lookups",
};

function factTitle(path: readonly string[], form: CompiledForm): string {
  const own = Object.hasOwn(form.lookups, path[1] ?? "") ? form.lookups[path[1]!] : undefined;
  if (path[0] === "lookups" && own?.form === form.id) return t("why.fact.past", { title: say(form.title) });
  const word = [path, path.slice(0, 2), path.slice(0, 1)].map((names) => factWords[names.join(".")]).find((one) => one);
  return word ? t(word) : (path.at(-1) ?? "");
}

/** A value as people write it. */
function valueWords(value: unknown, field: CompiledField | undefined, path: readonly string[] | undefined, form: CompiledForm, facts: Facts): string {
  if (value === null || value === undefined || value === "") return t("say.nothing");
  if (typeof value === "boolean") return t(value ? "field.yes" : "field.no");
  const name = path?.join(".") ?? "";
  if (name === "record.state") return say(form.workflow.definition.states.find(({ id }) => id === value)?.title) || String(value);
  if (name === "author.duties" || name === "actor.duties") return (Array.isArray(value) ? value : [value]).map((duty) => dutyWords(String(duty))).join(", ");
  if (name === "author.personType") {
    const row = facts.codes["person-types"]?.find(({ id }) => id === value);
    if (row) return say(row.title);
  }
  if (path?.at(-1) === "kind" && path[0] === "organization") return t(`kind.${String(value)}` as Word) || String(value);
  const words = field ? shown(value, field, facts) : "";
  if (words) return words;
  if (typeof value === "number") return formatNumber(value);
  if (isDay(value)) return formatDate(value, "long", language());
  if (Array.isArray(value)) return t("why.items", { n: value.length });
  if (typeof value === "string") return Object.hasOwn(facts.labels, value) ? facts.labels[value]! : value;
  return t("why.items", { n: Object.keys(value as object).length });
}

const numbers = new Set(["integer", "number", "money", "percent", "academic-year", "fiscal-year"]);
const days = new Set(["today", "record.date", "record.since"]);

function kindOf(field: CompiledField | undefined, path: readonly string[]): ReturnType<Reader["kind"]> {
  if (!field) return days.has(path.join(".")) ? "day" : "other";
  if (field.type === "date" || field.type === "time") return "day";
  return numbers.has(field.type) || (field.type === "computed" && (field.options.json === "number" || field.options.json === "integer")) ? "number" : "other";
}
