// The fields at the top of a document, lifted out of its JSON so that MongoDB can find and order by them.
import type { Doc } from "../port.js";
import { sortable } from "../sort.js";
import type { Lifted } from "./tables.js";

/** One letter more than a filter's text may have, so that cutting never changes what a filter finds. */
const longest = 501;

export function lift(doc: Doc): Lifted {
  const lifted: Lifted = {};
  for (const [name, value] of Object.entries(doc)) {
    if (name === "id" || name === "rev" || !sortable(name) || value === null || value === undefined) continue;
    if (typeof value === "string") lifted[name] = value.slice(0, longest);
    else lifted[name] = typeof value === "number" || typeof value === "boolean" ? value : {};
  }
  return lifted;
}

/** Where a liftable field stands in the stored document. */
export const fieldName = (path: string): string => (path === "id" ? "_id" : path === "rev" ? "rev" : `f.${path}`);
