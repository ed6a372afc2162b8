// The sign of the product: a house that is a sheet of paper.
import { svg, type TemplateResult } from "lit";

/** Drawn in the band (34) and large at the sign-in. */
export const house = (width = 2.2): TemplateResult =>
  svg`<path d="M4 14.5 17 4l13 10.5V30H4z" fill="none" stroke="currentColor" stroke-width=${width} stroke-linejoin="round"></path><path d="M10.5 18h13M10.5 23h8" stroke="var(--thread)" stroke-width=${width} stroke-linecap="round"></path>`;
