// Names and titles as they are shown: a part of a name is never broken, and a title does not say its number twice.
import { html, type TemplateResult } from "lit";
import { holdTogether } from "../../../engine/text/hold.js";

/** A person's name, whose parts stay whole at the end of a line. `draw` may mark what was found in a part. */
export const nameOf = (name: string, draw: (part: string) => unknown = (part) => part): TemplateResult =>
  html`${name.split(" ").map((part, i) => html`${i ? " " : ""}<span class="n">${draw(part)}</span>`)}`;

/** The title of a record without the number in front, where the number stands beside it. */
export function bareTitle(title: string, number: string | undefined): string {
  return number && title.startsWith(`${number} `) ? title.slice(number.length + 1) : title;
}

/** Short facts in a row: a line breaks between them, and inside one only where Thai lets it. */
export function whole(parts: readonly (string | undefined)[]): TemplateResult | "" {
  const said = parts.filter(Boolean).map((part) => holdTogether(part!));
  return said.length ? html`${said.map((part, i) => html`${i ? " · " : ""}<span class=${part.length <= 30 ? "n" : ""}>${part}</span>`)}` : "";
}
