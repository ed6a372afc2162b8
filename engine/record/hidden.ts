// Hidden answers of a record: retired, kept or cleared as each field says; and back again when the field is shown.
import type { Change } from "../../schemas/types.js";
import type { CompiledForm } from "../compile/compiled.js";
import type { Hidden } from "../validate/validate.js";
import { carry, gather } from "./carry.js";
import type { Case } from "./case.js";
import { Desk } from "./desk.js";
import { type Answers, findPlace, keyOf, placeOf } from "./place.js";
import { retire } from "./retired.js";
import { shapeOf } from "./shape.js";

/** The answers with every retired value back in its place, but for those that these changes have answered anew. */
export function unhide({ form, record }: Case, changes: readonly Change[]): { answers: Answers; retired: Answers } {
  const retired: Answers = record.retired;
  if (!Object.keys(retired).length) return { answers: record.answers, retired };
  const shape = shapeOf(form);
  const named = new Set(changes.flatMap(({ path }) => findPlace(shape, path) ?? []).map(keyOf));
  return carry(form, form, record.answers, Object.fromEntries(Object.entries(retired).filter(([key]) => !named.has(key))));
}

/** The retired values, with what is hidden now among them. */
export function putAway(form: CompiledForm, hidden: readonly Hidden[], retired: Answers): Answers {
  const away = { ...retired };
  for (const { path, value } of hidden.filter(({ policy }) => policy === "retire")) {
    const place = placeOf(shapeOf(form), path);
    if (!place) continue;
    const rows = keyOf(place).slice(0, -place.node.field.id.length);
    for (const { from, rows: inner, value: one } of gather([place.node], { [place.node.field.name]: value }, rows)) retire(away, inner + from.field.id, one);
  }
  return away;
}

/** The answers as rules see them: what is kept although hidden is not among them. */
export function seenOf(form: CompiledForm, hidden: readonly Hidden[], answers: Answers): Answers {
  const kept = hidden.filter(({ policy }) => policy === "keep").flatMap(({ path }) => placeOf(shapeOf(form), path) ?? []);
  const desk = new Desk(answers);
  for (const { steps } of kept) desk.write(steps, undefined);
  return desk.answers();
}
