// What the working copies of forms name, by head: the workflow they follow and the documents they print. A copy may be unfinished, so nothing of it is trusted.
import type { Storage } from "../storage/port.js";
import { type Head, type Working, workingId } from "./docs.js";

export interface Named {
  workflow?: string;
  documents?: string[];
}

export async function namedByForms(storage: Storage, heads: readonly Head[]): Promise<Map<string, Named>> {
  const ids = heads.flatMap(({ owner, kind, name }) => (kind === "form" ? [workingId(owner, kind, name)] : []));
  const copies = ids.length ? await storage.getMany<Working>("definitions", ids) : [];
  return new Map(copies.map(({ id, definition }) => [id.slice(0, -"/working".length), namedIn(definition)]));
}

function namedIn({ workflow, documents }: Record<string, unknown>): Named {
  const names = Array.isArray(documents) ? documents.filter((one): one is string => typeof one === "string") : [];
  return { ...(typeof workflow === "string" ? { workflow } : {}), ...(names.length ? { documents: names } : {}) };
}
