// What a form needs of the engine and most forms do not: its rarer kinds of fields, and the matcher of patterns.
import type { CompiledForm } from "../../engine/compile/compiled.js";
import { kinds } from "../../engine/fields/index.js";
import { loadPatterns } from "./late/pattern.js";

/** Loads it; whoever opens a form or shows its answers waits for this. */
export async function readyFor({ fields }: Pick<CompiledForm, "fields">): Promise<void> {
  if (fields.some(({ type }) => !kinds[type])) await import("./rarer.js");
  if (fields.some(({ options }) => options.pattern)) await loadPatterns();
}
