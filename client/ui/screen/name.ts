// Names and titles as they are shown: a part of a name is never broken, and a title does not say its number twice.
import { html, type TemplateResult } from "lit";

/** A person's name, whose parts stay whole at the end of a line. `draw` may mark what was found in a part. */
export const nameOf = (name: string, draw: (part: string) => unknown = (part) => part): TemplateResult =>
  html`${name.split(" ").map((part, i) => html`${i ? " " : ""}<span class="n">${draw(part)}</span>`)}`;

/** The title of a record without the number in front, where the number stands beside it. */
export function bareTitle(title: string, number: string | undefined): string {
  return number && title.startsWith(`${number} `) ? title.slice(number.length + 1) : title;
}
