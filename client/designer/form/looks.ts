// What a field looks like on the canvas: the box a person will meet, with a word on what goes into it. Nothing here can be filled.
import { html, type TemplateResult } from "lit";
import type { FieldSchema } from "../../../schemas/types.js";
import { icon } from "../../ui/icon.js";
import { say } from "../../ui/words.js";
import { pictureOf, typeWords } from "./kinds.js";

const box = (words: string, picture?: string): TemplateResult =>
  html`<div class="ctl look"><span class="ph">${words}</span>${picture ? icon(picture) : ""}</div>`;

export function looksLike(schema: FieldSchema): TemplateResult {
  const type = schema["x-field"];
  if (type === "note") return html`${schema.title && schema.description ? html`<p class="small">${schema.description}</p>` : ""}`;
  if (schema["x-value"] !== undefined) return html`<div class="ctl look sunk"><span class="ph">${schema["x-value"]}</span></div>`;
  const options = schema["x-options"]?.filter(({ retired }) => !retired).map(({ title }) => say(title)) ?? schema.enum;
  if (options && options.length <= 5)
    return html`<div class="choices look">${options.map((words) => html`<span class="choice-look">${icon(pictureOf(type))}${words}</span>`)}</div>`;
  if (options) return box(`${options.slice(0, 3).join(" · ")} …`, pictureOf(type));
  return box(type === undefined ? "" : typeWords(type), pictureOf(type));
}
