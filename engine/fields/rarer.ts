// Kinds that most forms do without: a phone brings them, with their elements, when a form has one.
import { address } from "./address.js";
import { email } from "./email.js";
import { location } from "./location.js";
import { nationalId } from "./national-id.js";
import { percent } from "./percent.js";
import { personName } from "./person-name.js";
import { term } from "./term.js";
import { time } from "./time.js";

export const rarer = {
  term,
  time,
  percent,
  "person-name": personName,
  email,
  "national-id": nationalId,
  address,
  location,
};
