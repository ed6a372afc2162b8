// What stands around a form being filled, seldom: why it cannot be opened, the organization it is for, and what another window replaced.
import "../ui/late-words.js";
import { html, nothing } from "lit";
import { icon } from "../ui/icon.js";
import { lock } from "../ui/icons/lock.js";
import { users } from "../ui/icons/users.js";
import { wifiSlash } from "../ui/icons/wifi-slash.js";
import { say, t } from "../ui/words.js";
import type { FillingElement } from "./filling.js";
import "../styles/read.css";

export function failure({ failed, open }: FillingElement): unknown {
  const words = failed === "offline" || !failed ? t("form.notHere") : say(failed.title);
  return html`<div class="empty in-form" role="alert">${icon(wifiSlash)}<b>${words}</b><button type="button" class="btn" @click=${open}>${t("field.again")}</button></div>`;
}

/** How many answers this person does not see, and that they stay. */
export function hidden({ opened }: FillingElement): unknown {
  const n = opened!.masked?.length;
  return n ? html`<p class="note in-form">${icon(lock)}<span>${t("form.masked", { n })}</span></p>` : nothing;
}

/** Which of the person's organizations it is for, when there are several. */
export function organizations(filling: FillingElement): unknown {
  const { organizations: all, draft } = filling.opened!;
  if (all.length < 2) return nothing;
  const chose = (event: Event) => {
    draft.organization = (event.target as HTMLSelectElement).value;
    filling.keeper!.change([], { organization: draft.organization });
    filling.lookUp();
  };
  return html`<div class="in-form"><label class="label" for="filling-organization">${t("form.organization")}</label><div class="ctl has-caret"><select id="filling-organization" @change=${chose}>${all.map(
    ({ id, title }) => html`<option value=${id} ?selected=${id === draft.organization}>${say(title)}</option>`,
  )}</select></div></div>`;
}

/** The answers of this window that another one replaced, each to be had back. */
export function otherWindow(filling: FillingElement): unknown {
  const { replaced, formElement } = filling;
  if (!replaced.size) return nothing;
  const back = (path: string, value: unknown) => () => {
    replaced.delete(path);
    formElement.dispatchEvent(new CustomEvent("tf-answer", { detail: { path, value } }));
    filling.requestUpdate();
  };
  return html`<div class="note wait in-form" role="status">${icon(users)}<div><b>${t("tabs.title")}</b>${[...replaced].map(
    ([path, value]) =>
      html`<p>${t("tabs.help", { field: say(formElement.node(path).field.title) })} <button type="button" class="btn text" @click=${back(path, value)}>${t("tabs.mine", { value: String(value) })}</button></p>`,
  )}</div></div>`;
}
