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
  // What is signed was signed with the facts of its day: as long as nobody changes that part, they stay.
  const facts = record.sealed && !touchesSigned(current, applied) ? current.facts : withRecord(context.facts, form, record);
  return { ...current, changes: applied, touched: true, facts, record: { ...record, answers } };
};

function touchesSigned({ form, record }: Case, changes: readonly Change[]): boolean {
  const signed = new Set(record.signatures.filter((one) => !one.void).flatMap(({ sections }) => sections));
  const shape = shapeOf(form);
  return changes.some(({ path }) => signed.has(findPlace(shape, path)?.node.section ?? ""));
}
