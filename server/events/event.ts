// Makes events: what happened, by whom, about what, with the hash of its payload. The store gives the number.
import { createHash } from "node:crypto";
import type { Actor, Event, EventSubject, HeldPosition } from "../../schemas/types.js";
import type { Write } from "../storage/port.js";

export type NewEvent = Omit<Event, "seq" | "id">;

/** JSON with sorted keys, so that the same payload always hashes alike. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`)
    .join(",")}}`;
}

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

interface Happening {
  owner: string;
  type: string;
  at: string;
  /** Nobody when the system itself acts. */
  actor?: Actor | undefined;
  /** The position used, when one was. */
  position?: HeldPosition | undefined;
  subject: EventSubject;
  payload?: Record<string, unknown>;
}

/** An event as a write of a commit. */
export function eventWrite({ owner, type, at, actor, position, subject, payload = {} }: Happening): Write & { op: "event" } {
  const event: NewEvent = { format: 1, owner, type, at, subject, hash: sha256(canonical(payload)), payload };
  if (actor) {
    event.actor = { account: actor.account, name: actor.name };
    if (position) event.actor.position = position.title;
    if (position?.acting) event.actor.acting = { ...position.acting };
  }
  return { op: "event", event };
}
