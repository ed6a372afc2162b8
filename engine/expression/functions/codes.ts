// Code lists and rate tables: dated rows, looked up as they hold on a day.
import type { CodeRow } from "../../../schemas/types.js";
import { say } from "../../text/text.js";
import type { Facts } from "../facts.js";
import type { FunctionEntry } from "../functions.js";
import { unknown, type Value } from "../tree.js";

type Find = (rows: CodeRow[], facts: Facts, args: Value[]) => Value;

function fromList(name: string, usage: string, args: FunctionEntry["args"], result: FunctionEntry["result"], find: Find): FunctionEntry {
  return {
    name,
    usage,
    args,
    result,
    reads: { named: 0 },
    run: (values, facts) => {
      const list = values[0] as string;
      const rows = Object.hasOwn(facts.codes, list) ? facts.codes[list] : undefined;
      return rows ? find(rows, facts, values) : unknown;
    },
  };
}

/** Whether a row holds on a day. */
function holds(row: CodeRow, day: string): boolean {
  return (row.from === undefined || row.from <= day) && (row.to === undefined || day <= row.to);
}

/** The row of a code, as it holds on a day. */
export const rowOf = (rows: readonly CodeRow[], id: Value, day: string): CodeRow | undefined => rows.find((row) => row.id === id && holds(row, day));

/** The row of a step, as it holds on a day. */
export const rowAt = (rows: readonly CodeRow[], step: Value, day: Value): CodeRow | undefined =>
  rows.find((row) => (row.min ?? -Infinity) <= (step as number) && (step as number) <= (row.max ?? Infinity) && holds(row, day as string));

function attribute(row: CodeRow | undefined, name: string): Value {
  return row?.values && Object.hasOwn(row.values, name) ? (row.values[name] ?? null) : null;
}

/** A row as a map: its id and title beside its own values. */
function rowMap({ id, title, values }: CodeRow): Value {
  return { ...values, id, title: say(title, "th") };
}

export const codeFunctions: readonly FunctionEntry[] = [
  fromList("codes", "codes(list)", ["text"], "list", (rows, facts) => rows.filter((row) => holds(row, facts.today)).map(rowMap)),
  // Words outlive their rows: an old record still shows what a retired code meant.
  fromList("label", "label(list, code)", ["text", "text"], "text", (rows, facts, [, id]) => {
    const row = rowOf(rows, id!, facts.today) ?? rows.findLast((one) => one.id === id);
    return row ? say(row.title, "th") : null;
  }),
  fromList("code", "code(list, code, attribute)", ["text", "text", "text"], "any", (rows, facts, [, id, name]) =>
    attribute(rowOf(rows, id!, facts.today), name as string),
  ),
  fromList("rate", "rate(list, step, date, attribute)", ["text", "number", "date", "text"], "any", (rows, _facts, [, step, day, name]) =>
    attribute(rowAt(rows, step!, day!), name as string),
  ),
];
