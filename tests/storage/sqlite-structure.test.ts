// The embedded store's own structure: a file of another version is left alone, and names given in a list that lost are given anew.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openStorage } from "../../server/storage/open.js";
import { databaseFile } from "../../server/storage/sqlite/database.js";
import { doc, done, insert, lost } from "./contract/subject.js";

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "thongthin-sqlite-"));
});
afterEach(() => rm(dataDir, { recursive: true }));

test("a file of another structure is not opened and not changed", async () => {
  await (await openStorage({ dataDir })).close();
  const set = (version: number) => {
    const db = new DatabaseSync(databaseFile(dataDir));
    db.exec(`PRAGMA user_version = ${version}`);
    db.close();
  };
  set(99);
  await expect(openStorage({ dataDir })).rejects.toMatchObject({ code: "OTHER_STRUCTURE" });
  set(1);
  await (await openStorage({ dataDir })).close();
});

test("a view and scope that a losing list named first are found when the next one names them", async () => {
  const store = await openStorage({ dataDir });
  const entries = [{ view: "v", scope: "new", k1: "", k2: "1" }];
  const there = doc("r1", "lao");
  done(await store.commit([insert(there)]));
  // In one batch: the loser, whose names are taken back, before two that give the same and others.
  const outcomes = await Promise.all([
    store.commit([insert(doc("r2", "lao"), { entries }), insert(there)]),
    store.commit([insert(doc("r3", "lao"), { entries: [{ view: "w", scope: "other", k1: "", k2: "1" }] })]),
    store.commit([insert(doc("r4", "lao"), { entries })]),
  ]);
  expect(outcomes.map(lost)).toEqual([true, false, false]);
  const listed = async (view: string, scope: string) => (await store.list("records", { view, scopes: [scope], limit: 9 })).items.map(({ id }) => id);
  expect([await listed("v", "new"), await listed("w", "other"), await listed("v", "other")]).toEqual([["r4"], ["r3"], []]);
  await store.close();
});
