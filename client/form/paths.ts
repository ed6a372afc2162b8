// Paths of answers: the engine's problems point by row number (`/items/0/qty`), fields on the screen are known by row id (`items/01J…/qty`).

import type { CompiledForm } from "../../engine/compile/compiled.js";
import { parts } from "../../engine/path/path.js";

/** The path on the screen of a pointer into answers. */
export function screenPath(pointer: string, answers: unknown): string {
  let at = answers;
  return parts(pointer)
    .map((part) => {
      const inside = (at as Record<string, unknown> | undefined)?.[part];
      const row = Array.isArray(at) && typeof inside === "object" ? (inside as { $row?: string } | null)?.$row : undefined;
      at = inside;
      return row ?? part;
    })
    .join("/");
}

/** The longest beginning of a path that is a field of the form: a problem inside a name belongs to the name. */
export function fieldPath(path: string, form: CompiledForm): string {
  const known: string[] = [];
  let parent = -1;
  for (const part of path.split("/")) {
    const inside = parent >= 0 && form.fields[parent]?.type === "table";
    const at = form.fields.findIndex((field) => field.parent === parent && field.name === part);
    if (at >= 0) parent = at;
    else if (!inside) break;
    known.push(part);
  }
  return known.join("/");
}

/** The page on which a field stands. */
export function pageOf(path: string, form: CompiledForm): number {
  const top = form.fields.findIndex((field) => field.parent === -1 && field.name === path.split("/")[0]);
  return Math.max(
    0,
    form.pages.findIndex(({ sections }) => sections.some(({ fields }) => fields.includes(top))),
  );
}

/** The index of the field at a path; -1 for the form itself. */
export function indexOf(path: string, form: CompiledForm): number {
  let parent = -1;
  for (const part of path.split("/")) {
    const at = form.fields.findIndex((field) => field.parent === parent && field.name === part);
    if (at >= 0) parent = at;
  }
  return parent;
}
