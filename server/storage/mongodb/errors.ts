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
  if (!(error instanceof MongoError)) return false;
  if (error.hasErrorLabel("TransientTransactionError") || error.hasErrorLabel("RetryableWriteError")) return true;
  if (error instanceof MongoServerError && passing.has(Number(error.code))) return true;
  return error instanceof MongoNetworkError || error instanceof MongoServerSelectionError || error instanceof MongoNotConnectedError;
}

/** The commit was sent and nobody said what became of it. */
export const isUnknown = (error: unknown): boolean => error instanceof MongoError && error.hasErrorLabel("UnknownTransactionCommitResult");
