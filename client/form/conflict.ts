// Somebody changed the same answers meanwhile: both stand side by side, and the person picks. Nothing is overwritten in silence.
import { html, type TemplateResult } from "lit";
import type { CompiledForm } from "../../engine/compile/compiled.js";
import type { Facts } from "../../engine/expression/facts.js";
import type { FormRecord, Problem, RecordView } from "../../schemas/types.js";
import { api } from "../api/api.js";
import { pick } from "../fields/pick.js";
import { shown } from "../fields/shown.js";
import { answerAt, withAnswer } from "../offline/answers-at.js";
import { icon } from "../ui/icon.js";
import { users } from "../ui/icons/users.js";
import { say, t } from "../ui/words.js";
import { screenPath } from "./paths.js";

/** One answer that two people gave. */
export interface Clash {
  path: string;
  title: string;
  mine: string;
  theirs: string;
  choice: "mine" | "theirs";
}

export interface Clashes {
  record: FormRecord;
  items: Clash[];
}

/** What clashes, with the record as it is now. */
export async function findClashes(form: CompiledForm, facts: Facts, answers: Record<string, unknown>, problems: Problem[], id: string): Promise<Clashes> {
  const { record } = await api.get<RecordView>(`/records/${id}`);
  const now = record.answers as Record<string, unknown>;
  const items = problems.map((problem): Clash => {
    const path = screenPath(problem.path ?? "", now);
    const field = form.fields.find((one) => one.id === (problem.params as { field?: string } | undefined)?.field);
    const words = (value: unknown) => (field && shown(value, field, facts)) || t("form.none");
    const [mine, theirs] = [answers, now].map((side) => words(answerAt(side, path.split("/"))));
    return { path, title: field ? say(field.title) : path, mine: mine!, theirs: theirs!, choice: "mine" };
  });
  return { record, items };
}

/** The answers after the picks: what others changed is taken over, what only this person changed stays, and a clash goes as it was picked. */
export function settled(base: Record<string, unknown>, mine: Record<string, unknown>, { record, items }: Clashes): Record<string, unknown> {
  const now = record.answers as Record<string, unknown>;
  let answers = { ...mine };
  for (const name of new Set([...Object.keys(now), ...Object.keys(base)])) {
    const untouched = JSON.stringify(mine[name]) === JSON.stringify(base[name]);
    if (untouched) answers = withAnswer(answers, [name], now[name]);
  }
  for (const { path, choice } of items) if (choice === "theirs") answers = withAnswer(answers, path.split("/"), answerAt(now, path.split("/")));
  return answers;
}

/** Both answers of each clash, one to be picked. */
export function conflictBox({ items }: Clashes, choose: (path: string, choice: Clash["choice"]) => void, use: () => void): TemplateResult {
  return html`<div class="note wait review-box" role="alert" tabindex="-1">${icon(users)}<div><b>${t("conflict.title")}</b><p>${t("conflict.help")}</p></div></div>
    ${items.map(
      ({ path, title, mine, theirs, choice }) => html`<fieldset class="field"><legend class="label">${title}</legend><div class="picks">
        ${pick("radio", `clash-${path}`, t("conflict.mine", { value: mine }), choice === "mine", () => choose(path, "mine"))}
        ${pick("radio", `clash-${path}`, t("conflict.theirs", { value: theirs }), choice === "theirs", () => choose(path, "theirs"))}</div></fieldset>`,
    )}
    <button type="button" class="btn main wide clash-use" @click=${use}>${t("conflict.use")}</button>`;
}
