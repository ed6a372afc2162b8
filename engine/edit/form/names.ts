// The lists of a form that name its top fields: layout, lists, keys, reference, what is sensitive. Whoever takes a field away takes it out of them.
import type { FormDefinition } from "../../../schemas/types.js";

/** The form whose lists no longer name these top fields. Rules that read them stay as they are written: the checks tell them. */
export function withoutNames(form: FormDefinition, gone: ReadonlySet<string>): FormDefinition {
  const stays = (name: string) => !gone.has(name);
  // What a list is usually sorted by names a field, too, with a `-` before it for downwards.
  const list =
    form.list &&
    Object.fromEntries(
      Object.entries(form.list)
        .filter(([use, value]) => use !== "usual" || stays(String(value).replace(/^-/, "")))
        .map(([use, value]) => [use, Array.isArray(value) ? value.filter(stays) : value]),
    );
  const keys = form.keys?.filter(({ fields }) => fields.every(stays));
  const next: FormDefinition = { ...form };
  if (form.layout) next.layout = form.layout.map((page) => ({ ...page, sections: page.sections.map((one) => ({ ...one, fields: one.fields.filter(stays) })) }));
  if (list) next.list = list;
  if (keys && keys.length !== form.keys!.length) next.keys = keys;
  if (form.reference?.fields) next.reference = { ...form.reference, fields: form.reference.fields.filter(stays) };
  if (form.sensitive) next.sensitive = form.sensitive.filter(stays);
  if (form.summary) next.summary = form.summary.filter(stays);
  if (form.access?.place !== undefined && gone.has(form.access.place)) {
    const { place: _, ...access } = form.access;
    next.access = access;
  }
  return next;
}

/** A name that is not taken, made of a wish: `text`, `text_2`, `text_3`. */
export function freeName(wish: string, taken: ReadonlySet<string> | readonly string[]): string {
  const there = new Set(taken);
  const stem = (/^[A-Za-z][A-Za-z0-9_]*/.exec(wish.replace(/-/g, "_"))?.[0] ?? "field").slice(0, 55);
  if (!there.has(stem)) return stem;
  const bare = stem.replace(/_\d+$/, "");
  for (let n = 2; ; n++) if (!there.has(`${bare}_${n}`)) return `${bare}_${n}`;
}
