// The quiet ways at the foot of every page to say that it does not work: the report of a problem with the page it came from already written down,
// and, where a form is open, a request to change that form.
import "../ui/late-words.js";
import { html, nothing, render } from "lit";
import type { Choices } from "../../schemas/types.js";
import { session } from "../api/session.js";
import type { FillingElement } from "../form/filling.js";
import { getKept } from "../offline/kept.js";
import type { Asking } from "../record/ask-change.js";
import { requestForm } from "../record/change-request.js";
import type { RecordScreen } from "../record/record-screen.js";
import { icon } from "../ui/icon.js";
import { pencilSimple } from "../ui/icons/pencil-simple.js";
import { warningCircle } from "../ui/icons/warning-circle.js";
import { go } from "../ui/screen/go.js";
import { screenWords, t } from "../ui/words.js";
import "./report-link.css";

const field = "context";
const most = 200;

/** Where the person is: the page by its name, its address, and the form with its release while one is being filled. */
export function whereNow(title: string, path: string, release: string | undefined): string {
  const name = title.replace(/ · [^·]*$/, "");
  return [name, path, release].filter(Boolean).join(" · ").slice(0, most);
}

const releaseHere = (): string | undefined => document.querySelector<FillingElement>("tf-filling")?.opened?.draft.release;

function report(event: Event): void {
  event.preventDefault();
  const words = whereNow(document.title, location.pathname, releaseHere());
  go(`/forms/${requestForm}/new?${new URLSearchParams({ [`start.${field}`]: words })}`);
}

/** Where the cursor is, or was last, in the form that is open. */
let at: string | undefined;

/** The form that is being filled, or that the record on the screen is of. */
function formHere(): Asking | undefined {
  const filling = document.querySelector<FillingElement>("tf-filling");
  if (!filling?.opened) {
    const form = document.querySelector<RecordScreen>("tf-record")?.compiled;
    return form && { form };
  }
  const { form, draft } = filling.opened;
  const { model } = filling.formElement;
  return { form, at: at ?? draft.field, organization: draft.organization, seen: (name) => model.node(name).shown };
}

/** The cursor stays in its field until the sheet is there: what leaving a field brings up would move the page away under the finger. */
const stay = (event: Event): void => event.preventDefault();

async function ask(): Promise<void> {
  const [{ askChange }] = await Promise.all([import("../record/ask-change.js"), screenWords()]);
  const here = formHere();
  if (here) askChange(here);
}

function firstAnswers(): void {
  const filling = document.querySelector<FillingElement>("tf-filling");
  const query = new URLSearchParams(location.search);
  if (filling && query.size) void import("../form/start-answer.js").then(({ startAnswers }) => startAnswers(filling, query));
}

/** From now on the link is there for whoever may create the form. */
export async function startReportLink(): Promise<void> {
  const foot = document.createElement("footer");
  foot.className = "report-link";
  const app = document.querySelector("tf-app")!;
  app.after(foot);
  // A link, ours or another, may have brought first answers. Filling itself carries nothing for it.
  app.addEventListener("tf-ready", () => {
    at = undefined;
    firstAnswers();
  });
  app.addEventListener("tf-at", (event) => {
    at = (event as CustomEvent<string>).detail;
  });
  firstAnswers();
  let account: string | undefined;
  let may = false;
  const draw = (): void => {
    const shown = may && session.current?.actor.account === account && !session.lost;
    render(
      shown
        ? html`<a href=${`/forms/${requestForm}/new`} @click=${report}>${icon(warningCircle)}${t("foot.report")}</a><button type="button" class="ask-change" @mousedown=${stay} @click=${() => void ask()}>${icon(pencilSimple)}${t("ask.open")}</button>`
        : nothing,
      foot,
    );
  };
  const follow = async (): Promise<void> => {
    const now = session.current?.actor.account;
    if (now && now !== account && !session.lost) {
      const found = await getKept<Choices>("/forms").catch(() => undefined);
      may = found?.value.items.some(({ id }) => id === requestForm) ?? false;
      if (found) account = now;
    }
    draw();
  };
  session.watch(() => void follow());
  await follow();
}
