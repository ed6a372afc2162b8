// Pages and sections: put in, taken away, moved. A form without a layout of its own is given the one it is shown with, when it is first changed.
import type { FormDefinition, LayoutPage, LayoutSection, Text } from "../../../schemas/types.js";
import { freeName, withoutNames } from "./names.js";

const firstPage: Text = { th: "หน้า 1", en: "Page 1" };

/** The layout as it is shown: what is written, or one page with everything. */
export function layoutOf(form: FormDefinition): LayoutPage[] {
  return form.layout?.length ? form.layout : [{ page: firstPage, sections: [{ id: "main", fields: Object.keys(form.schema.properties) }] }];
}

/** The form with one section changed. */
export function withSection(form: FormDefinition, section: string, change: (section: LayoutSection) => LayoutSection): FormDefinition {
  const layout = layoutOf(form).map((page) =>
    page.sections.some(({ id }) => id === section) ? { ...page, sections: page.sections.map((one) => (one.id === section ? change(one) : one)) } : page,
  );
  return { ...form, layout };
}

export const sectionIds = (form: FormDefinition): string[] => layoutOf(form).flatMap(({ sections }) => sections.map(({ id }) => id));

/** The section in which a top field is shown. */
export const sectionOf = (form: FormDefinition, name: string): LayoutSection | undefined =>
  layoutOf(form)
    .flatMap(({ sections }) => sections)
    .find(({ fields }) => fields.includes(name));

/** Names of the top fields that no section shows: a JSON written by hand or two authors at once may leave some. */
export function unplacedIn(form: FormDefinition): string[] {
  const placed = new Set(layoutOf(form).flatMap(({ sections }) => sections.flatMap(({ fields }) => fields)));
  return Object.keys(form.schema.properties).filter((name) => !placed.has(name));
}

/** An id that no section has yet: `section`, `section-2`. */
export const freeSection = (form: FormDefinition): string =>
  freeName(
    "section",
    sectionIds(form).map((id) => id.replaceAll("-", "_")),
  ).replaceAll("_", "-");

/** The form with a section on this page, so that a field has a place there; a page that has one stays as it is. */
export function withPlace(form: FormDefinition, page: number): FormDefinition {
  const at = layoutOf(form)[page] ? page : 0;
  return layoutOf(form)[at]!.sections.length ? form : addSection(form, at, 0, { id: freeSection(form), fields: [] });
}

/** A section in a page, at a place among its sections. Its id is free: the caller asks `freeSection`. */
export function addSection(form: FormDefinition, page: number, at: number, section: LayoutSection): FormDefinition {
  const layout = layoutOf(form);
  if (!layout[page]) return form;
  return { ...form, layout: layout.with(page, { ...layout[page]!, sections: layout[page]!.sections.toSpliced(at, 0, section) }) };
}

/** Takes a section away, and its fields with it. */
export function removeSection(form: FormDefinition, section: string): FormDefinition {
  const found = layoutOf(form)
    .flatMap(({ sections }) => sections)
    .find(({ id }) => id === section);
  if (!found) return form;
  const emptied = withoutFields({ ...form, layout: layoutOf(form) }, found.fields);
  const layout = emptied.layout!.map((page) => ({ ...page, sections: page.sections.filter(({ id }) => id !== section) }));
  return { ...emptied, layout };
}

/** Moves a section to a place of a page. */
export function moveSection(form: FormDefinition, section: string, page: number, at: number): FormDefinition {
  const layout = layoutOf(form);
  const found = layout.flatMap(({ sections }) => sections).find(({ id }) => id === section);
  if (!found || !layout[page]) return form;
  const without = layout.map((one) => ({ ...one, sections: one.sections.filter(({ id }) => id !== section) }));
  return { ...form, layout: without.with(page, { ...without[page]!, sections: without[page]!.sections.toSpliced(at, 0, found) }) };
}

export function addPage(form: FormDefinition, at: number, page: LayoutPage): FormDefinition {
  return { ...form, layout: layoutOf(form).toSpliced(at, 0, page) };
}

/** Takes a page away with all that is on it. The last page stays. */
export function removePage(form: FormDefinition, page: number): FormDefinition {
  const layout = layoutOf(form);
  if (!layout[page] || layout.length === 1) return form;
  const gone = layout[page]!.sections.flatMap(({ fields }) => fields);
  const emptied = withoutFields({ ...form, layout }, gone);
  return { ...emptied, layout: emptied.layout!.toSpliced(page, 1) };
}

export function movePage(form: FormDefinition, page: number, to: number): FormDefinition {
  const layout = layoutOf(form);
  if (!layout[page] || !layout[to]) return form;
  return { ...form, layout: layout.toSpliced(page, 1).toSpliced(to, 0, layout[page]!) };
}

export function setPage(form: FormDefinition, page: number, words: Text): FormDefinition {
  const layout = layoutOf(form);
  return layout[page] ? { ...form, layout: layout.with(page, { ...layout[page]!, page: words }) } : form;
}

function withoutFields(form: FormDefinition, names: readonly string[]): FormDefinition {
  const gone = new Set(names);
  const properties = Object.fromEntries(Object.entries(form.schema.properties).filter(([name]) => !gone.has(name)));
  const { required, ...schema } = form.schema;
  const left = required?.filter((name) => !gone.has(name));
  return withoutNames({ ...form, schema: { ...schema, ...(left?.length ? { required: left } : {}), properties } }, gone);
}
