// Whoever asks, the filter is checked before it is used: an unknown operator is refused, not ignored.

import { checkFilter } from "../../engine/query/check-filter.js";
import type { Filter } from "../../engine/query/filter.js";
import { QueryRefused } from "./refused.js";

export function checked(filter: Filter | undefined): Filter | undefined {
  if (filter === undefined) return undefined;
  const result = checkFilter(filter);
  if (Array.isArray(result)) throw new QueryRefused(result);
  return result;
}
