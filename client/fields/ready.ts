// What a form needs of the engine and most forms do not: its rarer kinds of fields, the matcher of patterns, rows that are given.
import type { CompiledForm } from "../../engine/compile/compiled.js";
import { kinds } from "../../engine/fields/index.js";
import { loadGivenRows } from "./late/given-rows.js";
import { loadPatterns } from "./late/pattern.js";

/** Loads it, all at once; whoever opens a form or shows its answers waits for this. */
export async function readyFor({ fields }: Pick<CompiledForm, "fields">): Promise<void> {
  // A sheet's element comes meanwhile; nobody waits for it here, and who shows it asks again (registry.ts).
  if (fields.some(({ options }) => options.display === "sheet")) void import("./sheet-field.js").catch(() => undefined);
  await Promise.all([
    fields.some(({ type }) => !kinds[type]) && import("./rarer.js"),
    fields.some(({ options }) => options.pattern) && loadPatterns(),
    fields.some(({ rows }) => rows) && loadGivenRows(),
  ]);
}
