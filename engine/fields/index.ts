// All kinds of fields. A new kind is one file and one line: here, or in rarer.ts when most forms do without it.
import type { FieldType } from "../../schemas/types.js";
import { academicYear } from "./academic-year.js";
import { computed } from "./computed.js";
import { date } from "./date.js";
import type { FieldKind, FieldOptions } from "./field.js";
import { file } from "./file.js";
import { fiscalYear } from "./fiscal-year.js";
import { group } from "./group.js";
import { integer } from "./integer.js";
import { longText } from "./long-text.js";
import { money } from "./money.js";
import { multiSelect } from "./multi-select.js";
import { note } from "./note.js";
import { number } from "./number.js";
import { organization } from "./organization.js";
import { person } from "./person.js";
import { phone } from "./phone.js";
import { photo } from "./photo.js";
import { position } from "./position.js";
import { rarer } from "./rarer.js";
import { reference } from "./reference.js";
import { runningNumber } from "./running-number.js";
import { select } from "./select.js";
import { signature } from "./signature.js";
import { table } from "./table.js";
import { text } from "./text.js";
import { yesNo } from "./yes-no.js";

export const kinds: Readonly<Record<FieldType, FieldKind>> = {
  text,
  "long-text": longText,
  integer,
  number,
  money,
  "yes-no": yesNo,
  date,
  "academic-year": academicYear,
  "fiscal-year": fiscalYear,
  select,
  "multi-select": multiSelect,
  phone,
  reference,
  person,
  organization,
  position,
  file,
  photo,
  signature,
  table,
  group,
  computed,
  "running-number": runningNumber,
  note,
  ...rarer,
};

/** An answer as it is kept; undefined and null stay nothing. */
export function cleaned(type: FieldType, value: unknown, options: FieldOptions): unknown {
  const { clean } = kinds[type];
  return clean ? clean(value, options) : value;
}
