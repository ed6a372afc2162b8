// Places on the canvas: where a field stands, what lies above and below it, and where a pointer over the canvas would put one.
import type { FieldSchema, FormDefinition } from "../../../schemas/types.js";
import { findField, holderOf, layoutOf, type Spot, sectionOf } from "../engine.js";

/** Where a field stands now. */
export function spotOf(form: FormDefinition, id: string): Spot | undefined {
  const field = findField(form, id);
  if (!field) return undefined;
  if (field.parent !== undefined) {
    const names = Object.keys(holderOf(findField(form, field.parent)!.schema).properties);
    return { parent: field.parent, at: names.indexOf(field.name) };
  }
  const section = sectionOf(form, field.name);
  return section && { section: section.id, at: section.fields.indexOf(field.name) };
}

/** One step up or down for a field: among its neighbours, then into the section before or after. Undefined at the end of the form. */
export function nextSpot(form: FormDefinition, id: string, by: 1 | -1): Spot | undefined {
  const spot = spotOf(form, id);
  if (!spot) return undefined;
  const count = "parent" in spot ? Object.keys(holderOf(findField(form, spot.parent)!.schema).properties).length : countIn(form, spot.section);
  if (by < 0 && spot.at > 0) return { ...spot, at: spot.at - 1 };
  if (by > 0 && spot.at < count - 1) return { ...spot, at: spot.at + 2 };
  if ("parent" in spot) return undefined;
  const sections = layoutOf(form).flatMap(({ sections }) => sections);
  const other = sections[sections.findIndex(({ id }) => id === spot.section) + by];
  return other && { section: other.id, at: by > 0 ? 0 : other.fields.length };
}

const countIn = (form: FormDefinition, section: string): number =>
  layoutOf(form)
    .flatMap(({ sections }) => sections)
    .find(({ id }) => id === section)?.fields.length ?? 0;

/** Right behind what is in hand: into a table or group in hand, behind a field, or at the end of the section or page. */
export function behind(form: FormDefinition, page: number, selected: { what: string; id?: string }): Spot {
  const field = selected.what === "field" ? findField(form, selected.id!) : undefined;
  if (field && holds(field.schema)) return { parent: field.id, at: Object.keys(holderOf(field.schema).properties).length };
  const spot = field && spotOf(form, field.id);
  if (spot) return { ...spot, at: spot.at + 1 };
  const sections = (layoutOf(form)[page] ?? layoutOf(form)[0]!).sections;
  const section = sections.find(({ id }) => id === selected.id) ?? sections.at(-1)!;
  return { section: section.id, at: section.fields.length };
}

const holds = (schema: FieldSchema): boolean => schema["x-field"] === "table" || schema["x-field"] === "group";

/** Where a pointer at this height over an element of the canvas would put a field; `line` is where to draw it. */
export function spotAt(target: Element, y: number): { spot: Spot; element: Element; edge: "top" | "bottom" | "inside" } | undefined {
  const empty = target.closest<HTMLElement>(".drop");
  if (empty?.dataset.end) return { spot: { section: empty.dataset.end, at: 0 }, element: empty, edge: "inside" };
  if (empty?.dataset.into) return { spot: { parent: empty.dataset.into, at: 0 }, element: empty, edge: "inside" };
  const item = target.closest<HTMLElement>(".item");
  if (item) {
    const { top, height } = item.getBoundingClientRect();
    const below = y > top + height / 2;
    const at = Number(item.dataset.at) + (below ? 1 : 0);
    const spot: Spot = item.dataset.parent ? { parent: item.dataset.parent, at } : { section: item.dataset.in!, at };
    return { spot, element: item, edge: below ? "bottom" : "top" };
  }
  const part = target.closest<HTMLElement>(".part");
  const last = part && [...part.querySelectorAll<HTMLElement>(":scope > .fields > .item")].at(-1);
  if (part && last) return { spot: { section: part.dataset.section!, at: Number(last.dataset.at) + 1 }, element: last, edge: "bottom" };
  return undefined;
}
