// The order of a `find`: fields, each up or down, and the id last, so that no two documents stand in one place.
import type { FindQuery } from "./port.js";
import { badSort } from "./refused.js";

export interface Order {
  path: string;
  down: boolean;
}

/** At most so many documents a page. */
export const mostFound = 500;

export const pageSize = (limit: number | undefined, most = mostFound): number => Math.max(1, Math.min(limit ?? 100, most));

/** What every store can order by: the fields at the top of a document. Anything else is for `list`. */
export const sortable = (path: string): boolean => /^[a-z][a-z0-9]*$/i.test(path);

/** A sort field holds one kind of value, or nothing; nothing comes first. */
export function orderOf(sort: FindQuery["sort"]): Order[] {
  const order = (sort ?? []).map((field) => (field.startsWith("-") ? { path: field.slice(1), down: true } : { path: field, down: false }));
  for (const { path } of order) if (!sortable(path)) throw badSort(path);
  const ends = order.findIndex(({ path }) => path === "id");
  return ends < 0 ? [...order, { path: "id", down: false }] : order.slice(0, ends + 1);
}
