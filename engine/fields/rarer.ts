// Kinds that most forms do without: a phone brings them, with their elements, when a form has one.
import { academicYear } from "./academic-year.js";
import { address } from "./address.js";
import { email } from "./email.js";
import type { FieldKind } from "./field.js";
import { location } from "./location.js";
import { multiSelect } from "./multi-select.js";
import { nationalId } from "./national-id.js";
import { note } from "./note.js";
import { percent } from "./percent.js";
import { personName } from "./person-name.js";
import { term } from "./term.js";
import { time } from "./time.js";
import { yesNo } from "./yes-no.js";

export const rarer = {
  "academic-year": academicYear,
  term,
  "yes-no": yesNo,
  "multi-select": multiSelect,
  "person-name": personName,
  note,
  time,
  percent,
  email,
  "national-id": nationalId,
  address,
  location,
} satisfies Record<string, FieldKind>;
