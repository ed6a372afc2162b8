// Three versions of one definition become one: what I changed and what others changed since, put together by identity.
// Undoing is the same thing the other way round, so that it takes back one's own step and nobody else's.
import { isPlain, same } from "./json.js";
import { mergeOrder } from "./order.js";

/** Two people changed the same thing. `path` is a JSON Pointer into the merged definition, which holds `mine` there. */
export interface Conflict {
  path: string;
  base: unknown;
  mine: unknown;
  theirs: unknown;
}

export interface Merged<T> {
  merged: T;
  conflicts: Conflict[];
}

/**
 * What `mine` and `theirs` made of `base`, together. Things that have an id (`x-id`, `id`) are matched by it wherever they stand in their list.
 * Where both changed the same value, mine stands and the conflict tells theirs; what one took away and the other changed stays.
 */
export function merge<T>(base: T, mine: T, theirs: T): Merged<T> {
  const conflicts: Conflict[] = [];
  const merged = both(base, mine, theirs, "", conflicts) as T;
  return { merged, conflicts };
}

function both(base: unknown, mine: unknown, theirs: unknown, path: string, conflicts: Conflict[]): unknown {
  if (same(mine, theirs) || same(base, theirs)) return mine;
  if (same(base, mine)) return theirs;
  if (isPlain(mine) && isPlain(theirs)) return members(isPlain(base) ? base : {}, mine, theirs, path, conflicts);
  if (Array.isArray(mine) && Array.isArray(theirs)) {
    const lists = [Array.isArray(base) ? base : [], mine, theirs].map(keyed);
    if (lists.every((list) => list !== undefined)) return items(lists as [Keyed, Keyed, Keyed], path, conflicts);
  }
  conflicts.push({ path, base, mine, theirs });
  // Taken away here, changed there: nothing of what somebody wrote is lost.
  return mine === undefined ? theirs : mine;
}

type Json = Record<string, unknown>;

function members(base: Json, mine: Json, theirs: Json, path: string, conflicts: Conflict[]): Json {
  const kept: [string, unknown][] = [];
  for (const key of mergeOrder(Object.keys(base), Object.keys(mine), Object.keys(theirs))) {
    const value = both(own(base, key), own(mine, key), own(theirs, key), `${path}/${escaped(key)}`, conflicts);
    if (value !== undefined) kept.push([key, value]);
  }
  return Object.fromEntries(kept);
}

type Keyed = Map<string, unknown>;

function items([base, mine, theirs]: [Keyed, Keyed, Keyed], path: string, conflicts: Conflict[]): unknown[] {
  const kept: unknown[] = [];
  for (const key of mergeOrder([...base.keys()], [...mine.keys()], [...theirs.keys()])) {
    const value = both(base.get(key), mine.get(key), theirs.get(key), `${path}/${kept.length}`, conflicts);
    if (value !== undefined) kept.push(value);
  }
  return kept;
}

/** A list by what its items are; undefined when that cannot be said of each. */
function keyed(list: readonly unknown[]): Keyed | undefined {
  const map: Keyed = new Map();
  for (const item of list) {
    const key = identity(item);
    if (key === undefined || map.has(key)) return undefined;
    map.set(key, item);
  }
  return map;
}

function identity(item: unknown): string | undefined {
  if (typeof item === "string" || typeof item === "number") return JSON.stringify(item);
  if (!isPlain(item)) return undefined;
  const id = item["x-id"] ?? item.id;
  return typeof id === "string" ? id : undefined;
}

const own = (object: Json, key: string): unknown => (Object.hasOwn(object, key) ? object[key] : undefined);
const escaped = (key: string): string => key.replaceAll("~", "~0").replaceAll("/", "~1");
