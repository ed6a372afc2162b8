// The account: who is signed in and in which positions, the language, and signing out without losing what waits.
import { html, nothing, render } from "lit";
import { api } from "../api/api.js";
import { session } from "../api/session.js";
import { forget } from "../offline/kept.js";
import { saveState } from "../offline/save-state.js";
import { icon } from "../ui/icon.js";
import { signOut as signOutIcon } from "../ui/icons/sign-out.js";
import { translate } from "../ui/icons/translate.js";
import { type Language, language, setLanguage } from "../ui/language.js";
import { openSheet } from "../ui/screen/sheet.js";
import { t } from "../ui/words.js";
import { positionWords } from "./position-words.js";
import { forgetSession } from "./session-kept.js";
import "./account-menu.css";

/** Opens the menu under its button; closes by a press elsewhere, Escape, or a choice. */
export function openAccountMenu(button: HTMLElement): void {
  document.querySelector("#account-menu")?.remove();
  const panel = document.createElement("div");
  panel.id = "account-menu";
  panel.popover = "auto";
  panel.className = "account-menu";
  panel.setAttribute("role", "dialog");
  panel.setAttribute("aria-label", t("account.title"));
  panel.addEventListener("toggle", (event) => {
    if ((event as ToggleEvent).newState === "closed") panel.remove();
  });
  document.body.append(panel);
  draw(panel);
  panel.showPopover();
  panel.querySelector<HTMLElement>("button")?.focus();
  panel.addEventListener("keydown", (event) => event.key === "Escape" && button.focus());
}

function draw(panel: HTMLElement): void {
  const who = session.current!;
  const other: Language = language() === "th" ? "en" : "th";
  render(
    html`<div class="pad"><b>${who.actor.name}</b>${who.actor.positions.map(
      (held) => html`<p class="small">${held.acting ? `${t(`acting.${held.acting.kind}`)} ` : nothing}${positionWords(held)}</p>`,
    )}</div>
    <button lang=${other} @click=${() => void speak(panel, other)}>${icon(translate)}${other === "en" ? "English" : "ภาษาไทย"}</button>
    <button @click=${() => leave(panel)}>${icon(signOutIcon)}${t("account.signOut")}</button>`,
    panel,
  );
}

async function speak(panel: HTMLElement, to: Language): Promise<void> {
  panel.hidePopover();
  await setLanguage(to);
  // The account remembers it too; without a signal this device alone does.
  await api.put("/sessions/current/language", { language: to }).catch(() => undefined);
}

function leave(panel: HTMLElement): void {
  panel.hidePopover();
  const { n } = saveState();
  if (n === 0) return void signOut();
  openSheet({
    title: t("account.unsent", { n }),
    body: () => html`<p>${t("account.unsentNote")}</p>`,
    stay: t("account.stay"),
    go: { label: t("account.signOut"), run: signOut },
  });
}

/** Ends the session here and at the server; drafts and what waits stay in this device for the same account. */
async function signOut(): Promise<void> {
  const account = session.current?.actor.account;
  await api.delete("/sessions/current").catch(() => undefined);
  if (account) await forget(account).catch(() => undefined);
  forgetSession();
  // A fresh page: on a shared PC nothing of this person is left in its memory.
  sessionStorage.clear();
  location.assign("/sign-in");
  // Nothing comes after: the page is on its way out.
  return new Promise(() => undefined);
}
