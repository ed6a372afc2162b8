// Puts the changes of a save into a draft's answers. Each costs one step, however many rows a table has: a save may bring 20,000.
import { formsProblem } from "../../engine/problem/forms.js";
import { isPlain } from "../../engine/record/place.js";
import type { Node } from "../../engine/record/shape.js";
import type { DraftChange } from "../../schemas/types.js";
import { refuse } from "../plugins/refusal.js";

type Answers = Record<string, unknown>;
/** A table while it is changed: its rows by their ids, in their order. What is no row stands under a name of its own. */
type Rows = Map<string | symbol, unknown>;
/** Where the opened tables are. */
type Opened = [holder: Answers, name: string][];

function wrongPath(at: string): never {
  return refuse(formsProblem("draft.path", { at: at.slice(0, 80) }, "/changes"));
}

/** The answers with these places changed: names lead into groups, a name and a row id into tables. Nothing as `to` takes away. */
export function withChanges(top: readonly Node[], stored: Answers, changes: DraftChange["changes"]): Answers {
  const answers = structuredClone(stored);
  const opened: Opened = [];
  for (const { path, to } of changes) put(top, answers, path.split("/"), to, path, opened);
  // The innermost were opened last.
  for (const [holder, name] of opened.reverse()) if (holder[name] instanceof Map) holder[name] = [...holder[name].values()];
  return answers;
}

function put(nodes: readonly Node[], answers: Answers, [name, ...rest]: string[], to: unknown, path: string, opened: Opened): void {
  const node = nodes.find(({ field }) => field.name === name);
  if (!node || name === undefined) wrongPath(path);
  if (!rest.length) {
    if (to === undefined || to === null) delete answers[name];
    else answers[name] = structuredClone(to);
  } else if (node.field.type === "group") {
    if (!isPlain(answers[name])) answers[name] = {};
    put(node.children, answers[name] as Answers, rest, to, path, opened);
  } else if (node.field.type === "table") putRow(node, rowsIn(answers, name, opened), rest, to, path, opened);
  else wrongPath(path);
}

function putRow(table: Node, rows: Rows, [id, ...rest]: string[], to: unknown, path: string, opened: Opened): void {
  if (id === undefined || !/^[0-9A-Za-z_-]{1,64}$/.test(id)) wrongPath(path);
  if (!rest.length && (to === undefined || to === null)) rows.delete(id);
  else rows.set(id, rowOf(table, rows, id, rest, to, path, opened));
}

function rowOf(table: Node, rows: Rows, id: string, rest: string[], to: unknown, path: string, opened: Opened): Answers {
  const row = rest.length ? ((rows.get(id) as Answers | undefined) ?? {}) : to;
  if (!isPlain(row)) return wrongPath(path);
  if (rest.length) put(table.children, row, rest, to, path, opened);
  return rest.length ? Object.assign(row, { $row: id }) : { ...structuredClone(row), $row: id };
}

/** The rows of a table, opened once. */
function rowsIn(answers: Answers, name: string, opened: Opened): Rows {
  const there = answers[name];
  if (there instanceof Map) return there as Rows;
  const rows: Rows = new Map();
  for (const row of Array.isArray(there) ? there : []) {
    const named = isPlain(row) && typeof row.$row === "string" && !rows.has(row.$row);
    rows.set(named ? (row.$row as string) : Symbol(), row);
  }
  answers[name] = rows;
  opened.push([answers, name]);
  return rows;
}
