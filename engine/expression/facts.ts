// Facts: plain data from outside the answers that rules read. The server resolves them; the engine never fetches.
// A fact that this device lacks is simply absent here, and reads as unknown.
import type { CodeRow, Text } from "../../schemas/types.js";

/** A value taken from other records: what, when it was read, and from which records. */
export interface Fact {
  value: unknown;
  /** When it was resolved, an instant. */
  at: string;
  /** Ids of the records it came from, each once, at most the last 20. */
  sources?: string[];
}

/** The person who made the record (or is making it): what `author.*` reads. */
export interface AuthorFact {
  account: string;
  person: string;
  name: string;
  /** Title of the position. */
  position?: Text;
  duties: string[];
  /** Name of the organization where the position sits. */
  organization?: Text;
  /** Code of the list `person-types`, as the personnel office keeps it. */
  personType?: string;
  phone?: string;
}

/** The organization a record belongs to: what `organization.*` reads. */
export interface OrganizationFact {
  id: string;
  kind: string;
  name: Text;
  /** From its parent up, nearest first. */
  ancestors: { id: string; kind: string; name: Text }[];
}

/** The record itself: what `record.*` reads. Absent members are empty: a new record has no state and no number. */
export interface RecordFact {
  state?: string;
  number?: string;
  /** The day it was made; of a new one, today. */
  date: string;
  /** The day on which it came into its state. */
  since?: string;
}

export interface Facts {
  /** The day of `madeAt` in Bangkok, ISO. */
  today: string;
  author?: AuthorFact;
  organization?: OrganizationFact;
  /** Set by `act`; before that, absent is a new record of today. */
  record?: RecordFact;
  /** By lookup name; absent is unknown. */
  lookups: Record<string, Fact>;
  /** Rows of each code list the form uses, and of `holidays`; absent is unknown. */
  codes: Record<string, CodeRow[]>;
  /** Set on a device, which may lack facts: what needs a missing one then shows, does not require and does not block. Without it a missing fact is a problem. */
  partial?: true;
  /** Words for ids in answers (people, organizations, positions, references, files). */
  labels: Record<string, string>;
}
