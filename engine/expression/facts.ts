// Facts: plain data from outside the answers that rules read. The server resolves them; the engine never fetches.
// A fact that this device lacks is simply absent here, and reads as unknown.
import type { CodeRow, Text } from "../../schemas/types.js";

/** A value taken from other records: what, when it was read, and from which records. */
export interface Fact {
  value: unknown;
  /** When it was resolved, an instant. */
  at: string;
  /** Ids of the records it came from, at most the first 50. */
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

export interface Facts {
  /** The day of `madeAt` in Bangkok, ISO. */
  today: string;
  author?: AuthorFact;
  organization?: OrganizationFact;
  /** By lookup name; absent is unknown. */
  lookups: Record<string, Fact>;
  /** Rows of each code list the form uses, and of `holidays`; absent is unknown. */
  codes: Record<string, CodeRow[]>;
  /** Words for ids in answers (people, organizations, positions, references, files). */
  labels: Record<string, string>;
}
