// A store that reads each record once: for judging one action, whose lookups, words and choices ask for the same records again and again.
// It lives as long as that one try, so nothing it remembers can grow old.
import type { Doc, Storage } from "../storage/port.js";

export function remembering(storage: Storage): Storage {
  const known = new Map<string, Promise<Doc | undefined>>();
  const keep = (docs: readonly Doc[]): void => {
    for (const doc of docs) known.set(doc.id, Promise.resolve(doc));
  };
  return {
    ...storage,
    get(collection, id) {
      if (collection !== "records") return storage.get(collection, id);
      const asked = known.get(id) ?? storage.get(collection, id);
      known.set(id, asked);
      return asked as ReturnType<typeof storage.get<never>>;
    },
    async getMany(collection, ids) {
      if (collection !== "records") return storage.getMany(collection, ids);
      keep(await storage.getMany(collection, [...new Set(ids.filter((id) => !known.has(id)))]));
      const docs = await Promise.all(ids.map((id) => known.get(id)));
      return docs.filter((doc) => doc !== undefined) as never[];
    },
    async list(collection, query) {
      const page = await storage.list<never>(collection, query);
      if (collection === "records") keep(page.items);
      return page;
    },
  };
}
