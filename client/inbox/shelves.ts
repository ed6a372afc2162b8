// The shelves of the inbox: everything, what is pressing, and what came back to me for correction.
import type { RecordRow } from "../../schemas/types.js";

export const shelves = ["all", "pressing", "back"] as const;
export type Shelf = (typeof shelves)[number];

const oneDay = 86_400_000;

/** Due within a day, or overdue. */
export const pressing = ({ state }: RecordRow, now: number): boolean => state.due !== undefined && Date.parse(state.due) - now < oneDay;

/** The rows of a shelf, what must be done first on top: by its deadline, then what came back to me, then by how long it waits. */
export function shelved(rows: RecordRow[], shelf: Shelf, now = 0): RecordRow[] {
  const kept = rows.filter((row) => shelf === "all" || (shelf === "pressing" ? pressing(row, now) : row.state.look === "back"));
  return kept.sort((a, b) => compare(a.state.due ?? "~", b.state.due ?? "~") || back(a) - back(b) || compare(a.state.since ?? a.at, b.state.since ?? b.at));
}

const back = ({ state }: RecordRow): number => (state.look === "back" ? 0 : 1);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
