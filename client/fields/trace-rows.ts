// The rows of a sum, from the engine's trace: each with its words and its value as people read them.
import "../ui/late-words.js";
import type { CompiledField, CompiledForm } from "../../engine/compile/compiled.js";
import type { Facts } from "../../engine/expression/facts.js";
import { explain, reads, type Trace, type TraceRow } from "../../engine/expression/trace.js";
import { unknown, type Value } from "../../engine/expression/tree.js";
import { formatDate, isDay } from "../../engine/thai/date.js";
import { formatNumber } from "../../engine/thai/money.js";
import { language } from "../ui/language.js";
import { say, t, type Word } from "../ui/words.js";
import { bringTrace } from "./late/trace.js";
import { shown } from "./shown.js";

bringTrace(explain);

export interface SumRow {
  words: string;
  value: string;
}

/** The rows of why a value is so, and the lookups among what it read. */
export function traceRows(trace: Trace, form: CompiledForm, facts: Facts): { rows: SumRow[]; lookups: string[] } {
  const lookups = reads(trace).flatMap(({ path }) => (path[0] === "lookups" && path[1] ? [path[1]] : []));
  return { rows: sums(trace).map((row) => said(row, form, facts)), lookups: [...new Set(lookups)] };
}

/** A product goes on with the sum of its first part; a factor of one says nothing. */
function sums(trace: Trace): (TraceRow & { times?: string })[] {
  const { node, parts, rows } = trace;
  if (node[0] !== "op" || (node[1] !== "*" && node[1] !== "/") || !parts[0] || !parts[1]) return rows;
  const by = parts[1];
  return by.value === 1 ? sums(parts[0]) : [...sums(parts[0]), ...sums(by).map((row) => ({ ...row, times: node[1] === "*" ? "×" : "÷" }))];
}

function said(row: TraceRow & { times?: string }, form: CompiledForm, facts: Facts): SumRow {
  const field = row.path && fieldOf(row.path, form);
  const words = row.title ? say(row.title) : field ? say(field.title) : named(row.path ?? []);
  const value = field ? worded(row.value, field, facts) : plain(row.value);
  return { words, value: [row.times, value, row.unit && say(row.unit)].filter(Boolean).join(" ") };
}

/** The field of the form that names lead to. */
function fieldOf(path: readonly string[], form: CompiledForm): CompiledField | undefined {
  let parent = -1;
  let found: CompiledField | undefined;
  for (const name of path) {
    const at = form.fields.findIndex((field) => field.parent === parent && field.name === name);
    if (at < 0) return found;
    found = form.fields[at];
    parent = at;
  }
  return found;
}

const worded = (value: Value, field: CompiledField, facts: Facts): string => (value === unknown ? t("field.unknown") : shown(value, field, facts) || "–");

function plain(value: Value): string {
  if (value === unknown) return t("field.unknown");
  if (value === null || value === "") return "–";
  if (typeof value === "number") return formatNumber(value);
  if (typeof value === "boolean") return t(value ? "field.yes" : "field.no");
  if (isDay(value)) return formatDate(value, "long", language());
  if (Array.isArray(value)) return t("why.items", { n: value.length });
  return typeof value === "string" ? value : "–";
}

const roots: Record<string, Word> = {
  lookups: "why.lookups",
  author: "why.author",
  organization: "why.organization",
  today: "why.today",
  record: "why.record",
};

const named = ([root = ""]: readonly string[]): string => (Object.hasOwn(roots, root) ? t(roots[root]!) : root);
