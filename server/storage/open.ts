// Opens the store: MongoDB when it is told where, the embedded one otherwise. Alone in knowing both.
import type { StorageOptions } from "./options.js";
import type { Storage } from "./port.js";
import { openSqlite } from "./sqlite/sqlite.js";

export async function openStorage(options: StorageOptions): Promise<Storage> {
  if (options.mongodbUri === undefined) return openSqlite(options);
  const { openMongodb } = await import("./mongodb/mongodb.js");
  return openMongodb({ ...options, mongodbUri: options.mongodbUri });
}
