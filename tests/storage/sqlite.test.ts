// The storage contract on the embedded store.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStorage } from "../../server/storage/open.js";
import { storageContract } from "../storage-contract.js";

storageContract("SQLite", {
  async place() {
    const dataDir = await mkdtemp(join(tmpdir(), "thongthin-sqlite-"));
    const place = { dataDir };
    return { place, open: (options) => openStorage({ ...place, ...options }), leave: () => rm(dataDir, { recursive: true }) };
  },
});
