// The MongoDB server of a test run, one for all files: MONGODB_URI (a running replica set), MONGOD (a binary), or the binary beside the project.
// Without any, the tests that need it are skipped and the last lines of `npm test` say so.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { type ReplicaSet, startReplicaSet } from "./replica-set.js";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the run's MongoDB is, or an empty text when there is none. */
    mongodb: string;
    /** A mongod binary for tests that start and kill servers of their own, or an empty text. */
    mongod: string;
  }
}

/** More than one project of a run asks: the first one starts the server, the last one to leave stops it. */
interface Shared {
  users: number;
  set: Promise<ReplicaSet | undefined>;
}
const shared = globalThis as { thongthinMongod?: Shared };

export default async function setup(project: TestProject) {
  const binary = await findMongod();
  project.provide("mongod", binary);
  if (process.env.MONGODB_URI) {
    project.provide("mongodb", process.env.MONGODB_URI);
    return;
  }
  shared.thongthinMongod ??= { users: 0, set: binary ? startReplicaSet(binary, 1) : Promise.resolve(undefined) };
  const ours = shared.thongthinMongod;
  ours.users += 1;
  const set = await ours.set;
  project.provide("mongodb", set?.uri ?? "");
  return async () => {
    ours.users -= 1;
    if (ours.users > 0) return;
    delete shared.thongthinMongod;
    await set?.stop();
  };
}

/** The binary to start, or an empty text. */
export async function findMongod(): Promise<string> {
  if (process.env.MONGOD) return process.env.MONGOD;
  const unpack = fileURLToPath(new URL("../../../shared/mongod/unpack", import.meta.url));
  if (!existsSync(unpack)) return "";
  const { stdout } = await promisify(execFile)(unpack);
  return stdout.trim();
}
