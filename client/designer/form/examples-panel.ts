// The examples of the form: each as it comes out now, with what is different in words, the way back into trying it, and what can be done with it.
import { html, nothing, type TemplateResult } from "lit";
import type { FormExample } from "../../../schemas/types.js";
import { icon } from "../../ui/icon.js";
import { arrowsClockwise } from "../../ui/icons/arrows-clockwise.js";
import { checkCircle } from "../../ui/icons/check-circle.js";
import { eye } from "../../ui/icons/eye.js";
import { hourglassMedium } from "../../ui/icons/hourglass-medium.js";
import { lightbulb } from "../../ui/icons/lightbulb.js";
import { pencilSimple } from "../../ui/icons/pencil-simple.js";
import { trash } from "../../ui/icons/trash.js";
import { warningCircle } from "../../ui/icons/warning-circle.js";
import { language } from "../../ui/language.js";
import { openSheet } from "../../ui/screen/sheet.js";
import { say, t, type Word } from "../../ui/words.js";
import { type ExampleResult, formatDate } from "../engine.js";
import type { ExampleDesk } from "./example-desk.js";

export interface ExamplesPanel {
  examples: readonly FormExample[];
  desk: ExampleDesk;
  open: (example: FormExample) => void;
  rename: (example: FormExample, title: string) => void;
  /** Takes what comes out now as what is expected. */
  renew: (example: FormExample) => void;
  remove: (example: FormExample) => void;
}

export function examplesPanel(panel: ExamplesPanel): TemplateResult {
  const { examples, desk } = panel;
  const failing = examples.filter(({ id }) => desk.results.get(id)?.passed === false).length;
  const passing = examples.filter(({ id }) => desk.results.get(id)?.passed).length;
  return html`<div class="sec-p"><p class="small">${t(examples.length ? "example.note" : "example.none")}</p>
    <p class="tags" role="status">${
      desk.broken && examples.length
        ? html`<span class="small">${t("example.broken")}</span>`
        : html`${passing ? html`<span class="tag ok">${icon(checkCircle)}${t("example.passing", { n: passing })}</span>` : nothing} ${failing ? html`<span class="tag back">${icon(warningCircle)}${t("example.failing", { n: failing })}</span>` : nothing}`
    }</p></div>
    <ul class="example-list">${examples.map((example, at) => row(panel, example, at, desk.broken ? undefined : desk.results.get(example.id)))}</ul>`;
}

function row(panel: ExamplesPanel, example: FormExample, at: number, result: ExampleResult | undefined): TemplateResult {
  const title = say(example.title);
  const act = (word: Word, picture: string, press: () => void) =>
    html`<button type="button" class="btn text" aria-label=${`${t(word)} ${title}`} @click=${press}>${icon(picture)}${t(word)}</button>`;
  return html`<li data-example=${at}><h3>${title}</h3><p class="small">${t("example.onDay", { day: formatDate(example.today, "long", language()) })}</p>
    ${result ? verdict(result) : html`<p class="small verdict">${icon(hourglassMedium)}<span>${t("example.waiting")}</span></p>`}
    <div class="example-acts">${act("example.open", eye, () => panel.open(example))}${act("example.rename", pencilSimple, () => openRename(example, panel.rename))}${
      result?.differences.length ? act("example.renew", arrowsClockwise, () => panel.renew(example)) : nothing
    }${act("example.remove", trash, () => panel.remove(example))}</div></li>`;
}

function verdict({ passed, differences }: ExampleResult): TemplateResult {
  return html`${passed ? html`<p class="verdict ok">${icon(checkCircle)}<span>${t("example.passed")}</span></p>` : nothing}
    ${differences.map(({ title, level }) => html`<p class="verdict ${level === "warn" ? "doubt" : "wrong"}">${icon(level === "warn" ? lightbulb : warningCircle)}<span>${say(title)}</span></p>`)}`;
}

function openRename(example: FormExample, rename: ExamplesPanel["rename"]): void {
  let title = say(example.title);
  openSheet({
    title: t("example.rename"),
    body: () => html`<label class="label" for="example-title">${t("example.title")}</label>
      <div class="ctl"><input id="example-title" autocomplete="off" maxlength="200" .value=${title} @input=${(event: Event) => {
        title = (event.target as HTMLInputElement).value;
      }}></div>`,
    go: {
      label: t("example.renameGo"),
      run: () => {
        if (!title.trim()) throw new Error(t("example.titleFirst"));
        rename(example, title.trim());
      },
    },
    explain: (error) => (error as Error).message,
  });
}
