// What surrounds every screen but filling: the full band, the side and the tabs, with what keeps them fresh. Loaded when the first such screen is.
import { html, nothing, type TemplateResult } from "lit";
import type { Session } from "../../schemas/types.js";
import { t } from "../ui/words.js";
import type { BackBand } from "./back-band.js";
import { fullBand } from "./band.js";
import { around } from "./menus.js";
import "./navigation.js";

export { keepAround, onAround } from "./menus.js";

export const bandAround = (session: Session, path: string, back: BackBand | undefined): TemplateResult =>
  fullBand({ session, unread: around().unread, flush: path === "/", ...(back && { back }) });

export const sideAround = (path: string): TemplateResult => html`<nav class="side" aria-label=${t("nav.main")}><tf-side .path=${path}></tf-side></nav>`;

export const tabsAround = (path: string, shown: boolean): TemplateResult | typeof nothing => (shown ? html`<tf-tabs .path=${path}></tf-tabs>` : nothing);
