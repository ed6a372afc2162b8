// Decides a batch in memory: each list against what was read and what the lists before it changed. The losers drop out here, before anything is written,
// and what is left is one change a thing. Pure, so that it can be decided anew when another process was faster.
import { collections } from "../collections.js";
import { withNumbers, written } from "../numbers.js";
import type { Conflict, Doc, Effect, Entry, Searchable, Write } from "../port.js";
import { type Bases, cellOf, type Kind } from "./cells.js";

/** A thing that the batch touches. `at` is its revision, holder or count after the lists so far. */
export interface Cell {
  base: string | number | undefined;
  /** The lines it had. */
  lines: string[];
  at: string | number | undefined;
  doc?: Doc;
  json?: string;
  /** All lines it has now; absent when they stay. */
  entries?: Entry[];
  search?: Searchable;
  /** Its text must go. */
  forget?: true;
  effect?: Effect;
  /** Must still be as it was read when the batch is committed, though nothing in it changes. */
  held?: true;
}

export type NewEvent = Extract<Write, { op: "event" }>["event"];

export type Decision = Conflict | { failed: unknown } | { numbers: Record<string, string>; events: NewEvent[] };

export interface Plan {
  /** What a write speaks of only since its number is known (a claim with a number in its key): to be read, and decided again. */
  unread: Write[];
  decisions: Decision[];
  cells: Map<Kind, Map<string, Cell>>;
}

export function planBatch(lists: Write[][], bases: Bases): Plan {
  const cells: Plan["cells"] = new Map();
  const unread: Write[] = [];
  const decisions = lists.map((list) => {
    const attempt = new Attempt(cells, bases, unread);
    try {
      const decision = decide(list, attempt);
      if (!("conflict" in decision)) attempt.keep();
      return decision;
    } catch (error) {
      return { failed: error };
    }
  });
  return { decisions, cells, unread };
}

/** What one list changes, over what the batch has; kept only when the list wins. */
class Attempt {
  private readonly own = new Map<string, [Kind, string, Cell]>();

  constructor(
    private readonly cells: Plan["cells"],
    private readonly bases: Bases,
    private readonly unread: Write[],
  ) {}

  cell(write: Write): Cell {
    const [kind, id] = cellOf(write)!;
    const key = `${kind}/${id}`;
    const own = this.own.get(key);
    if (own) return own[2];
    const base = this.bases.get(kind)?.get(id) ?? { at: undefined, lines: [] };
    if (!this.bases.get(kind)?.has(id)) this.unread.push(write);
    const cell = { ...(this.cells.get(kind)?.get(id) ?? { base: base.at, at: base.at, lines: base.lines }) };
    this.own.set(key, [kind, id, cell]);
    return cell;
  }

  keep(): void {
    for (const [kind, id, cell] of this.own.values()) {
      if (!this.cells.has(kind)) this.cells.set(kind, new Map());
      this.cells.get(kind)!.set(id, cell);
    }
  }
}

function decide(list: Write[], attempt: Attempt): Exclude<Decision, { failed: unknown }> {
  const numbers: Record<string, string> = {};
  for (const write of list) {
    if (write.op !== "take") continue;
    const cell = attempt.cell(write);
    cell.at = Number(cell.at ?? 0) + 1;
    numbers[write.token] = written(write.pattern, cell.at);
  }
  const events: NewEvent[] = [];
  for (const [index, write] of withNumbers(list, numbers).entries()) {
    if (write.op === "event") events.push(write.event);
    else if (write.op !== "take") {
      const losing = apply(write, attempt);
      if (losing) return { ...losing, index };
    }
  }
  // What no JSON can say must fail here, with its own list.
  JSON.stringify(events);
  return { numbers, events };
}

type Losing = Omit<Conflict, "index">;

const different = (at: Cell["at"]): Losing => (at === undefined ? { conflict: "missing" } : { conflict: "revision", found: at });

function apply(write: Exclude<Write, { op: "take" | "event" }>, attempt: Attempt): Losing | undefined {
  const cell = attempt.cell(write);
  switch (write.op) {
    case "insert":
      if (cell.at !== undefined) return { conflict: "exists", found: cell.at };
      put(cell, write.doc, write.entries ?? [], write.search);
      return undefined;
    case "replace":
      if (cell.at !== write.rev) return different(cell.at);
      put(cell, write.doc, write.entries, write.search);
      return undefined;
    case "remove":
      if (collections[write.collection].kept) throw new Error(`${write.collection} are kept: ${write.id} cannot be removed`);
      if (cell.at === undefined || (write.rev !== undefined && cell.at !== write.rev)) return different(cell.at);
      Object.assign(cell, { at: undefined, doc: undefined, json: undefined, entries: [], search: undefined, forget: true });
      return undefined;
    case "assert":
      return assert(cell, write);
    case "claim":
      if (cell.at !== undefined && cell.at !== write.by) return { conflict: "claimed", found: cell.at };
      cell.at = write.by;
      cell.held = true;
      return undefined;
    case "unclaim":
      if (cell.at === write.by) cell.at = undefined;
      return undefined;
    case "effect":
      if (cell.at !== undefined) throw new Error(`The effect ${write.effect.id} exists already`);
      Object.assign(cell, { at: 1, effect: write.effect, json: JSON.stringify(write.effect) });
      return undefined;
  }
}

function put(cell: Cell, doc: Doc, entries: Entry[] | undefined, search: Searchable | undefined): void {
  cell.at = doc.rev;
  cell.doc = doc;
  cell.json = JSON.stringify(doc);
  if (entries) cell.entries = entries;
  if (search) cell.search = search;
}

function assert(cell: Cell, { collection, rev }: Extract<Write, { op: "assert" }>): Losing | undefined {
  if (rev === 0 && cell.at !== undefined) return { conflict: "exists", found: cell.at };
  if (rev !== 0 && cell.at === undefined) return { conflict: "missing" };
  if (rev > 0 && cell.at !== rev) return { conflict: "revision", found: cell.at! };
  // What is never removed stays there: no lock, so that all who submit a form need not queue for its release.
  if (rev !== -1 || !collections[collection].kept) cell.held = true;
  return undefined;
}
