// "ขอปรับแบบฟอร์มนี้": one sheet over the form or the record that is open. The person points at a question and says what should change;
// the rest the request knows itself. It goes as every record does, also later when there is no signal, and nothing of the form under it changes.
import "../ui/late-words.js";
import { html, nothing, type TemplateResult } from "lit";
import type { CompiledForm } from "../../engine/compile/compiled.js";
import type { Facts } from "../../engine/expression/facts.js";
import { choices } from "../../engine/fields/options.js";
import { changesBetween } from "../../engine/record/changes.js";
import { say as speak } from "../../engine/text/text.js";
import { searchable } from "../../engine/thai/normalise.js";
import type { Action, Fillable } from "../../schemas/types.js";
import { OfflineError, ProblemError } from "../api/problem-error.js";
import { pick } from "../fields/pick.js";
import { indexOf } from "../form/paths.js";
import { device } from "../offline/device.js";
import { getKept } from "../offline/kept.js";
import { type Performed, perform } from "../offline/outbox.js";
import { clock } from "../ui/clock.js";
import { icon } from "../ui/icon.js";
import { magnifyingGlass } from "../ui/icons/magnifying-glass.js";
import { paperPlaneTilt } from "../ui/icons/paper-plane-tilt.js";
import { language } from "../ui/language.js";
import { newId } from "../ui/new-id.js";
import { go } from "../ui/screen/go.js";
import { openSheet } from "../ui/screen/sheet.js";
import { toast } from "../ui/toast.js";
import { say, t } from "../ui/words.js";
import { type Pointed, requestForm, requestKind } from "./change-request.js";
import { forgetWritten, keepWritten, writtenFor } from "./decision-kept.js";
import { type Questions, questionsOf } from "./questions.js";
import "./ask-change.css";

export interface Asking {
  form: CompiledForm;
  /** Where the cursor was last, as a path of the screen. */
  at?: string | undefined;
  /** Whether a question stands on the form now; unsaid, all do. */
  seen?: (name: string) => boolean;
  /** For which of the person's organizations it is being filled. */
  organization?: string | undefined;
}

/** Stands for the form as a whole. */
const whole = "";
/** More questions than this are searched. */
const few = 12;
/** Fewer letters say nothing; the form of reports asks for as many. */
const least = 5;
/** What the report asks of everybody, and a request answers by itself: the nearest of the LAO's own lists. */
const usual: Record<string, string> = { code: "p12", severity: "annoying" };

/** Something is still to be said, and which. */
class Missing extends Error {}

/** Opens the sheet. What was written in it before and not sent is there again. */
export function askChange(asking: Asking): void {
  const { form } = asking;
  // Fetched while it is being written, for the signal may go before it is sent.
  const early = reports().catch(() => undefined);
  const kept = writtenFor(form.id, requestKind);
  const last = asking.at ? form.fields[indexOf(asking.at, form)]?.id : undefined;
  let [chosen, wanted, sought, missing] = [kept.fields[0] ?? last, kept.comment, "", ""];
  const sections = questionsOf(form, language(), asking.seen);
  const keep = (): void => keepWritten(form.id, requestKind, { comment: wanted, fields: chosen === undefined ? [] : [chosen] });
  const choose = (id: string): void => {
    [chosen, missing] = [id, ""];
    keep();
    sheet.draw();
  };
  const seek = (event: Event): void => {
    sought = (event.target as HTMLInputElement).value;
    sheet.draw();
  };
  const write = (event: Event): void => {
    wanted = (event.target as HTMLTextAreaElement).value;
    missing = "";
    keep();
  };
  const sheet = openSheet({
    title: t("ask.open"),
    note: t("ask.note", { title: say(form.title) }),
    body: () => html`
      <fieldset class="field"><legend class="label">${t("ask.field")}</legend>${
        sections.flatMap(({ questions }) => questions).length > few ? searchBox(sought, seek) : nothing
      }<div class="ask-list">${pick("radio", "ask-field", t("ask.whole"), chosen === whole, () => choose(whole))}${found(sections, sought).map(
        ({ title, questions }) =>
          html`<p class="fine">${title}</p>${questions.map(({ id, words }) => pick("radio", "ask-field", words, chosen === id, () => choose(id)))}`,
      )}</div></fieldset>
      <div class=${missing === "words" ? "field bad" : "field"}><label class="label" for="ask-words">${t("ask.words")}</label><span class="help" id="ask-words-help">${t("ask.wordsHelp")}</span><textarea class="ctl area" id="ask-words" rows="3" maxlength="4000" aria-describedby="ask-words-help" aria-invalid=${missing === "words" ? "true" : nothing} .value=${wanted} @input=${write}></textarea></div>`,
    go: {
      label: t("ask.send"),
      picture: paperPlaneTilt,
      run: async () => {
        missing = chosen === undefined ? "field" : [...wanted.trim()].length < least ? "words" : "";
        if (missing) throw new Missing(t(missing === "field" ? "ask.needField" : "ask.needWords"));
        const performed = await send((await early) ?? (await reports()), asking, pointed(form, chosen!), wanted.trim());
        forgetWritten(form.id, requestKind);
        tell(performed);
      },
    },
    explain,
  });
  // At the question at hand, in sight; a search box first would bring up the keys of a phone over everything.
  const start = document.querySelector<HTMLElement>(".ask-list :checked") ?? document.querySelector<HTMLElement>(".ask-list input");
  start?.focus({ preventScroll: true });
  start?.parentElement?.scrollIntoView({ block: "nearest" });
}

const searchBox = (sought: string, seek: (event: Event) => void): TemplateResult =>
  html`<label class="hide" for="ask-seek">${t("ask.find")}</label><div class="ctl">${icon(magnifyingGlass)}<input id="ask-seek" type="search" autocomplete="off" placeholder=${t("ask.find")} .value=${sought} @input=${seek} @keydown=${(
    event: KeyboardEvent,
  ) => event.key === "Enter" && event.preventDefault()}></div>`;

function found(sections: readonly Questions[], sought: string): Questions[] {
  const wanted = searchable(sought).trim();
  return sections
    .map(({ title, questions }) => ({ title, questions: questions.filter(({ words }) => searchable(words).includes(wanted)) }))
    .filter(({ questions }) => questions.length > 0);
}

/** In Thai, as the office reads it. */
function pointed(form: CompiledForm, chosen: string): Pointed {
  const question = questionsOf(form, "th")
    .flatMap(({ questions }) => questions)
    .find(({ id }) => id === chosen);
  return {
    form_id: form.id,
    form_title: speak(form.title, "th"),
    form_version: form.version,
    ...(question && { field_id: question.id, field_title: question.words }),
  };
}

/** The form that the request is sent in. */
const reports = async (): Promise<Fillable> => (await getKept<Fillable>(`/forms/${requestForm}`)).value;

async function send({ form: compiled, facts, organizations = [] }: Fillable, { organization }: Asking, about: Pointed, detail: string): Promise<Performed> {
  const form = compiled as unknown as CompiledForm;
  const place = organizations.find(({ id }) => id === organization) ?? organizations[0];
  const answers = { kind: requestKind, detail, people: 1, ...about, ...fixed(form, facts as unknown as Facts), ...older(form, about) };
  const action: Action = {
    id: newId(),
    type: "submit",
    record: newId(),
    form: form.id,
    release: form.release,
    ...(place && { organization: place.id }),
    base: 0,
    changes: changesBetween(form, null, answers),
    madeAt: clock.iso(),
    device: device(),
  };
  return perform(action, form.title);
}

/** Of each list the usual choice, or what the LAO has last in it where it has made its own. */
function fixed(form: CompiledForm, facts: Facts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(usual).flatMap(([name, id]) => {
      const field = form.fields.find((one) => one.parent < 0 && one.name === name);
      const open = (field && choices(field.options, facts))?.filter((choice) => choice.open) ?? [];
      const chosen = open.find((choice) => choice.id === id) ?? open.at(-1);
      return chosen ? [[name, chosen.id]] : [];
    }),
  );
}

/** A LAO whose form of reports does not ask what was pointed at reads it in words, where every report says where it came from. */
function older(form: CompiledForm, { form_title, form_version, field_title }: Pointed): { context?: string } {
  if (form.fields.some(({ name }) => name === "form_id")) return {};
  return { context: [form_title, form_version, field_title].filter(Boolean).join(" · ").slice(0, 200) };
}

function tell({ waiting, done }: Performed): void {
  const [number = ""] = Object.values(done?.numbers ?? {});
  if (waiting) toast(t("ask.waiting"));
  else toast(t("ask.sent", { number }), { label: t("ask.show"), run: () => go(`/records/${done!.record}`) });
}

function explain(error: unknown): string {
  if (error instanceof Missing) return error.message;
  if (error instanceof OfflineError) return t("ask.notHere");
  if (!(error instanceof ProblemError)) return t("error.unexpected");
  const { problem } = error;
  return [...new Set((problem.problems?.length ? problem.problems : [problem]).map(({ title }) => say(title)))].join(" ");
}
