// Everything that a filter finds, page by page. Only for what is bounded by how much people write by hand.
import type { Filter } from "../../engine/query/filter.js";
import type { Collection, Doc, Storage } from "../storage/port.js";

const page = 500;

export async function allOf<T extends Doc>(storage: Storage, collection: Collection, filter: Filter): Promise<T[]> {
  const items: T[] = [];
  let after: string | undefined;
  do {
    const found = await storage.find<T>(collection, { filter, limit: page, ...(after === undefined ? {} : { after }) });
    items.push(...found.items);
    after = found.next;
  } while (after !== undefined);
  return items;
}
