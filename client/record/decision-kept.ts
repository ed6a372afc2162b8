// What is written for a decision stays with the case until it is decided: closing the sheet or reloading the page loses no word of it.
import { session } from "../api/session.js";

/** What can be kept of a decision. */
export interface Written {
  comment: string;
  /** Names of the fields to be corrected. */
  fields: string[];
}

const nothingYet: Written = { comment: "", fields: [] };
const keyOf = (record: string, action: string): string => `decision ${session.current?.actor.account} ${record} ${action}`;

/** `action` is empty for the words beside the buttons, before one of them was pressed. */
export function writtenFor(record: string, action = ""): Written {
  try {
    return { ...nothingYet, ...(JSON.parse(sessionStorage.getItem(keyOf(record, action)) ?? "{}") as Partial<Written>) };
  } catch {
    return nothingYet;
  }
}

export function keepWritten(record: string, action: string, written: Written): void {
  if (written.comment || written.fields.length) sessionStorage.setItem(keyOf(record, action), JSON.stringify(written));
  else forgetWritten(record, action);
}

export const forgetWritten = (record: string, action: string): void => sessionStorage.removeItem(keyOf(record, action));
