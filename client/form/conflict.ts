// Somebody changed the same answers meanwhile: both stand side by side, and the person picks. Nothing is overwritten in silence.
import "../ui/late-words.js";
import { html } from "lit";
import type { DraftEdit, FormRecord, Problem, RecordView } from "../../schemas/types.js";
import { api } from "../api/api.js";
import { pick } from "../fields/pick.js";
import { shown } from "../fields/shown.js";
import { answerAt } from "../offline/answers-at.js";
import { icon } from "../ui/icon.js";
import { users } from "../ui/icons/users.js";
import { say, t } from "../ui/words.js";
import type { FillingElement } from "./filling.js";
import { screenPath } from "./paths.js";
import { settled } from "./settled.js";
import "../styles/read.css";

/** One answer that two people gave. */
export interface Clash {
  path: string;
  title: string;
  mine: string;
  theirs: string;
  choice: "mine" | "theirs";
}

type Answers = Record<string, unknown>;

/** Shows what clashes, with the record as it is now, until the person has picked. */
export async function openConflict(filling: FillingElement, problems: Problem[]): Promise<void> {
  const { record } = await api.get<RecordView>(`/records/${filling.opened!.draft.target}?sensitive=true`);
  const clashes = clashesOf(filling, record, problems);
  filling.conflict = () =>
    page(
      clashes,
      () => filling.requestUpdate(),
      () => void settle(filling, record, clashes),
    );
  filling.requestUpdate();
  await filling.updateComplete;
  filling.querySelector<HTMLElement>(".conflict-note")?.focus();
}

function clashesOf(filling: FillingElement, record: FormRecord, problems: Problem[]): Clash[] {
  const { form } = filling.opened!;
  const { answers, facts } = filling.formElement.model.state;
  return problems.map((problem) => {
    const path = screenPath(problem.path ?? "", record.answers);
    const field = form.fields.find((one) => one.id === (problem.params as { field?: string } | undefined)?.field);
    const words = (side: unknown) => (field && shown(answerAt(side, path.split("/")), field, facts)) || t("form.none");
    return { path, title: field ? say(field.title) : path, mine: words(answers), theirs: words(record.answers), choice: "mine" };
  });
}

/** Goes on from the record as it is now, with the answers as they were picked. */
async function settle(filling: FillingElement, record: FormRecord, clashes: Clash[]): Promise<void> {
  const box = await filling.keeper!.open();
  const before = filling.formElement.model.state.answers;
  const now = record.answers as Answers;
  const after = settled(box.draft.base?.answers ?? {}, before, now, clashes);
  const edits = Object.keys({ ...before, ...after })
    .filter((name) => before[name] !== after[name])
    .map((name): DraftEdit => (after[name] === undefined ? { path: name } : { path: name, to: after[name] }));
  filling.formElement.takeEdits(edits);
  box.change(edits, { base: { rev: record.rev, answers: now } });
  filling.conflict = undefined;
  filling.requestUpdate();
}

function page(clashes: Clash[], redraw: () => void, use: () => void): unknown {
  const side = (clash: Clash, choice: Clash["choice"]) =>
    pick("radio", `clash-${clash.path}`, t(`conflict.${choice}`, { value: clash[choice] }), clash.choice === choice, () => {
      clash.choice = choice;
      redraw();
    });
  return html`<div class="in-form"><div class="note wait conflict-note" role="alert" tabindex="-1">${icon(users)}<div><b>${t("conflict.title")}</b><p>${t("conflict.help")}</p></div></div>
    ${clashes.map((clash) => html`<fieldset class="field"><legend class="label">${clash.title}</legend><div class="picks">${side(clash, "mine")}${side(clash, "theirs")}</div></fieldset>`)}
    <button type="button" class="btn main wide" @click=${use}>${t("conflict.use")}</button></div>`;
}
