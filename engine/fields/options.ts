// Choices of select and multi-select: options of the form, an enum, or the rows of a code list that hold on the day.
import type { FieldSchema, Problem, Text } from "../../schemas/types.js";
import type { Facts } from "../expression/facts.js";
import { fieldProblem } from "../problem/field.js";
import { say } from "../text/text.js";
import { sortKey } from "../thai/sort-key.js";
import type { Complaint, FieldOptions, FieldUnder } from "./field.js";

export interface Choice {
  id: string;
  title: Text;
  /** Whether it may be chosen anew; one that may not can still stand in an old record. */
  open: boolean;
}

/** All choices there are, or undefined while the code list is not known here. */
export function choices(options: FieldOptions, facts: Facts): Choice[] | undefined {
  if (options.options) return options.options.map(({ id, title, retired }) => ({ id, title, open: !retired }));
  if (!options.codes) return [];
  if (!Object.hasOwn(facts.codes, options.codes)) return undefined;
  // A code may have several rows, one after the other; it is open if one of them holds today, and its newest title counts.
  const byId = new Map<string, Choice>();
  for (const row of facts.codes[options.codes]!) {
    const open = (!row.from || row.from <= facts.today) && (!row.to || row.to >= facts.today);
    const known = byId.get(row.id);
    if (!known) byId.set(row.id, { id: row.id, title: row.title, open });
    else if (open) byId.set(row.id, { id: row.id, title: row.title, open });
    else if (!known.open) byId.set(row.id, { ...known, title: row.title });
  }
  return [...byId.values()];
}

function choice(id: unknown, options: FieldOptions, facts: Facts): Choice | undefined {
  return choices(options, facts)?.find((one) => one.id === id);
}

/** What is wrong with one chosen code; `kept` says that the record already had it. */
export function choiceProblem(id: unknown, kept: boolean, { title, options, path }: FieldUnder, facts: Facts): Problem | undefined {
  if (typeof id !== "string" || id.length > 200) return fieldProblem("field.choice-unreadable", { title }, path);
  const all = choices(options, facts);
  if (!all) return facts.partial || kept ? undefined : fieldProblem("field.codes-missing", { title, codes: options.codes ?? "" }, path);
  const found = all.find((one) => one.id === id);
  // Code lists only grow, so a kept code that is gone was taken out of the form's own options; the new version's schema cannot hold it.
  if (!found) return fieldProblem("field.option", { title, value: id }, path);
  return found.open || kept ? undefined : fieldProblem("field.option-retired", { title, option: found.title }, path);
}

/** The words of a code; the code itself where its list is not known. */
export function showChoice(id: unknown, options: FieldOptions, facts: Facts, language: "th" | "en"): string {
  const found = choice(id, options, facts);
  return found ? say(found.title, language) : typeof id === "string" ? id : "";
}

/** Lists sort by the order of the form's options, by the words of a code list. */
export function choiceKey(id: unknown, options: FieldOptions, facts: Facts): string {
  if (typeof id !== "string") return "";
  const at = options.options?.findIndex((one) => one.id === id) ?? -1;
  return at >= 0 ? String(at).padStart(4, "0") : sortKey(showChoice(id, options, facts, "th"));
}

/** One code as plain JSON Schema. The rows of a code list are dated, so that schema cannot name them. */
export function choiceSchema(options: FieldOptions): Record<string, unknown> {
  return options.options ? { type: "string", enum: options.options.map(({ id }) => id) } : { type: "string", maxLength: 200 };
}

/** Faults in the choices of a definition; `plain` is the enum where plain JSON Schema has it. */
export function choiceComplaints(schema: FieldSchema, plain: string[] | undefined): Complaint[] {
  const sources = [schema["x-options"], schema["x-codes"], plain].filter((source) => source !== undefined).length;
  if (sources === 0) return [{ code: "definition.no-options" }];
  if (sources > 1) return [{ code: "definition.options-twice" }];
  const ids = schema["x-options"]?.map(({ id }) => id) ?? plain ?? [];
  const repeated = [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
  const found: Complaint[] = [];
  const at = schema["x-options"] ? "x-options" : "enum";
  if (repeated.length) found.push({ code: "definition.option-repeated", at, params: { options: repeated } });
  if (schema["x-options"]?.every(({ retired }) => retired)) found.push({ code: "definition.all-options-retired", at });
  return found;
}
