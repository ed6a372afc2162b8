// How long a form takes to fill: a rough figure by kinds of fields, so that an author sees what is asked of people.
import type { FieldType, FormDefinition } from "../../schemas/types.js";
import { fieldsOf } from "./form/tree.js";

/** Seconds a kind takes on a phone, read and answered; what nobody types takes none. Estimates of ours, to be compared with measured times. */
const seconds: Partial<Record<FieldType, number>> = {
  text: 12,
  "long-text": 35,
  "yes-no": 4,
  select: 6,
  "multi-select": 9,
  date: 8,
  time: 7,
  integer: 6,
  number: 7,
  money: 8,
  percent: 6,
  phone: 11,
  email: 15,
  "national-id": 14,
  "person-name": 18,
  address: 40,
  reference: 15,
  person: 12,
  organization: 9,
  position: 9,
  file: 25,
  photo: 25,
  signature: 12,
  location: 8,
  computed: 0,
  "running-number": 0,
  note: 3,
  group: 0,
};
/** Rows that a table is taken to have. */
const rows = 5;

/** Minutes to fill a form whole, hidden fields too. */
export function minutesOf(form: FormDefinition): number {
  const inTable = new Set<string>();
  let total = 0;
  for (const { id, parent, schema } of fieldsOf(form)) {
    const type = schema["x-field"];
    if (type === "table" || (parent !== undefined && inTable.has(parent))) inTable.add(id);
    if (schema["x-value"] !== undefined || type === undefined) continue;
    total += (seconds[type] ?? 8) * (parent !== undefined && inTable.has(parent) ? rows : 1);
  }
  return total / 60;
}
