// A record as its reader sees it: sections with the words of their answers, nothing that was not answered, nothing that is kept from this reader.
import type { CompiledField, CompiledForm } from "../../engine/compile/compiled.js";
import type { Facts } from "../../engine/expression/facts.js";
import { takenOver } from "../../engine/expression/taken-over.js";
import { isEmpty } from "../../engine/fields/field.js";
import { kinds } from "../../engine/fields/index.js";
import type { RecordView, Text } from "../../schemas/types.js";
import { shown } from "../fields/shown.js";
import { type ToldTable, toldTable } from "../fields/told-table.js";

/** One line of a section. */
export interface FactLine {
  /** Where the answer is: names joined by `/`. */
  path: string;
  title: Text;
  words: string;
  /** A rule worked it out: it can say why. */
  computed?: true;
  /** Kept from this reader. */
  masked?: true;
  /** Files to open, and whether they are pictures. */
  files?: { id: string; name: string; picture: boolean }[];
  /** The lines inside a group. */
  inside?: FactLine[];
  /** Rows of a table: the words of each cell. */
  table?: ToldTable;
}

export interface CaseSection {
  id: string;
  title?: Text;
  lines: FactLine[];
  /** Something in it is kept from this reader. */
  masked?: true;
}

/** The sections of a record in the order of its form; empty ones are left out. */
export function caseSections(view: RecordView): CaseSection[] {
  const form = view.form as unknown as CompiledForm;
  const facts = view.facts as unknown as Facts;
  const masked = new Set(view.masked);
  const sections = form.pages.flatMap((page) =>
    page.sections.map((section) => ({ ...section, title: section.title ?? (page.sections.length === 1 ? page.title : undefined) })),
  );
  return sections
    .map(({ id, title, fields }) => {
      const lines = fields.flatMap((index) => linesOf(form, index, view.record.answers as Record<string, unknown>, facts, masked));
      return { id, ...(title !== undefined && { title }), lines, ...(lines.some(hides) && { masked: true as const }) };
    })
    .filter((section) => section.lines.length > 0);
}

function linesOf(form: CompiledForm, index: number, answers: Record<string, unknown>, facts: Facts, masked: ReadonlySet<string>, above = ""): FactLine[] {
  const field = form.fields[index]!;
  const path = above + field.name;
  if (masked.has(path)) return [{ path, title: field.title, words: "", masked: true }];
  // Signatures have their own place, with the name and the day.
  // The state stands as a tag above.
  if (saysState(field)) return [];
  if (field.type === "note" || field.type === "signature" || !kinds[field.type].answers) return [];
  const value = Object.hasOwn(answers, field.name) ? answers[field.name] : undefined;
  if (isEmpty(value)) return [];
  const inside = form.fields.flatMap((other, i) => (other.parent === index ? [i] : []));
  if (field.type === "group") {
    const lines = inside.flatMap((child) => linesOf(form, child, value as Record<string, unknown>, facts, masked, `${path}/`));
    return lines.length ? [{ path, title: field.title, words: "", inside: lines }] : [];
  }
  const line = { path, title: field.title, ...(worked(field) && { computed: true as const }) };
  if (field.type === "table") {
    const columns = inside.map((i) => form.fields[i]!).filter(({ type }) => type !== "note");
    return [{ ...line, words: "", table: toldTable(columns, value as Record<string, unknown>[], facts) }];
  }
  if (field.type === "file" || field.type === "photo") return [{ ...line, words: "", files: filesOf(field, value, facts) }];
  return [{ ...line, words: shown(value, field, facts) }];
}

const hides = ({ masked, inside = [] }: FactLine): boolean => masked === true || inside.some(hides);

/** A value that is only taken over from elsewhere has no reasons to tell. */
const worked = ({ value }: CompiledField): boolean => value !== undefined && !takenOver(value);

/** A field that only repeats the state of the record. */
const saysState = ({ value }: CompiledField): boolean => value?.[0] === "get" && value[1]?.[0] === "name" && value[1][1] === "record" && value[2] === "state";

function filesOf(field: CompiledField, value: unknown, facts: Facts): NonNullable<FactLine["files"]> {
  return (Array.isArray(value) ? value : [value]).map((id) => ({
    id: String(id),
    name: Object.hasOwn(facts.labels, String(id)) ? facts.labels[String(id)]! : String(id),
    picture: field.type === "photo",
  }));
}
