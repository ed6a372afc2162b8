// The storage contract on a real MongoDB replica set.
import { inject } from "vitest";
import { openStorage } from "../../server/storage/open.js";
import { freshDatabase } from "../help/database.js";
import { storageContract } from "../storage-contract.js";

const server = inject("mongodb");

storageContract("MongoDB", {
  ...(server ? {} : { skip: "no mongod: set MONGOD or MONGODB_URI" }),
  async place() {
    const { uri, drop } = freshDatabase(server);
    const place = { dataDir: "", mongodbUri: uri };
    return { place, open: (options) => openStorage({ ...place, ...options }), leave: drop };
  },
});
