// Where the next page begins, as an opaque text: the sort values of the last thing shown, and its id.
import { badCursor } from "./refused.js";

export type Key = (string | number | null)[];

export const encodeCursor = (key: Key): string => Buffer.from(JSON.stringify(key)).toString("base64url");

/** The values of a cursor that has `length` of them; anything else was not made here and is refused. */
export function decodeCursor(cursor: string, length: number): Key {
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    throw badCursor();
  }
  const fits = Array.isArray(key) && key.length === length && key.every((value) => value === null || typeof value === "string" || typeof value === "number");
  if (!fits) throw badCursor();
  return key as Key;
}
