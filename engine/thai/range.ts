// Two days as people write them together: what both share is said once.
import { formatDate } from "./date.js";
import { split } from "./day.js";

/** "25–26 พ.ย. 2569", "30 พ.ย. – 2 ธ.ค. 2569", "30 ธ.ค. 2569 – 2 ม.ค. 2570"; one day alone is that day. */
export function formatRange(from: string, to: string, style: "long" | "short" = "short", language: "th" | "en" = "th"): string {
  const [first, last] = [formatDate(from, style, language), formatDate(to, style, language)];
  if (from === to) return first;
  const [a, b] = [split(from), split(to)];
  if (a[0] !== b[0]) return `${first} – ${last}`;
  if (a[1] !== b[1]) return `${first.replace(/ \S+$/, "")} – ${last}`;
  return `${a[2]}–${last}`;
}
