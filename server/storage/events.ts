// Events as both stores keep them: an owner's numbers without a gap, and what stands where nothing happened.
import { createHash } from "node:crypto";
import type { Event } from "../../schemas/types.js";

/** The id says the number, so that the store itself refuses a second event there. */
export const eventId = (owner: string, seq: number): string => `${owner}/${seq}`;

/** The event with the number it got. */
export function numbered(event: Omit<Event, "seq" | "id">, seq: number): Event {
  return { ...event, id: eventId(event.owner, seq), seq };
}

/** Fills a number whose writer died before it committed. */
export function voidEvent(owner: string, seq: number, now: number): Event {
  return {
    format: 1,
    id: eventId(owner, seq),
    owner,
    seq,
    type: "void",
    at: new Date(now).toISOString(),
    hash: createHash("sha256").update("{}").digest("hex"),
    payload: {},
  };
}

/** The event without its content; who, when and what it was about stay. */
export function withoutPayload(event: Event): Event {
  return { ...event, payload: { tombstone: true } };
}
