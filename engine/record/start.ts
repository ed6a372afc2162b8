// A new record begins with the defaults of its form, in the fields that its maker did not name: one emptied on purpose stays empty.
import { evaluate } from "../expression/evaluate.js";
import { type Tree, unknown } from "../expression/tree.js";
import { isEmpty } from "../fields/field.js";
import type { Case, Step } from "./case.js";
import { Desk } from "./desk.js";
import { findPlace } from "./place.js";
import { isContainer, type Node, shapeOf, tableOf } from "./shape.js";

/** Rows come from the device with the defaults they began with. Here are filled: fields that stand once, and tables whose rows are given and nobody named. */
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
  for (const node of shape.byId.values()) {
    const touched = () => (current.action.changes ?? []).some(({ path }) => path === node.field.id || path.startsWith(`${node.field.id}/`));
    const rows = node.field.rows && !touched() ? begun(node.field.rows, names, current) : undefined;
    if (Array.isArray(rows) && !tableOf(node))
      desk.write(
        findPlace(shape, node.field.id)!.steps,
        rows.map((row) => ({ ...columns(node, names, current), ...(row as object) })),
      );
  }
  return { ...current, record: { ...current.record, answers: desk.answers() } };
};

/** What stands in a new row to begin with. */
function columns({ children }: Node, names: ReadonlySet<string>, current: Case): Record<string, unknown> {
  const started = children.filter(({ field }) => field.default).map(({ field }) => [field.name, begun(field.default!, names, current)] as const);
  return Object.fromEntries(started.filter(([, value]) => !isEmpty(value)));
}

// A default reads facts; other answers are not there yet, so their names are empty.
function begun(tree: Tree, names: ReadonlySet<string>, { facts }: Case): unknown {
  const value = evaluate(tree, { facts, name: (name) => (names.has(name) ? null : undefined) });
  return value === unknown ? undefined : value;
}
