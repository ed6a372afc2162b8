// The storage contract on the embedded store.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStorage } from "../../server/storage/open.js";
import { storageContract } from "../storage-contract.js";

/** The product commits in a thread of its own; whoever opens a store for a moment does not start one. */
for (const writerThread of [false, true]) {
  storageContract(writerThread ? "SQLite with a writer thread" : "SQLite", {
    async place() {
      const dataDir = await mkdtemp(join(tmpdir(), "thongthin-sqlite-"));
      const place = { dataDir, writerThread };
      return { place, open: (options) => openStorage({ ...place, ...options }), leave: () => rm(dataDir, { recursive: true }) };
    },
  });
}
