// JSON Pointers, and reading and replacing inside plain JSON without ever touching a prototype.

/** The pointer of its parts: `["items", "0"]` is `/items/0`. */
export function pointer(parts: readonly (string | number)[]): string {
  return parts.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The parts of a pointer; without a leading slash it is read as if it had one. */
export function parts(path: string): string[] {
  if (path === "") return [];
  const body = path.startsWith("/") ? path.slice(1) : path;
  return body.split("/").map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Whether a name may be a key: not one that reaches a prototype. */
export function safeKey(key: string): boolean {
  return key !== "__proto__" && key !== "constructor" && key !== "prototype";
}

/** Whether every part may be a key; ask before `setAt` with a path that came from outside. */
export function safePath(path: readonly string[]): boolean {
  return path.every(safeKey);
}

/** The value at a path of own properties; undefined where there is none. */
export function getAt(value: unknown, path: readonly string[]): unknown {
  let at = value;
  for (const part of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, part)) return undefined;
    if (Array.isArray(at) && !isIndex(part)) return undefined;
    at = (at as Record<string, unknown>)[part];
  }
  return at;
}

/** The value with another value at a path; only what lies on the path is copied. `undefined` removes what is there; `-` appends to a list. */
export function setAt<T>(value: T, path: readonly string[], to: unknown): T {
  if (!safePath(path)) throw new RangeError(`This path is not allowed: ${pointer(path)}`);
  return replaceAt(value, path, 0, to) as T;
}

function replaceAt(value: unknown, path: readonly string[], depth: number, to: unknown): unknown {
  const key = path[depth];
  if (key === undefined) return to;
  const inside = typeof value === "object" && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
  const next = replaceAt(inside, path, depth + 1, to);
  if (Array.isArray(value)) {
    const index = key === "-" ? value.length : isIndex(key) ? Number(key) : -1;
    if (index < 0 || index > value.length) throw new RangeError(`There is no row ${key} in a list of ${value.length}`);
    const copy = value.slice();
    if (next === undefined) copy.splice(index, 1);
    else copy[index] = next;
    return copy;
  }
  const { [key]: _, ...others } = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  if (next === undefined) return others;
  return inside === undefined ? { ...others, [key]: next } : { ...(value as object), [key]: next };
}

function isIndex(part: string): boolean {
  return /^(0|[1-9]\d{0,8})$/.test(part);
}
