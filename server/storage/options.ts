// What a store is opened with.
// `clock` and `trace` are for whoever tests time and faults; a server gives its own clock.

/** Named moments of a commit, in their order: a fault test stops or kills the process there. */
export type Point =
  /** A batch was taken from the queue. */
  | "batch"
  /** Event numbers are reserved and nothing is written yet (MongoDB). */
  | "reserved"
  /** Everything is written and nothing is committed yet. */
  | "written"
  /** It is on the disk and nobody has been told yet. */
  | "committed";

export interface StorageOptions {
  /** Holds the database and the files of the embedded store. */
  dataDir: string;
  /** A replica set; the database's name may be in its path. Without it the embedded store is used. */
  mongodbUri?: string;
  /** The embedded store commits in a thread of its own: a server's other requests go on while it writes and waits for the disk. */
  writerThread?: boolean;
  clock?: { now(): number };
  trace?: (point: Point) => void | Promise<void>;
  /** Told of faults in the background, such as a text that could not be indexed yet. */
  warn?: (error: unknown) => void;
}

export const systemClock = { now: () => Date.now() };
