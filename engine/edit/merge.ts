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
export function merge<T>(base: T, mine: T, theirs: T, identity: Identity = byId): Merged<T> {
  const conflicts: Conflict[] = [];
  const merged = new Merging(identity, conflicts).both(base, mine, theirs, "") as T;
  return { merged, conflicts };
}

/** What an item of a list is known by; undefined for what cannot be told apart from others. */
export type Identity = (item: unknown) => string | undefined;

/** The rows of a code list: the same code may stand in several, from different days or steps. */
export const byRow: Identity = (item) =>
  isPlain(item) && typeof item.id === "string" ? JSON.stringify([item.id, item.from ?? "", item.min ?? ""]) : byId(item);

class Merging {
  constructor(
    private readonly identity: Identity,
    private readonly conflicts: Conflict[],
  ) {}

  both(base: unknown, mine: unknown, theirs: unknown, path: string): unknown {
    if (same(mine, theirs) || same(base, theirs)) return mine;
    if (same(base, mine)) return theirs;
    if (isPlain(mine) && isPlain(theirs)) return this.members(isPlain(base) ? base : {}, mine, theirs, path);
    if (Array.isArray(mine) && Array.isArray(theirs)) {
      const lists = [Array.isArray(base) ? base : [], mine, theirs].map((list) => this.keyed(list));
      if (lists.every((list) => list !== undefined)) return this.items(lists as [Keyed, Keyed, Keyed], path);
    }
    this.conflicts.push({ path, base, mine, theirs });
    // Taken away here, changed there: nothing of what somebody wrote is lost.
    return mine === undefined ? theirs : mine;
  }

  private members(base: Json, mine: Json, theirs: Json, path: string): Json {
    const kept: [string, unknown][] = [];
    for (const key of mergeOrder(Object.keys(base), Object.keys(mine), Object.keys(theirs))) {
      const value = this.both(own(base, key), own(mine, key), own(theirs, key), `${path}/${escaped(key)}`);
      if (value !== undefined) kept.push([key, value]);
    }
    return Object.fromEntries(kept);
  }

  private items([base, mine, theirs]: [Keyed, Keyed, Keyed], path: string): unknown[] {
    const kept: unknown[] = [];
    for (const key of mergeOrder([...base.keys()], [...mine.keys()], [...theirs.keys()])) {
      const value = this.both(base.get(key), mine.get(key), theirs.get(key), `${path}/${kept.length}`);
      if (value !== undefined) kept.push(value);
    }
    return kept;
  }

  /** A list by what its items are; undefined when that cannot be said of each. */
  private keyed(list: readonly unknown[]): Keyed | undefined {
    const map: Keyed = new Map();
    for (const item of list) {
      const key = this.identity(item);
      if (key === undefined || map.has(key)) return undefined;
      map.set(key, item);
    }
    return map;
  }
}

type Json = Record<string, unknown>;
type Keyed = Map<string, unknown>;

function byId(item: unknown): string | undefined {
  if (typeof item === "string" || typeof item === "number") return JSON.stringify(item);
  if (!isPlain(item)) return undefined;
  const id = item["x-id"] ?? item.id;
  return typeof id === "string" ? id : undefined;
}

const own = (object: Json, key: string): unknown => (Object.hasOwn(object, key) ? object[key] : undefined);
const escaped = (key: string): string => key.replaceAll("~", "~0").replaceAll("/", "~1");
