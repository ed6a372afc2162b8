// How SQL reads a field of a stored document. Declared paths are written into the statement, so that their index is used; any other is bound as a value.
import { collectionNames, declaredPaths } from "../collections.js";
import type { Collection } from "../port.js";
import type { Value } from "./database.js";

export interface Column {
  sql: string;
  /** The kind of JSON value there. */
  type: string;
  values: Value[];
}

const declared = new Map(collectionNames.map((collection) => [collection, new Set(declaredPaths(collection))]));

/** False for a path that JSON paths of SQLite cannot say, or would read otherwise than the engine. */
export const sayable = (path: string): boolean => path.split(".").every((part) => !/^\d*$/.test(part) && !/["\\\p{Cc}]/u.test(part));

export function column(collection: Collection, path: string): Column {
  if (path === "id" || path === "owner") return { sql: path, type: "'text'", values: [] };
  if (path === "rev") return { sql: path, type: "'integer'", values: [] };
  const json = `$${path
    .split(".")
    .map((part) => `."${part}"`)
    .join("")}`;
  if (declared.get(collection)!.has(path)) return { sql: `json_extract(doc, '${json}')`, type: `json_type(doc, '${json}')`, values: [] };
  return { sql: "json_extract(doc, ?)", type: "json_type(doc, ?)", values: [json] };
}
