// What the embedded store acknowledges is on the disk: its settings read back, and the system calls of a process that uses it.
// Where strace is missing the settings alone are tested, and the system calls count as skipped.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStorage } from "../../server/storage/open.js";
import { Database } from "../../server/storage/sqlite/database.js";
import { canTrace, noTrace, tracedRun } from "./trace.js";

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "thongthin-durable-"));
});
afterAll(() => rm(dataDir, { recursive: true }));

test("the connection that writes syncs its log at every commit", async () => {
  const store = await openStorage({ dataDir });
  const db = new Database(dataDir, "write");
  expect(db.get("PRAGMA synchronous")).toEqual({ synchronous: 2 });
  expect(db.get("PRAGMA journal_mode")).toEqual({ journal_mode: "wal" });
  expect(db.get("PRAGMA busy_timeout")).toEqual({ timeout: 5000 });
  db.close();
  await store.close();
});

test("the reader's connection cannot write", async () => {
  const db = new Database(dataDir, "read");
  expect(() => db.run("DELETE FROM records")).toThrow(/readonly/);
  db.close();
});

const syncedBetween = async (...mode: string[]) => {
  const words = join(dataDir, `words${mode.join()}.txt`);
  const program = fileURLToPath(new URL("acknowledging.ts", import.meta.url));
  const folder = join(dataDir, `store${mode.join()}`);
  const calls = await tracedRun("fsync,fdatasync,write", process.execPath, ["--import", "tsx", program, folder, words, ...mode]);
  // A call of one thread may be told in two lines, with others between; it counts where it ends.
  let begun = false;
  const steps = calls.flatMap((line) => {
    if (/(fsync|fdatasync)\(\d+<[^>]*thongthin\.db-wal>\s*<unfinished/.test(line)) begun = true;
    const ended = begun && /(fsync|fdatasync) resumed>.*= 0/.test(line);
    if (ended) begun = false;
    if (ended || /(fsync|fdatasync)\(\d+<[^>]*thongthin\.db-wal>\)\s*= 0/.test(line)) return ["sync"];
    const said = /write\(\d+<[^>]*words[^>]*\.txt>, "(asked|acknowledged) (\d)/.exec(line);
    return said ? [`${said[1]} ${said[2]}`] : [];
  });
  const between = (i: number) => steps.slice(steps.indexOf(`asked ${i}`) + 1, steps.indexOf(`acknowledged ${i}`));
  for (let i = 0; i < 5; i++) expect([i, between(i)]).toEqual([i, expect.arrayContaining(["sync"])]);
  // Forty lists that came together: one batch, perhaps with a checkpoint, and not forty syncs.
  expect(between(5)).toContain("sync");
  expect(between(5).length).toBeLessThan(5);
};
test.skipIf(!canTrace)(`the log is synced between asking for a batch and acknowledging it, once for many lists${noTrace}`, () => syncedBetween());
test.skipIf(!canTrace)(`and so does the writer thread${noTrace}`, () => syncedBetween("thread"));
