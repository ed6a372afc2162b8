// Deciding: one sheet asks for what an action needs (fields to correct, a comment, a signature), does it once, and says what became of it.
import { html, nothing, type TemplateResult } from "lit";
import type { Action, ActionDone, Problem, RecordView, Text } from "../../schemas/types.js";
import { ProblemError } from "../api/problem-error.js";
import { session } from "../api/session.js";
import type { Signed } from "../fields/sign-pad.js";
import { signPart } from "../fields/sign-part.js";
import { device } from "../offline/device.js";
import { keepFile } from "../offline/files.js";
import { perform } from "../offline/outbox.js";
import { clock } from "../ui/clock.js";
import { icon } from "../ui/icon.js";
import { arrowUUpLeft } from "../ui/icons/arrow-u-up-left.js";
import { check } from "../ui/icons/check.js";
import { prohibit } from "../ui/icons/prohibit.js";
import { signature as signatureIcon } from "../ui/icons/signature.js";
import { newId } from "../ui/new-id.js";
import { openSheet } from "../ui/screen/sheet.js";
import { say, t } from "../ui/words.js";
import { type CaseChoice, correctable } from "./choices.js";
import { forgetWritten, keepWritten, writtenFor } from "./decision-kept.js";

export interface Decided {
  /** Kept in this device, sent by itself later. */
  waiting: boolean;
  done?: ActionDone;
}

/** What the person has put into the sheet so far. */
interface Decision {
  comment: string;
  fields: Set<string>;
  /** A drawn signature; its file is kept once, when it goes. */
  signed: Signed | undefined;
  file: Promise<string> | undefined;
  /** Seen the warnings and goes on. */
  warned: boolean;
  missing: boolean;
}

/** The picture that stands on an action's button. */
export const pictureOf = (choice: CaseChoice): string | undefined =>
  choice.returns ? arrowUUpLeft : choice.tone === "danger" ? prohibit : choice.signs ? signatureIcon : choice.tone === "main" ? check : undefined;

/** Opens the sheet of an action; tells when it is done or waits. `comment` is what was already written beside the buttons. */
export function decide(view: RecordView, choice: CaseChoice, told: (decided: Decided) => void, comment = ""): void {
  const { id } = view.record;
  const before = writtenFor(id, choice.id);
  const decision: Decision = {
    comment: comment || before.comment,
    fields: new Set(before.fields),
    signed: undefined,
    file: undefined,
    warned: false,
    missing: false,
  };
  const fields = choice.returns ? correctable(view, choice.id) : [];
  const sign = (signed: Signed | undefined): void => {
    Object.assign(decision, { signed, file: undefined });
  };
  const keep = (): void => keepWritten(id, choice.id, { comment: decision.comment, fields: [...decision.fields] });
  const chosen = (): void => {
    keep();
    sheet.draw();
  };
  const sheet = openSheet({
    title: say(choice.title),
    note: noteOf(view, choice),
    body: () =>
      html`${fields.length ? fieldChips(fields, decision, chosen) : nothing}${choice.comment === "none" ? nothing : commentField(choice, decision, keep)}${choice.signs ? signPart(session.current?.actor.name ?? "", sign) : nothing}`,
    go: {
      label: say(choice.title),
      ...(pictureOf(choice) && { picture: pictureOf(choice)! }),
      danger: choice.tone === "danger" && !choice.returns,
      run: async () => {
        decision.comment = document.querySelector<HTMLTextAreaElement>("#decide-comment")?.value ?? decision.comment;
        decision.missing = choice.comment === "required" && decision.comment.trim() === "" && decision.fields.size === 0;
        if (decision.missing) throw new MissingComment();
        const decided = await send(view, choice, decision, fields);
        for (const action of [choice.id, ""]) forgetWritten(id, action);
        told(decided);
      },
    },
    explain: (error) => explain(error, choice, decision),
  });
}

/** An action is asked for without its comment. */
class MissingComment extends Error {}

async function send(view: RecordView, choice: CaseChoice, decision: Decision, fields: { name: string; title: Text }[]): Promise<Decided> {
  const comment = composed(
    decision,
    fields.filter(({ name }) => decision.fields.has(name)).map(({ title }) => say(title)),
  );
  const signature = await fileOf(decision);
  const action: Action = {
    id: newId(),
    type: choice.id,
    record: view.record.id,
    form: view.record.form,
    base: view.record.rev,
    changes: [],
    madeAt: clock.iso(),
    device: device(),
    ...(comment && { comment }),
    ...(signature && { signature }),
    ...(decision.warned && { warnings: true }),
  };
  return perform(action, view.title);
}

/** The fields to correct stand before the reason, so that the author sees them first. */
export function composed({ comment }: Pick<Decision, "comment">, fields: string[]): string {
  const words = comment.trim();
  if (!fields.length) return words;
  return words ? t("decide.fieldsAnd", { fields: fields.join(", "), words }) : t("decide.fields", { fields: fields.join(", ") });
}

function noteOf(view: RecordView, choice: CaseChoice): string {
  const acting = choice.acting ? `${t("decide.acting", { position: say(choice.acting) })} ` : "";
  if (choice.returns) return `${acting}${t("decide.returns", { title: say((view.form as { title?: Text }).title), name: view.record.authorName })}`;
  if (choice.ends) return `${acting}${t("decide.ends", { title: say(view.title) })}`;
  return `${acting}${say(view.title)}`;
}

const fieldChips = (fields: { name: string; title: Text }[], { fields: picked }: Decision, draw: () => void): TemplateResult =>
  html`<fieldset class="field"><legend class="label">${t("decide.which")} <span class="opt">${t("field.optional")}</span></legend><div class="chips wrap">${fields.map(
    ({ name, title }) => {
      const on = picked.has(name);
      const toggle = (): void => {
        if (!picked.delete(name)) picked.add(name);
        draw();
      };
      return html`<button type="button" class="chip ${on ? "on" : ""}" aria-pressed=${on} @click=${toggle}>${on ? icon(check) : nothing}${say(title)}</button>`;
    },
  )}</div></fieldset>`;

const commentField = (choice: CaseChoice, decision: Decision, keep: () => void): TemplateResult =>
  html`<div class="field ${decision.missing ? "bad" : ""}"><label class="label" for="decide-comment">${t(choice.returns ? "decide.why" : choice.ends ? "decide.reason" : "decide.comment")}${choice.comment === "optional" ? html` <span class="opt">${t("field.optional")}</span>` : nothing}</label><textarea class="ctl area" id="decide-comment" rows="3" maxlength="2000" ?autofocus=${choice.comment === "required"} aria-invalid=${decision.missing ? "true" : nothing} .value=${decision.comment} @input=${(
    event: Event,
  ) => {
    decision.comment = (event.target as HTMLTextAreaElement).value;
    decision.missing = false;
    keep();
  }}></textarea></div>`;

/** The drawing as a file of this device; a second press after a refusal sends the same one. */
async function fileOf(decision: Decision): Promise<string | undefined> {
  const image = await decision.signed?.image;
  if (!image) return undefined;
  decision.file ??= keepFile(image, t("decide.signFile")).then(({ id }) => id);
  return decision.file;
}

function explain(error: unknown, choice: CaseChoice, decision: Decision): string {
  if (error instanceof MissingComment) return t(choice.returns ? "decide.needWhy" : "decide.needComment");
  if (!(error instanceof ProblemError)) return t("error.unexpected");
  const { problem } = error;
  const parts = problem.problems?.length ? problem.problems : [problem];
  const sentences = [...new Set(parts.map(({ title }) => say(title)))].join(" ");
  if (!isWarning(problem)) return sentences;
  // Only warnings: the next press goes on, now that they were seen.
  decision.warned = true;
  return t("decide.warned", { sentences });
}

const isWarning = (problem: Problem): boolean =>
  problem.problems?.length ? problem.problems.every(({ level }) => level === "warn") : problem.level === "warn";
