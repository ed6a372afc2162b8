// Draws an icon: 24 px, in the colour of the text, silent for screen readers. `icon(check)` takes a path from icons/<name>.ts.
import { html, nothing, type TemplateResult } from "lit";

/** An icon of a path; `kind` adds classes such as `lead`. */
export const icon = (path: string, kind?: string): TemplateResult =>
  html`<svg class="i${kind ? ` ${kind}` : ""}" viewBox="0 0 256 256" aria-hidden="true"><path d=${path || nothing}></path></svg>`;
