// `npm run faults`: kills the server under load on each store, and the primary of a replica set of three, and counts what was lost or doubled.
// Bounded: 50 + 50 + 20 kills, at most 25 minutes; ends only what it started. KILLS=5 makes a short run.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { findMongod } from "../../tests/help/mongod.js";
import { type ReplicaSet, startReplicaSet } from "../../tests/help/replica-set.js";
import { freePort, type Product, startProduct } from "../load/product.js";
import { Submitter } from "../load/submitter.js";
import { buildIfStale } from "../steps.mjs";
import { audit } from "./audit.js";
import { startLoad } from "./load.js";

const people = ["teacher", "director", "clerk", "mayor", "education-head", "lao-admin"];
const kills = Number(process.env.KILLS ?? 50);
const primaryKills = Number(process.env.KILLS ?? 20);
const deadline = Date.now() + 25 * 60_000;

/** Between two kills, a time that does not fall in step with anything: 300 to 1,100 ms. */
const pause = (nth: number) => 300 + ((nth * 317) % 800);

async function crowd(product: Product): Promise<Submitter[]> {
  const all = people.map((name) => new Submitter(product.url, name, product.password));
  for (const one of all) {
    await one.signIn();
    await one.openForm();
  }
  return all;
}

async function killServers(title: string, mongodbUri?: string): Promise<boolean> {
  const dataDir = await mkdtemp(join(tmpdir(), "thongthin-faults-"));
  const options = { dataDir, port: await freePort(), ...(mongodbUri === undefined ? {} : { mongodbUri }) };
  let product = await startProduct(options);
  try {
    const all = await crowd(product);
    const load = startLoad(all, 3);
    let done = 0;
    for (; done < kills && Date.now() < deadline; done++) {
      await wait(pause(done));
      await product.kill();
      product = await startProduct(options);
    }
    await load.stop();
    return report(`${title}: server killed ${done} times`, await audit(all.at(-1)!, load.acknowledged));
  } finally {
    await product.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function killPrimaries(binary: string): Promise<boolean> {
  const dataDir = await mkdtemp(join(tmpdir(), "thongthin-faults-"));
  const set = await startReplicaSet(binary, 3);
  try {
    const product = await startProduct({ dataDir, port: await freePort(), mongodbUri: withDatabase(set.uri, "faults") });
    try {
      const all = await crowd(product);
      const load = startLoad(all, 3);
      let done = 0;
      for (; done < primaryKills && Date.now() < deadline; done++) {
        await wait(pause(done));
        const primary = await set.primary();
        await primary.kill();
        const before = load.acknowledged.length;
        // The next acknowledged submission says that the two others have agreed on a new primary.
        while (load.acknowledged.length < before + 5) await wait(20);
        await primary.restart();
        await set.settled();
      }
      await load.stop();
      return report(`MongoDB of three members: primary killed ${done} times`, await audit(all.at(-1)!, load.acknowledged));
    } finally {
      await product.stop();
    }
  } finally {
    await set.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function withDatabase(uri: string, name: string): string {
  const url = new URL(uri);
  url.pathname = `/${name}`;
  return url.toString();
}

function report(title: string, { acknowledged, lost, doubled, wrong }: Awaited<ReturnType<typeof audit>>): boolean {
  console.log(`${title}: acknowledged ${acknowledged}, lost ${lost}, doubled ${doubled}${wrong.map((one) => `\n  ${one}`).join("")}`);
  return lost === 0 && doubled === 0 && wrong.length === 0;
}

await buildIfStale();
const results = [await killServers("SQLite")];
const binary = await findMongod();
let single: ReplicaSet | undefined;
if (binary) {
  single = await startReplicaSet(binary, 1);
  try {
    results.push(await killServers("MongoDB of one member", withDatabase(single.uri, "faults")));
  } finally {
    await single.stop();
  }
  results.push(await killPrimaries(binary));
} else console.log("No mongod: the faults of MongoDB were not tried. Set MONGOD to a binary.");
process.exit(results.every(Boolean) ? 0 : 1);
