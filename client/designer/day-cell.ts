// A day in one box: typed and shown in the Buddhist era, kept as ISO. What cannot be read stays as it was typed, for the checks to tell.
import { clock } from "../ui/clock.js";
import { language } from "../ui/language.js";
import { formatDate, parseDate } from "./engine.js";

/** `1 ต.ค. 2565` of a day; other texts as they are. */
export const shownDay = (value: string): string => (/^\d{4}-\d\d-\d\d$/.test(value) ? formatDate(value, "short", language()) : value);

/** The day that was typed, or the text when it is none. */
export function typedDay(text: string): string {
  const read = text.trim() === "" ? undefined : parseDate(text, clock.today());
  return read && "date" in read ? read.date : text.trim();
}
