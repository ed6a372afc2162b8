// The tag of a state: an icon and a word, coloured by its look.
import { html, type TemplateResult } from "lit";
import type { StateView } from "../../../schemas/types.js";
import { icon } from "../icon.js";
import { arrowUUpLeft } from "../icons/arrow-u-up-left.js";
import { hourglassMedium } from "../icons/hourglass-medium.js";
import { note } from "../icons/note.js";
import { paperPlaneTilt } from "../icons/paper-plane-tilt.js";
import { sealCheck } from "../icons/seal-check.js";
import { xCircle } from "../icons/x-circle.js";
import { say } from "../words.js";

const pictures: Record<StateView["look"], string> = { quiet: note, move: paperPlaneTilt, wait: hourglassMedium, back: arrowUUpLeft, ok: sealCheck };

/** What came back for good is refused; the rest of what came back is to be corrected. */
export const statePicture = ({ look, final }: StateView): string => (look === "back" && final ? xCircle : pictures[look]);

/** The tag a record wears. */
export const tag = (state: StateView): TemplateResult => html`<span class="tag ${state.look}">${icon(statePicture(state))}${say(state.title)}</span>`;
