// What full-text search finds a record by: the words of the fields its form lists in `search`, its number and its author. Never a sensitive field.
import type { FormRecord } from "../../schemas/types.js";
import type { CompiledForm } from "../compile/compiled.js";
import type { Facts } from "../expression/facts.js";
import { kinds } from "../fields/index.js";
import { searchable } from "../thai/normalise.js";
import { numberOf } from "../workflow/record-fact.js";
import type { Answers } from "./place.js";
import { listedUnder } from "./scopes.js";

export interface Searched {
  group: string;
  scopes: string[];
  text: string;
}

export function searchOf(form: CompiledForm, record: FormRecord, facts?: Facts): Searched {
  const known: Facts = { today: record.createdAt.slice(0, 10), lookups: {}, codes: {}, labels: {}, ...(record.facts as Partial<Facts>), ...facts };
  const fields = form.fields.filter((field) => field.parent < 0 && !field.sensitive && form.list.search?.includes(field.name));
  const [row, retired]: Answers[] = [record.row, record.retired];
  const words = fields.flatMap((field) => {
    const value = row![field.id] ?? retired![field.id];
    const { show, find } = kinds[field.type];
    return value === undefined ? [] : [show(value, field.options, known, "th"), find?.(value)];
  });
  // A retired value is still what people remember the record by.
  const all = [numberOf(form, record.answers), ...words, record.authorName].filter((word) => word !== undefined && word !== "");
  return { group: form.id, scopes: [...listedUnder(record), `account:${record.author}`], text: [...new Set(all)].map((word) => searchable(word!)).join(" ") };
}
