// What the maker of a new record wrote where only the record's later life opens a place, for somebody else to fill: the office's part of a
// report. An out-of-date form may send such an answer in good faith, so nothing is refused and nothing lost; but it never comes to light.
import type { CompiledForm } from "../compile/compiled.js";
import { editable } from "../workflow/editable.js";
import type { Case, Step } from "./case.js";
import { Desk } from "./desk.js";
import { type Answers, findPlace, keyOf } from "./place.js";
import { asideKey, fieldOf, retire } from "./retired.js";
import { opensLater } from "./seal.js";
import { chain, type Node, shapeOf } from "./shape.js";

/** After the first move, before anything comes to light by it: whose the places are then, the state reached says. */
export const setAside: Step = (current) => {
  const { stored, form, action, record, visible } = current;
  if (stored || !action.changes?.length) return current;
  const later = opensLater(form);
  if (!later.size || editable(form, record, current.actor) === "all") return current;
  const foreign = foreignTo(current, later);
  const retired: Answers = {};
  for (const [key, value] of Object.entries(record.retired)) retire(retired, foreign(shapeOf(form).byId.get(fieldOf(key))) ? asideKey(key) : key, value);
  return { ...current, record: { ...record, answers: withoutKept(form, record.answers, visible, action.changes, foreign, retired), retired } };
};

/** Whether a field opens later, is somebody else's to fill then, and was named by the maker: what a form itself begins with is nobody's. */
function foreignTo({ form, action, record, actor }: Case, later: ReadonlySet<string>): (node: Node | undefined) => boolean {
  const open = editable(form, record, actor);
  // What no state opens to anybody is not waited for: it was the maker's to give, and is only shown later.
  const filled = (section: string | undefined) =>
    form.workflow.definition.states.some(({ edit }) => edit && (edit.sections === undefined || (section !== undefined && edit.sections.includes(section))));
  const named = new Set(action.changes!.flatMap(({ path }) => path.split("/")));
  return (node) =>
    node !== undefined &&
    filled(node.section) &&
    (node.section === undefined || !open.includes(node.section)) &&
    chain(node).some(({ field }) => later.has(field.id)) &&
    chain(node).some(({ field }) => named.has(field.id));
}

/** The answers without those that stayed among them although hidden (`x-hidden: keep`) and are not the maker's. */
function withoutKept(
  form: CompiledForm,
  answers: Answers,
  visible: Answers,
  changes: readonly { path: string }[],
  foreign: (node: Node) => boolean,
  retired: Answers,
): Answers {
  const [desk, seen] = [new Desk(answers), new Desk(visible)];
  for (const { path } of changes) {
    const place = findPlace(shapeOf(form), path);
    const value = place && foreign(place.node) && seen.read(place.steps) === undefined ? desk.read(place.steps) : undefined;
    if (value === undefined) continue;
    retire(retired, asideKey(keyOf(place!)), value);
    desk.write(place!.steps, undefined);
  }
  return desk.answers();
}
