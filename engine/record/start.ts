// A new record begins with the defaults of its form, in the fields that its maker did not name: one emptied on purpose stays empty.
import { evaluate } from "../expression/evaluate.js";
import { type Tree, unknown } from "../expression/tree.js";
import { isEmpty } from "../fields/field.js";
import type { Case, Step } from "./case.js";
import { findPlace, writeAt } from "./place.js";
import { isContainer, shapeOf, tableOf } from "./shape.js";

/** Rows come from the device with the defaults they began with; only fields that stand once are filled here. */
export const start: Step = (current) => {
  if (current.stored) return current;
  const shape = shapeOf(current.form);
  const named = new Set((current.action.changes ?? []).map(({ path }) => path.split("/").at(-1)));
  const nodes = [...shape.byId.values()].filter((node) => node.field.default && !isContainer(node) && !tableOf(node) && !named.has(node.field.id));
  const answers = nodes.reduce((filled, node) => {
    const value = begun(node.field.default!, current);
    return isEmpty(value) ? filled : writeAt(filled, findPlace(shape, node.field.id)!.steps, value);
  }, current.record.answers);
  return answers === current.record.answers ? current : { ...current, record: { ...current.record, answers } };
};

// A default reads facts; other answers are not there yet, so their names are empty.
function begun(tree: Tree, { facts, form }: Case): unknown {
  const names = new Set(form.fields.map(({ name }) => name));
  const value = evaluate(tree, { facts, name: (name) => (names.has(name) ? null : undefined) });
  return value === unknown ? undefined : value;
}
