// The search for one of many: a dialog with a box to type in and what was found below. Arrows and Enter do what touch does.
import "../ui/late-words.js";
import { html, nothing, render } from "lit";
import type { Choice } from "../../engine/fields/options.js";
import { clock } from "../ui/clock.js";
import { icon } from "../ui/icon.js";
import { magnifyingGlass } from "../ui/icons/magnifying-glass.js";
import { x } from "../ui/icons/x.js";
import { overPage } from "../ui/over-page.js";
import { say, t } from "../ui/words.js";
import { type Find, matching, type Offer } from "./offers.js";
import "./picker.css";

/** A search among choices that are here already. */
export function among(choices: Choice[]): Find {
  const offers = choices.map(({ id, title }) => ({ id, words: say(title) }));
  return async (typed) => ({ offers: matching(offers, typed), old: false });
}

/** Asks for one; null for none of them, undefined when the person closes it. */
export function openPicker(title: string, find: Find, clearable: boolean): Promise<Offer | null | undefined> {
  const dialog = document.createElement("dialog");
  dialog.className = "picker";
  dialog.setAttribute("aria-label", t("pick.open", { title }));
  let typed = "";
  let found: Offer[] = [];
  let status = t("pick.wait");
  let at = 0;
  let turn = 0;
  let answer: Offer | null | undefined;
  let stop = () => {};

  const draw = (): void => {
    render(view(), dialog);
  };
  const done = (offer: Offer | null): void => {
    answer = offer;
    dialog.close();
  };
  const search = async (): Promise<void> => {
    const mine = ++turn;
    try {
      const { offers, old } = await find(typed);
      if (mine !== turn) return;
      found = offers;
      status = old ? t("pick.offline") : offers.length ? t("pick.found", { n: offers.length }) : t("pick.none", { typed });
    } catch {
      if (mine !== turn) return;
      found = [];
      status = t("pick.offline");
    }
    at = 0;
    draw();
  };
  const typing = (event: Event): void => {
    typed = (event.target as HTMLInputElement).value;
    stop();
    stop = clock.after(150, () => void search());
  };
  const key = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step && found.length) {
      event.preventDefault();
      at = (at + step + found.length) % found.length;
      draw();
      dialog.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && found[at]) {
      event.preventDefault();
      done(found[at]!);
    }
  };
  const view = (): unknown => html`<div class="picker-top">
      <div class="ctl">${icon(magnifyingGlass)}<input role="combobox" aria-expanded="true" aria-controls="picker-list" aria-label=${t("pick.search")} placeholder=${t("pick.search")}
        aria-activedescendant=${found[at] ? `picker-${at}` : nothing} autocomplete="off" .value=${typed} @input=${typing} @keydown=${key}></div>
      <button type="button" class="btn text icon" aria-label=${t("pick.close")} @click=${() => dialog.close()}>${icon(x)}</button></div>
    <p class="small" role="status">${status}</p>
    <ul id="picker-list" role="listbox" aria-label=${title}>${found.map(
      ({ words, note }, i) =>
        html`<li role="option" id=${`picker-${i}`} aria-selected=${i === at} @click=${() => done(found[i]!)}><span>${words}</span>${note ? html`<span class="small">${note}</span>` : nothing}</li>`,
    )}</ul>${clearable ? html`<button type="button" class="btn text" @click=${() => done(null)}>${t("field.clear")}</button>` : nothing}`;

  document.body.append(dialog);
  draw();
  const closed = overPage(dialog);
  dialog.querySelector("input")?.focus();
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  void search();
  return closed.then(() => {
    stop();
    turn = -1;
    return answer;
  });
}
