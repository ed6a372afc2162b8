// Kinds that most forms do without: a phone brings them, with their elements, when a form has one.

import { address } from "./address.js";
import { email } from "./email.js";
import type { FieldKind } from "./field.js";
import { location } from "./location.js";
import { nationalId } from "./national-id.js";
import { percent } from "./percent.js";
import { time } from "./time.js";

export const rarer = { time, percent, email, "national-id": nationalId, address, location } satisfies Record<string, FieldKind>;
