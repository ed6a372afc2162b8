// What MongoDB's errors mean for whoever must decide to try again.
import { MongoBulkWriteError, MongoError, MongoNetworkError, MongoNotConnectedError, MongoServerError, MongoServerSelectionError } from "mongodb";

export const isDuplicate = (error: unknown): boolean => error instanceof MongoServerError && error.code === 11000;

/** Of a bulk: everything else was done. */
export function isOnlyDuplicate(error: unknown): boolean {
  if (!isDuplicate(error)) return false;
  return !(error instanceof MongoBulkWriteError) || [error.writeErrors].flat().every(({ code }) => code === 11000);
}

/** Said by a member that is stepping down, shutting down, starting or out of reach; the driver tries again once, an election may last longer. */
const passing = new Set([6, 7, 89, 91, 134, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);

/** Nothing was done, or an election is going on: the same work may be tried again. */
export function isTransient(error: unknown): boolean {
  const met = insideBulk(error);
  if (!(met instanceof MongoError)) return false;
  if (met.hasErrorLabel("TransientTransactionError") || met.hasErrorLabel("RetryableWriteError")) return true;
  if (met instanceof MongoServerError && passing.has(Number(met.code))) return true;
  return met instanceof MongoNetworkError || met instanceof MongoServerSelectionError || met instanceof MongoNotConnectedError;
}

/** The commit was sent and nobody said what became of it. */
export const isUnknown = (error: unknown): boolean =>
  error instanceof MongoNetworkError || (error instanceof MongoError && error.hasErrorLabel("UnknownTransactionCommitResult"));

/**
 * A bulk wraps what stopped it. When many connections to a member break at once, the driver labels only the first error,
 * so that a broken line must be known by itself.
 */
function insideBulk(error: unknown): unknown {
  const met = error instanceof MongoBulkWriteError ? (error.errorResponse as unknown) : error;
  return met instanceof Error ? met : error;
}
