// How a moment is said on the screens: nearer moments in fewer words, always Bangkok's time and the Buddhist era.
import { clock } from "../clock.js";
import { type Language, language } from "../language.js";
import { t } from "../words.js";

const locale = { th: "th-TH-u-ca-buddhist-nu-latn", en: "en-GB-u-ca-buddhist-nu-latn" };
const bangkok = 7 * 3600_000;
const oneDay = 86_400_000;

/** Parts of an instant as Intl names them: `day`, `month`, `year`, `hour`, … */
function partsOf(at: number, options: Intl.DateTimeFormatOptions, lang: Language): Record<string, string> {
  const format = new Intl.DateTimeFormat(locale[lang], { timeZone: "Asia/Bangkok", hourCycle: "h23", ...options });
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
}

const dayNumber = (at: number): number => Math.floor((at + bangkok) / oneDay);

/** The day of an instant in Bangkok, ISO. */
export const bangkokDay = (at: number): string => new Date(at + bangkok).toISOString().slice(0, 10);

/** The instant of a time of a day in Bangkok: of `2026-11-24` and `08:45`. */
export const bangkokAt = (day: string, time: string): string => new Date(Date.parse(`${day}T${time}:00.000Z`) - bangkok).toISOString();

/** "08:10 น." */
export function timeOf(instant: string): string {
  const { hour, minute } = partsOf(Date.parse(instant), { hour: "2-digit", minute: "2-digit" }, "en");
  return t("when.time", { time: `${hour}:${minute}` });
}

/** "24 พ.ย. 2569", or without the year. */
export function dayOf(instant: string, year = true): string {
  const { day, month, year: era } = partsOf(Date.parse(instant), { day: "numeric", month: "short", year: "numeric" }, language());
  return year ? `${day} ${month} ${era}` : `${day} ${month}`;
}

/** "24 พ.ย. 2569 08:10 น." */
export const momentOf = (instant: string): string => `${dayOf(instant)} ${timeOf(instant)}`;

/** "24 พ.ย. 08:10" with the year where it is not this one: the left column of a history. */
export const stampOf = (instant: string, now = clock.now()): string => {
  const { hour, minute } = partsOf(Date.parse(instant), { hour: "2-digit", minute: "2-digit" }, "en");
  return `${dayOf(instant, !sameYear(instant, now))} ${hour}:${minute}`;
};

/** Today's time, "เมื่อวาน", or the day: for the edge of a row. */
export function nearOf(instant: string, now = clock.now()): string {
  const ago = dayNumber(now) - dayNumber(Date.parse(instant));
  if (ago === 0) return timeOf(instant);
  if (ago === 1) return t("when.yesterday");
  if (ago === -1) return `${t("when.tomorrow")} ${timeOf(instant)}`;
  return dayOf(instant, !sameYear(instant, now));
}

/** Today's time, "เมื่อวาน 16:12 น.", or the day with its year. */
export function sinceOf(instant: string, now = clock.now()): string {
  const ago = dayNumber(now) - dayNumber(Date.parse(instant));
  if (ago === 0) return timeOf(instant);
  if (ago === 1) return `${t("when.yesterday")} ${timeOf(instant)}`;
  return dayOf(instant);
}

/** "ครบกำหนดพรุ่งนี้ 16:30 น.", or, when it is past, "เลยกำหนดตั้งแต่เมื่อวาน". */
export function dueOf(due: string, now = clock.now()): string {
  const when = nearOf(due, now);
  const apart = /^\d/.test(when) || language() === "en" ? " " : "";
  return `${t(isOverdue(due, now) ? "when.overdue" : "when.due")}${apart}${when}`;
}

export const isOverdue = (due: string, now = clock.now()): boolean => Date.parse(due) < now;

/** "วันอังคารที่ 24 พฤศจิกายน 2569" */
export function todayInWords(now = clock.now()): string {
  const { weekday, day, month, year } = partsOf(now, { weekday: "long", day: "numeric", month: "long", year: "numeric" }, language());
  return t("when.today", { weekday: weekday!, day: day!, month: month!, year: year! });
}

function sameYear(instant: string, now: number): boolean {
  const year = (at: number) => new Date(at + bangkok).getUTCFullYear();
  return year(Date.parse(instant)) === year(now);
}
