// Puts what the person changed on what is there now, and says with which facts the record is worked out again.
import type { Change } from "../../schemas/types.js";
import { withRecord } from "../workflow/record-fact.js";
import type { Case, Step } from "./case.js";
import { findPlace } from "./place.js";
import { rebase } from "./rebase.js";
import { shapeOf } from "./shape.js";

export const change: Step = (current) => {
  const { form, record, action, context } = current;
  const { answers, applied, problems } = rebase(form, record.answers, action.changes ?? []);
  if (problems.length) return problems;
  if (!applied.length) return { ...current, record: { ...record, answers } };
  const facts = signedStays(current, applied) ? current.facts : withRecord(context.facts, form, record);
  return { ...current, changes: applied, touched: true, facts, record: { ...record, answers } };
};

/** What is signed was signed with the facts of its day: they stay while a signature stands of which nobody changes anything. */
function signedStays({ form, record }: Case, changes: readonly Change[]): boolean {
  const shape = shapeOf(form);
  const touched = new Set(changes.map(({ path }) => findPlace(shape, path)?.node.section));
  return record.signatures.some((one) => !one.void && !one.sections.some((section) => touched.has(section)));
}
