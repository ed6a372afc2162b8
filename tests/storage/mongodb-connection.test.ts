// Which MongoDB servers are refused when the product starts, and in which words: an old one, and one without a replica set.
// The numbers are those a server answers to `hello` (MongoDB manual, "hello": 5.2 says 15, 5.3 says 16, 6.0 says 17).
import { expect, test } from "vitest";
import { unfitness } from "../../server/storage/mongodb/connection.js";

test("a server without clustered collections is refused by its age", () => {
  expect(unfitness({ setName: "rs", maxWireVersion: 15 })).toContain("older than MongoDB 5.3");
  expect(unfitness({ setName: "rs" })).toContain("older than MongoDB 5.3");
});

test("a server alone is refused: it has no transactions", () => expect(unfitness({ maxWireVersion: 17 })).toContain("no replica set"));

test("a replica set of 5.3 or newer is taken", () => {
  expect(unfitness({ setName: "rs", maxWireVersion: 16 })).toBeUndefined();
  expect(unfitness({ setName: "rs", maxWireVersion: 25 })).toBeUndefined();
});
