// A MongoDB database of its own for one test file, dropped at its end.
import { randomBytes } from "node:crypto";
import { MongoClient } from "mongodb";

/** The address of a database on that server. Several hosts stand in one address, so it is no URL: mongodb://hosts/database?options */
export function withDatabase(server: string, name: string): string {
  const [, hosts, options] = /^([^/]+\/\/[^/?]+)\/?[^?]*(\?.*)?$/.exec(server)!;
  return `${hosts}/${name}${options ?? ""}`;
}

/** The address of a fresh database on that server. */
export function freshDatabase(server: string): { uri: string; drop: () => Promise<void> } {
  const name = `t_${randomBytes(6).toString("hex")}`;
  return {
    uri: withDatabase(server, name),
    async drop() {
      const client = new MongoClient(server);
      await client.db(name).dropDatabase();
      await client.close();
    },
  };
}
