// The heads of a sheet: neighbours under the same words stand under one heading.
import type { ReportViewColumn } from "../../schemas/types.js";

/** Neighbours with the same heading, and those without one. */
export function headingsOf(columns: readonly ReportViewColumn[]): { heading: string; from: number; span: number }[] {
  const found: { heading: string; from: number; span: number }[] = [];
  for (const [at, { heading = "" }] of columns.entries()) {
    const last = found.at(-1);
    if (last && last.heading === heading) last.span++;
    else found.push({ heading, from: at, span: 1 });
  }
  return found;
}
