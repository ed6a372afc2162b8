// Works the answers out: what is computed, what is hidden and what comes back, and the problems of the form's own rules.
import type { Problem } from "../../schemas/types.js";
import { getAt, parts } from "../path/path.js";
import { gather } from "../validate/gather.js";
import { layOut } from "../validate/sheet.js";
import { type Hidden, validateAnswers } from "../validate/validate.js";
import { keep, numberedOf } from "../workflow/kept-facts.js";
import { withRecord } from "../workflow/record-fact.js";
import { sameAnswer } from "./canonical.js";
import type { Case, Step } from "./case.js";
import { putAway, seenOf, unhide } from "./hidden.js";
import type { Answers } from "./place.js";
import { followsRecord } from "./seal.js";

/** After a change. A record that nobody changed stays as it was worked out then. */
export const workOut: Step = (current) => {
  const { form, facts, before, stored, touched } = current;
  if (!touched) return form.fields.some(({ hidden }) => hidden === "keep") ? { ...current, visible: settle(current).visible } : current;
  const { answers, retired } = unhide(current, current.action.changes ?? []);
  const found = validateAnswers(form, answers, facts, "complete", stored ? before : undefined);
  // Answers too large or too deep are not looked into, and give nothing back that could be kept.
  const unread = found.problems.filter(({ code }) => code.startsWith("field.answers-"));
  return unread.length ? unread : { ...settled(current, found, retired), found: found.problems };
};

/** After a move: what the form reads of `record.*` is another now. What comes to light by it, or to another value, must be right as it stands. */
export const follow: Step = (current) => {
  const { does, moves, form, facts, record, visible } = current;
  if (!does || !moves || !followsRecord(form)) return current;
  const after = { ...current, facts: withRecord(facts, form, record) };
  const { answers, retired } = unhide(after, []);
  // Nobody could fill in what was hidden until now, so only what is there is judged.
  const found = validateAnswers(form, answers, after.facts, "shape", current.before);
  const at = (from: Answers, { path = "" }: Problem) => getAt(from, parts(path));
  const wrong = found.problems.filter((one) => one.level !== "warn" && !sameAnswer(at(visible, one), at(found.answers, one)));
  return wrong.length ? wrong : settled(after, found, retired);
};

function settle(current: Case): Case {
  const { answers, retired } = unhide(current, current.action.changes ?? []);
  return settled(current, gather(layOut(current.form, answers, current.facts, current.before)), retired);
}

function settled(current: Case, { answers, hidden }: { answers: Answers; hidden: Hidden[] }, retired: Answers): Case {
  const { form, facts, record } = current;
  const kept = keep(form, facts, answers, numberedOf(record));
  return { ...current, visible: seenOf(form, hidden, answers), record: { ...record, answers, retired: putAway(form, hidden, retired), facts: kept } };
}
