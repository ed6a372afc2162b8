// What changed between two sets of answers, by identity: what an action sends, and what an event keeps.
import type { Change } from "../../schemas/types.js";
import type { CompiledForm } from "../compile/compiled.js";
import { sameAnswer } from "./canonical.js";
import { inside, type Keep } from "./identified.js";
import { type Answers, isPlain, type Row, rowsOf } from "./place.js";
import { type Node, shapeOf } from "./shape.js";
import { typed } from "./typed.js";

/**
 * The changes that make `after` of `before`, of what people type: for an action. `before` is null for a new record;
 * there a field with a default that was left empty is named with `to: null`, so that its default does not come back.
 */
export function changesBetween(form: CompiledForm, before: Answers | null, after: Answers): Change[] {
  const { top } = shapeOf(form);
  return [...compare(top, "", before ?? {}, after, typed), ...(before ? [] : emptied(top, "", after))];
}

/** Everything that became different, computed values too: for the history. Given numbers and signatures have their own place there. */
export function differences(form: CompiledForm, before: Answers, after: Answers): Change[] {
  return compare(shapeOf(form).top, "", before, after, ({ field }) => field.type !== "running-number" && field.type !== "signature");
}

function compare(nodes: readonly Node[], path: string, before: Answers, after: Answers, keep: Keep): Change[] {
  return nodes.filter(keep).flatMap((node) => {
    const { id, name, type } = node.field;
    const [was, to] = [before[name], after[name]];
    if (type === "group") return compare(node.children, `${path}${id}/`, isPlain(was) ? was : {}, isPlain(to) ? to : {}, keep);
    if (type === "table") return compareRows(node, path + id, rowsOf(was), rowsOf(to), keep);
    return sameAnswer(was, to) ? [] : [change(path + id, was, to)];
  });
}

function compareRows(table: Node, path: string, before: Row[], after: Row[], keep: Keep): Change[] {
  const [old, now] = [byId(before), byId(after)];
  const removed = before.filter((row) => !now.has(row.$row)).map((row) => change(`${path}/${row.$row}`, inside(table, row, keep), undefined));
  const others = after.flatMap((row) => {
    const was = old.get(row.$row);
    return was ? compare(table.children, `${path}/${row.$row}/`, was, row, keep) : [change(`${path}/${row.$row}`, undefined, inside(table, row, keep))];
  });
  const stayed = before.filter((row) => now.has(row.$row)).map((row) => row.$row);
  const moved = !sameAnswer(
    stayed,
    after.filter((row) => old.has(row.$row)).map((row) => row.$row),
  );
  const order = after.map((row) => row.$row);
  return [...removed, ...others, ...(moved ? [change(path, stayed, order)] : [])];
}

function byId(rows: Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.$row, row]));
}

function change(path: string, was: unknown, to: unknown): Change {
  return { path, ...(was !== undefined && { was }), ...(to !== undefined && { to }) };
}

function emptied(nodes: readonly Node[], path: string, answers: Answers): Change[] {
  return nodes.flatMap((node) => {
    const { id, name, type, default: start } = node.field;
    const value = answers[name];
    if (type === "group") return emptied(node.children, `${path}${id}/`, isPlain(value) ? value : {});
    return start && typed(node) && sameAnswer(value, null) ? [{ path: path + id, to: null }] : [];
  });
}
