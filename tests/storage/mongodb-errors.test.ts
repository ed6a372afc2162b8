// Errors of the driver as an election makes them: what may be tried again, and what is not known.
import { MongoBulkWriteError, MongoError, MongoNetworkError, MongoServerError } from "mongodb";
import { expect, test } from "vitest";
import { isDuplicate, isTransient, isUnknown } from "../../server/storage/mongodb/errors.js";

/** As the driver's bulk throws what it met. */
const inBulk = (error: Error) => new MongoBulkWriteError(error as never, {} as never);
const labelled = (error: MongoError, label: string) => {
  error.addErrorLabel(label);
  return error;
};
const broken = () => new MongoNetworkError("connection 20 closed");

test("a broken line is tried again, also when it broke a bulk and bears no label", () => {
  expect(isTransient(broken())).toBe(true);
  expect(isTransient(inBulk(broken()))).toBe(true);
  expect(isTransient(inBulk(labelled(new MongoServerError({ message: "stepped down", code: 10107 }), "TransientTransactionError")))).toBe(true);
});

test("what the data or the program did wrong is not tried again", () => {
  expect(isTransient(new MongoServerError({ message: "duplicate", code: 11000 }))).toBe(false);
  expect(isTransient(inBulk(new MongoServerError({ message: "too large", code: 10334 })))).toBe(false);
  expect(isTransient(new TypeError("no"))).toBe(false);
  expect(isDuplicate(inBulk(new MongoServerError({ message: "duplicate", code: 11000 })))).toBe(true);
});

test("a commit whose line broke is not known, with and without the driver's label", () => {
  expect(isUnknown(broken())).toBe(true);
  expect(isUnknown(labelled(new MongoError("no answer"), "UnknownTransactionCommitResult"))).toBe(true);
  expect(isUnknown(new MongoServerError({ message: "aborted", code: 251 }))).toBe(false);
});
