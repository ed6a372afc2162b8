// Reads an action that came from outside: its members have their types, and nothing in it is too large or too deep to work with.
// The server's schema says the same; this holds wherever `act` runs.
import type { Action, Problem } from "../../schemas/types.js";
import { recordProblem } from "../problem/record.js";
import { isPlain } from "./place.js";

/** Bounds of one action, and of the problems told about it. */
export const actionLimits = { changes: 20_000, depth: 64, values: 200_000, characters: 4_000_000, problems: 500 } as const;

const instant = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const text = (value: unknown) => typeof value === "string";
const filled = (value: unknown) => typeof value === "string" && value !== "" && value.length <= 200;
const maybe = (what: (value: unknown) => boolean) => (value: unknown) => value === undefined || what(value);

const members: Record<string, (value: unknown) => boolean> = {
  id: filled,
  type: filled,
  record: filled,
  madeAt: (value) => typeof value === "string" && instant.test(value),
  form: maybe(filled),
  release: maybe(text),
  organization: maybe(filled),
  base: maybe((value) => Number.isInteger(value) && (value as number) >= 0),
  changes: maybe(Array.isArray),
  comment: maybe((value) => typeof value === "string" && value.length <= 4000),
  warnings: maybe((value) => typeof value === "boolean"),
  signature: maybe(filled),
  draft: maybe(filled),
  device: maybe(text),
};

/** The action, or why it cannot be read. */
export function readAction(action: unknown): Action | Problem[] {
  if (!isPlain(action)) return [recordProblem("record.bad-action", { what: "action" })];
  const strange = Object.keys(action).filter((key) => !Object.hasOwn(members, key));
  const wrong = Object.entries(members).flatMap(([key, fits]) => (fits(Object.hasOwn(action, key) ? action[key] : undefined) ? [] : [key]));
  if (strange.length || wrong.length) return [...wrong, ...strange].slice(0, 50).map((what) => recordProblem("record.bad-action", { what }, `/${what}`));
  const changes = (action.changes ?? []) as unknown[];
  if (changes.length > actionLimits.changes) return [recordProblem("record.too-large", { count: changes.length, limit: actionLimits.changes }, "/changes")];
  const bad = changes.findIndex((change) => !isChange(change));
  if (bad >= 0) return [recordProblem("record.bad-action", { what: `changes/${bad}` }, `/changes/${bad}`)];
  const size = measure(changes, { values: 0, characters: 0 }, 0);
  if (size) return [recordProblem("record.too-large", size, "/changes")];
  return action as unknown as Action;
}

function isChange(change: unknown): boolean {
  if (!isPlain(change) || typeof change.path !== "string" || change.path.length > 1000) return false;
  return Object.keys(change).every((key) => key === "path" || key === "was" || key === "to");
}

/** Stops at the first bound that is passed, so that a hostile value costs little. */
function measure(value: unknown, seen: { values: number; characters: number }, depth: number): { count: number; limit: number } | undefined {
  seen.values++;
  if (typeof value === "string") seen.characters += value.length;
  if (depth > actionLimits.depth) return { count: depth, limit: actionLimits.depth };
  if (seen.values > actionLimits.values) return { count: seen.values, limit: actionLimits.values };
  if (seen.characters > actionLimits.characters) return { count: seen.characters, limit: actionLimits.characters };
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    seen.characters += key.length;
    const over = measure(inner, seen, depth + 1);
    if (over) return over;
  }
}
