// A change to the tree or its people as writes: the new document and the event that tells of it, in one commit.
import type { FastifyInstance } from "fastify";
import type { Actor, HeldPosition } from "../../schemas/types.js";
import { eventWrite } from "../events/event.js";
import { instant } from "../plugins/clock.js";
import { settle } from "../plugins/refusal.js";
import type { Collection, Doc, Write } from "../storage/port.js";

/** The kinds of things here and where they are kept. */
const kept = {
  organization: "organizations",
  position: "positions",
  holding: "holdings",
  delegation: "delegations",
  person: "people",
  account: "accounts",
} satisfies Record<string, Collection>;

export interface Changed {
  kind: keyof typeof kept;
  /** `made`, `changed`, `ended` … */
  what: string;
  /** As it will be; its `rev` is the new one, and 1 makes it. */
  doc: Doc;
  unit: readonly string[];
  /** What the event tells; never a password. */
  payload: Record<string, unknown>;
}

/** Who changes it, and by which position. */
export interface By {
  actor?: Actor | undefined;
  position?: HeldPosition | undefined;
}

/** The document and its event. */
export function changeWrites({ kind, what, doc, unit, payload }: Changed, at: string, by: By): Write[] {
  const collection = kept[kind];
  return [
    doc.rev === 1 ? { op: "insert", collection, doc } : { op: "replace", collection, doc, rev: doc.rev - 1 },
    eventWrite({
      owner: doc.owner,
      type: `${kind}.${what}`,
      at,
      actor: by.actor,
      position: by.position,
      subject: { kind, id: doc.id, unit: [...unit] },
      payload,
    }),
  ];
}

/** Commits changes of one owner and makes sure that the next question sees them. */
export async function commitChanges(app: FastifyInstance, owner: string, changes: Changed[], by: By, more: Write[] = []): Promise<void> {
  const at = instant(app.clock.now());
  await settle(app.storage, [...more, ...changes.flatMap((change) => changeWrites(change, at, by))]);
  app.directory.forget(owner);
}
