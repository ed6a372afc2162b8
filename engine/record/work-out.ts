// Works the answers out: what is computed, what is hidden and what comes back, and the problems of the form's own rules.
import type { Problem } from "../../schemas/types.js";
import { validateAnswers } from "../validate/validate.js";
import { keep, numberedOf } from "../workflow/kept-facts.js";
import { withRecord } from "../workflow/record-fact.js";
import { type Case, refused, type Step } from "./case.js";
import { putAway, seenOf, unhide } from "./hidden.js";
import { followsRecord } from "./seal.js";

/** After a change. A record that nobody changed stays as it was worked out then. */
export const workOut: Step = (current) => {
  if (current.touched) return settle(current);
  if (!current.form.fields.some(({ hidden }) => hidden === "keep")) return current;
  const settled = settle(current);
  return refused(settled) ? settled : { ...current, visible: settled.visible };
};

/** After a move: what the form reads of `record.*` is another now. */
export const follow: Step = (current) => {
  if (!current.does || !current.moves || !followsRecord(current.form)) return current;
  return settle({ ...current, facts: withRecord(current.facts, current.form, current.record) });
};

function settle(current: Case): Case | Problem[] {
  const { form, facts, record, before, stored } = current;
  const { answers, retired } = unhide(current);
  const found = validateAnswers(form, answers, facts, "complete", stored ? before : undefined);
  // Answers too large or too deep are not looked into, and give nothing back that could be kept.
  const unread = found.problems.filter(({ code }) => code.startsWith("field.answers-"));
  if (unread.length) return unread;
  return {
    ...current,
    found: found.problems,
    visible: seenOf(form, found.hidden, found.answers),
    record: { ...record, answers: found.answers, retired: putAway(form, found.hidden, retired), facts: keep(form, facts, found.answers, numberedOf(record)) },
  };
}
