// What a form needs of the engine and most forms do not: its rarer kinds of fields, the matcher of patterns, rows that are given.
import type { CompiledForm } from "../../engine/compile/compiled.js";
import { kinds } from "../../engine/fields/index.js";
import { loadGivenRows } from "./late/given-rows.js";
import { loadPatterns } from "./late/pattern.js";

/** Loads it; whoever opens a form or shows its answers waits for this. */
export async function readyFor({ fields }: Pick<CompiledForm, "fields">): Promise<void> {
  if (fields.some(({ type }) => !kinds[type])) await import("./rarer.js");
  if (fields.some(({ options }) => options.pattern)) await loadPatterns();
  if (fields.some(({ rows }) => rows)) await loadGivenRows();
}
