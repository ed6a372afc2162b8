// What a new version of a code list may do to the rows of the one before: append, and close. Stored data speaks of rows, so their meaning stays.
import { formsProblem } from "../../engine/problem/forms.js";
import type { CodeRow, CodesDefinition, Problem } from "../../schemas/types.js";

/** A row is itself by its id, its first day and its first step: a rate table has one id for many. */
const key = (row: CodeRow): string => JSON.stringify([row.id, row.from ?? null, row.min ?? null]);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    inner && typeof inner === "object" && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  ) ?? "";

/** The Thai words are the meaning; English beside them may come later. */
const thai = (row: CodeRow): string => (typeof row.title === "string" ? row.title : row.title.th);

/** Problems of a list whose rows do not follow from the published ones. */
export function codesProblems(published: CodesDefinition, next: CodesDefinition): Problem[] {
  const rows = new Map(next.rows.map((row, at) => [key(row), { row, at }]));
  return published.rows.flatMap((old): Problem[] => {
    const now = rows.get(key(old));
    if (!now) return [formsProblem("codes.row-removed", { row: old.id }, "/rows")];
    const path = `/rows/${now.at}`;
    if (old.to !== undefined && now.row.to !== old.to) return [formsProblem("codes.row-reopened", { row: old.id, to: old.to }, `${path}/to`)];
    const changed = [
      ...(thai(old) === thai(now.row) ? [] : ["title"]),
      ...(["parent", "max", "values"] as const).filter((member) => canonical(old[member]) !== canonical(now.row[member])),
    ];
    return changed.map((what) => formsProblem("codes.row-changed", { row: old.id, what }, `${path}/${what}`));
  });
}
