// What goes into `act` and what comes out: plain data, so that server and client can run it alike.
import type { Action, Actor, Event, FormRecord, Problem, Text } from "../../schemas/types.js";
import type { Release } from "../compile/compiled.js";
import type { Facts } from "../expression/facts.js";

export interface ActContext {
  release: Release;
  actor: Actor;
  facts: Facts;
  /** When the server received it, an instant. */
  now: string;
  /** Makes a ULID. */
  newId: () => string;
  /** An organization and all above it. A device may not know them: then an organization stands alone. */
  unitOf?: (organization: string) => readonly string[];
  /** SHA-256 of a text, as hex. */
  hash: (text: string) => string;
}

/** An event before the store gives it its number. */
export type NewEvent = Omit<Event, "seq" | "id">;

/** Work to be done after the commit. */
export interface NewEffect {
  id: string;
  type: "notify" | "document" | "deadline";
  /** When it is due, an instant. */
  at: string;
  owner: string;
  record: string;
  /** The revision of the record after which it was asked for, and the state it must still be in (deadlines). */
  rev: number;
  state?: string;
  data: { to?: string[]; message?: Text; document?: string; action?: string };
}

/** A running number to be taken inside the commit: the adapter puts it wherever `token` stands. */
export interface NewNumber {
  /** `series/period`, within the owner: `leave/2570`. */
  sequence: string;
  /** `{n}` is the number. */
  pattern: string;
  token: string;
  /** Field id. */
  field: string;
}

export interface Acted {
  record: FormRecord;
  events: NewEvent[];
  effects: NewEffect[];
  /** Unique keys taken and given back. */
  claims: string[];
  unclaims: string[];
  numbers: NewNumber[];
  /** Problems of level `warn`, for the answer. */
  warnings: Problem[];
}

export type Act = (record: FormRecord | null, action: Action, context: ActContext) => Acted | Problem[];
