// Tables whose rows are given: who belongs into them may change until the record is made, and each row keeps what people answered in it, by its id.
import type { Tree, Value } from "../expression/tree.js";
import { rowKey } from "../fields/table.js";
import { hasUnknown } from "../validate/rounding.js";
import { asObject } from "../validate/sheet.js";
import { type Builder, buildLevel } from "./build.js";
import { type Level, type Rows, rowsOf } from "./cells.js";
import { toJson } from "./read.js";
import { alike } from "./same.js";

/** What a rule gave, beside the rows made of it. */
const madeOf = new WeakMap<Rows, Value>();

/** The rows that a rule gives, with what stands in those that are there already; undefined where nothing changes, or nobody knows. */
export function giveRows(builder: Builder, table: number, rows: Rows, given: Value): Rows | undefined {
  if (!Array.isArray(given) || hasUnknown(given) || alike(given, madeOf.get(rows) ?? null)) return undefined;
  const levels = new Map<string, Level>();
  for (const one of given) {
    const { [rowKey]: id, ...columns } = asObject(one);
    if (typeof id !== "string" || levels.has(id)) continue;
    const at = rows.at.get(id);
    const known = at === undefined ? {} : toJson(builder.form, builder.plan, table, rows.levels.get(at)!);
    levels.set(id, buildLevel(builder, table, { ...known, ...columns }, {}, at === undefined));
  }
  const next = rowsOf([...levels.keys()], [...levels.values()]);
  madeOf.set(next, given);
  return next;
}

const named = new WeakMap<Tree, ReadonlySet<string>>();

/** The columns that the maps of a rule name: nobody types them. */
export function columnsGiven(rule: Tree): ReadonlySet<string> {
  const known = named.get(rule);
  if (known) return known;
  const names = new Set<string>();
  const walk = (node: unknown): void => {
    if (!Array.isArray(node)) return;
    if (node[0] === "map") for (const name of node[1] as string[]) names.add(name);
    for (const part of node.slice(1)) walk(part);
  };
  walk(rule);
  named.set(rule, names);
  return names;
}
