// Where on the bench a problem of a form belongs: its pointer leads to a field, a section, a page, or the form.
import type { FormDefinition } from "../../../schemas/types.js";
import { layoutOf } from "../engine.js";
import type { Selection } from "./selection.js";

/** What a pointer into the definition is about: the field it leads into, a section, or the form. */
export function placeOf(form: FormDefinition, path: string): Selection | undefined {
  const parts = path
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  let id: string | undefined;
  let at: unknown = form;
  for (const part of parts) {
    at = typeof at === "object" && at !== null ? (at as Record<string, unknown>)[part] : undefined;
    const own = (at as { "x-id"?: unknown } | undefined)?.["x-id"];
    if (typeof own === "string") id = own;
  }
  if (id !== undefined) return { what: "field", id };
  if (parts[0] === "layout") {
    const page = layoutOf(form)[Number(parts[1])];
    const section = page?.sections[Number(parts[3])];
    return section ? { what: "section", id: section.id } : { what: "page", at: Number(parts[1]) };
  }
  return { what: "form" };
}
