// The rows of a sum, from the engine's trace: each with its words and its value as people read them.
import { explain, type Trace, type TraceRow } from "../../../engine/expression/trace.js";
import { unknown } from "../../../engine/expression/tree.js";
import { say, t } from "../../ui/words.js";
import { bringTrace } from "../late/trace.js";
import type { Reader } from "./rule-words.js";

bringTrace(explain);

export interface SumRow {
  words: string;
  value: string;
}

/** The rows of why a value is so; none where it is no sum of figures. */
export function sumRows(trace: Trace, reader: Reader): SumRow[] {
  const rows = sums(trace);
  return rows.every(({ value }) => typeof value === "number") ? rows.map((row) => said(row, reader)) : [];
}

/** A product goes on with the sum of its first part; a factor of one says nothing. */
function sums(trace: Trace): (TraceRow & { times?: string })[] {
  const { node, parts, rows } = trace;
  if (node[0] !== "op" || (node[1] !== "*" && node[1] !== "/") || !parts[0] || !parts[1]) return rows;
  const by = parts[1];
  return by.value === 1 ? sums(parts[0]) : [...sums(parts[0]), ...sums(by).map((row) => ({ ...row, times: node[1] === "*" ? "×" : "÷" }))];
}

function said({ title, path, value, times, unit }: TraceRow & { times?: string }, reader: Reader): SumRow {
  const words = value === unknown ? t("field.unknown") : reader.value(value, path);
  return { words: title ? say(title) : reader.title(path ?? []), value: [times, words, unit && say(unit)].filter(Boolean).join(" ") };
}
