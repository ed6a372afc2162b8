// What each collection is found by: fields that a `find` may compare or sort by without reading everything.
// Both stores make these indexes when they open. They stand at the top of the document; every index ends with the id by itself.
import type { Collection } from "./port.js";

export interface Declared {
  /** Fields in the order of the index; the last ones may be what is sorted by. */
  indexes: readonly (readonly string[])[];
  /** History and what others refer to: a commit may never remove it, so that it exists stays true once seen. */
  kept?: boolean;
}

export const collections: Record<Collection, Declared> = {
  organizations: { indexes: [["owner"], ["parent"], ["kind"]], kept: true },
  people: { indexes: [["owner", "name"], ["account"]], kept: true },
  accounts: { indexes: [["owner"], ["username"], ["person"]], kept: true },
  sessions: { indexes: [["account"], ["expiresAt"]] },
  positions: { indexes: [["owner"], ["organization"], ["scope"]] },
  holdings: { indexes: [["owner"], ["position"], ["person"], ["account"]] },
  delegations: { indexes: [["owner"], ["position"], ["person"], ["account"]] },
  definitions: { indexes: [["owner", "kind"]] },
  versions: { indexes: [["owner", "kind", "definition", "version"]], kept: true },
  releases: { indexes: [["owner", "form", "version"]], kept: true },
  records: {
    indexes: [
      ["owner", "form", "createdAt"],
      ["owner", "form", "author"],
      ["owner", "form", "organization"],
      ["owner", "updatedAt"],
      ["author", "updatedAt"],
      ["release"],
    ],
    kept: true,
  },
  drafts: { indexes: [["account", "updatedAt"], ["account", "form"], ["updatedAt"]] },
  actions: { indexes: [["record"]], kept: true },
  files: { indexes: [["owner", "sha256"], ["sha256"], ["account"], ["record", "createdAt"]] },
  notices: {
    indexes: [
      ["account", "at"],
      ["account", "read"],
    ],
  },
  settings: { indexes: [["owner"]] },
  presences: { indexes: [["owner", "definition"]] },
};

export const collectionNames = Object.keys(collections) as Collection[];

/** Every path that some index of the collection names, besides the columns each document has. */
export function declaredPaths(collection: Collection): string[] {
  return [...new Set(collections[collection].indexes.flat())].filter((path) => !["id", "owner", "rev"].includes(path));
}
