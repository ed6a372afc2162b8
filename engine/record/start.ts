// A new record begins with the defaults of its form, in the fields that its maker did not name: one emptied on purpose stays empty.
import { evaluate } from "../expression/evaluate.js";
import { type Tree, unknown } from "../expression/tree.js";
import { isEmpty } from "../fields/field.js";
import type { Case, Step } from "./case.js";
import { Desk } from "./desk.js";
import { findPlace } from "./place.js";
import { isContainer, shapeOf, tableOf } from "./shape.js";

/** Rows come from the device with the defaults they began with; only fields that stand once are filled here. */
export const start: Step = (current) => {
  if (current.stored) return current;
  const shape = shapeOf(current.form);
  const named = new Set((current.action.changes ?? []).map(({ path }) => path.split("/").at(-1)));
  const nodes = [...shape.byId.values()].filter((node) => node.field.default && !isContainer(node) && !tableOf(node) && !named.has(node.field.id));
  const names = new Set(current.form.fields.map(({ name }) => name));
  const desk = new Desk(current.record.answers);
  for (const node of nodes) {
    const value = begun(node.field.default!, names, current);
    if (!isEmpty(value)) desk.write(findPlace(shape, node.field.id)!.steps, value);
  }
  return { ...current, record: { ...current.record, answers: desk.answers() } };
};

// A default reads facts; other answers are not there yet, so their names are empty.
function begun(tree: Tree, names: ReadonlySet<string>, { facts }: Case): unknown {
  const value = evaluate(tree, { facts, name: (name) => (names.has(name) ? null : undefined) });
  return value === unknown ? undefined : value;
}
