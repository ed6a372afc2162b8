// A dialog for a decision: a sheet from below on a phone, a box in the middle on a PC. One at a time, on the native `<dialog>`.
import { html, nothing, render, type TemplateResult } from "lit";
import { icon } from "../icon.js";
import { warningCircle } from "../icons/warning-circle.js";
import { overPage } from "../over-page.js";
import { say, t } from "../words.js";
import "./sheet.css";

export interface Sheet {
  title: string;
  note?: string;
  /** What is between the title and the buttons. */
  body?: () => unknown;
  /** The word for not doing it. */
  stay?: string;
  go: {
    label: string;
    picture?: string;
    danger?: boolean;
    /** Does it. Throwing keeps the sheet open and shows why. */
    run: () => Promise<void> | void;
  };
  /** What to say when `run` throws. */
  explain?: (error: unknown) => string;
}

/** Opens it; the answer draws it again after its body's own state changed. */
export function openSheet(sheet: Sheet): { draw: () => void; close: () => void } {
  const dialog = document.createElement("dialog");
  dialog.className = "sheet-dialog";
  dialog.setAttribute("aria-labelledby", "sheet-title");
  let busy = false;
  let refused = "";
  const close = (): void => dialog.close();
  const run = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    refused = "";
    draw();
    try {
      await sheet.go.run();
      close();
    } catch (error) {
      refused = explained(error, sheet);
    }
    busy = false;
    draw();
    // To the box that it is about, or to the sentence itself.
    if (refused) dialog.querySelector<HTMLElement>("[aria-invalid=true], .problem")?.focus();
  };
  const draw = (): void => {
    render(view(sheet, busy, refused, close, run), dialog);
  };
  // What was wrong is being put right.
  dialog.addEventListener("input", () => {
    if (!refused) return;
    refused = "";
    draw();
  });
  // A press beside it is easily made, the second of a double press that opened it above all: it closes nothing in which something was written.
  dialog.addEventListener("click", (event) => event.target === dialog && event.detail < 2 && !busy && !written(dialog) && close());
  document.body.append(dialog);
  draw();
  void overPage(dialog);
  return { draw, close };
}

const written = (dialog: HTMLElement): boolean => [...dialog.querySelectorAll("textarea")].some(({ value }) => value.trim());

function view(sheet: Sheet, busy: boolean, refused: string, close: () => void, run: (event: Event) => Promise<void>): TemplateResult {
  const { label, picture, danger } = sheet.go;
  return html`<form @submit=${run}>
    <h2 id="sheet-title">${sheet.title}</h2>
    ${sheet.note ? html`<p class="small">${sheet.note}</p>` : nothing}
    ${sheet.body?.() ?? nothing}
    ${refused ? html`<p class="problem" role="alert" tabindex="-1">${icon(warningCircle)}<span>${refused}</span></p>` : nothing}
    <div class="acts"><button type="button" class="btn big" @click=${close}>${sheet.stay ?? t("sheet.cancel")}</button><button class="btn big ${danger ? "danger" : "main"}" aria-busy=${busy ? "true" : nothing}>${picture ? icon(picture) : nothing}${busy ? t("sheet.doing") : label}</button></div>
  </form>`;
}

function explained(error: unknown, { explain }: Sheet): string {
  if (explain) return explain(error);
  const problem = (error as { problem?: { title: { th: string; en: string } } }).problem;
  return problem ? say(problem.title) : t("error.unexpected");
}
