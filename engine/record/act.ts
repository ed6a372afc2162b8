// The one way to change a record. Online, offline, an import, a button, a deadline: each is an action, and each goes this way,
// on the server with authority and on a device to show the result at once.
import type { Action, FormRecord, Problem } from "../../schemas/types.js";
import type { Act, ActContext, Acted } from "./act-types.js";
import { allow } from "./allow.js";
import { begin } from "./begin.js";
import { type Case, refused, type Step } from "./case.js";
import { change } from "./change.js";
import { check } from "./check.js";
import { finish } from "./finish.js";
import { guard, move } from "./move.js";
import { number } from "./number.js";
import { readAction } from "./read-action.js";
import { schedule } from "./schedule.js";
import { setAside } from "./set-aside.js";
import { sign, unsign } from "./sign.js";
import { start } from "./start.js";
import { follow, workOut } from "./work-out.js";

const steps: readonly Step[] = [
  allow, // may this person do this now, and change these sections
  start, // defaults of a new record
  change, // what the person changed, on what is there now
  workOut, // computed values, hidden answers
  unsign, // signatures whose words were changed
  check, // the form's own rules
  guard, // the action's condition
  move, // to the next state, when nothing more is needed
  number, // running numbers
  setAside, // what was written before its time, and not by whose part it is
  follow, // what the form reads of its own state and number
  sign, // the actor's name
  schedule, // notices, prints, the next deadline
];

/** The record as the action makes it, with everything that goes into the same commit; or all that stands in the way. It never throws. */
export const act: Act = (stored, action, context) => {
  let current: Case | Problem[] = open(stored, action, context);
  for (const step of steps) {
    if (refused(current)) return current;
    current = step(current);
  }
  return refused(current) ? current : finish(current);
};

function open(stored: FormRecord | null, action: Action, context: ActContext): Case | Problem[] {
  const read = readAction(action);
  return refused(read) ? read : begin(stored, read, context);
}

export type { Act, ActContext, Acted };
