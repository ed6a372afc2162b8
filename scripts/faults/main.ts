// `npm run faults`: kills the server under load on each store, and the primary of a replica set of three, and counts what was lost or doubled.
// Bounded: 50 + 50 + 20 kills, at most 25 minutes; ends only what it started. KILLS=5 makes a short run; arguments (sqlite, mongodb, primary) choose parts.
// A run that was not asked to be short fails when a part is missing or was killed less often than that.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { findMongod } from "../../tests/help/mongod.js";
import { startReplicaSet } from "../../tests/help/replica-set.js";
import { freePort, type Product, type ProductOptions, startProduct } from "../load/product.js";
import { Submitter } from "../load/submitter.js";
import { buildIfStale } from "../steps.mjs";
import { type Load, startLoad } from "./load.js";
import { reckon } from "./reckon.js";
import { complaints, type Tried } from "./verdict.js";

const people = ["teacher", "director", "clerk", "mayor", "education-head", "lao-admin"];
const kills = Number(process.env.KILLS ?? 50);
const primaryKills = Number(process.env.KILLS ?? 20);
const parts = process.argv.slice(2);
const wanted = (part: string) => parts.length === 0 || parts.includes(part);

const began = Date.now();
/** No part kills on beyond its share of the time, so that all end in time on a slow machine too. The report says how many there were, and too few fail. */
const minutes = { sqlite: 7, mongodb: 15, primary: 20 };
const inTime = (part: keyof typeof minutes) => Date.now() - began < minutes[part] * 60_000;

/** Between two kills, a time that does not fall in step with anything: 300 to 1,100 ms. */
const pause = (nth: number) => wait(300 + ((nth * 317) % 800));

interface Stage {
  readonly options: ProductOptions;
  /** The one that runs now. */
  product: Product;
}

/** What came of a part: how often it was killed, and whether nothing was lost. */
type Outcome = Pick<Tried, "kills" | "clean">;

/** A product under load; `faults` does its worst to it, and says how often. */
async function underLoad(title: string, mongodbUri: string | undefined, faults: (stage: Stage, load: Load) => Promise<number>): Promise<Outcome> {
  const dataDir = await mkdtemp(join(tmpdir(), "thongthin-faults-"));
  const options = { dataDir, port: await freePort(), ...(mongodbUri === undefined ? {} : { mongodbUri }) };
  const stage: Stage = { options, product: await startProduct(options) };
  let load: Load | undefined;
  try {
    const crowd = people.map((name) => new Submitter(stage.product.url, name, stage.product.password));
    for (const one of crowd) await one.signIn();
    for (const one of crowd) await one.openForm();
    load = startLoad(crowd, 3);
    const kills = await faults(stage, load);
    await load.stop();
    return { kills, clean: await reckon(`${title} ${kills} times`, stage.product, options, crowd.at(-1)!, load) };
  } finally {
    await load?.stop();
    await stage.product.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** So many more submissions are acknowledged: it works again. */
async function goesOn(load: Load, more: number): Promise<void> {
  const before = load.acknowledged.length;
  while (load.acknowledged.length < before + more && !load.ended) await wait(20);
}

const killServers = (part: "sqlite" | "mongodb", title: string, mongodbUri?: string): Promise<Outcome> =>
  underLoad(`${title}: server killed`, mongodbUri, async (stage, load) => {
    let done = 0;
    for (; done < kills && inTime(part) && !load.ended; done++) {
      await goesOn(load, 1);
      await pause(done);
      await stage.product.kill();
      stage.product = await startProduct(stage.options);
    }
    return done;
  });

async function killPrimaries(binary: string): Promise<Outcome> {
  const set = await startReplicaSet(binary, 3);
  try {
    return await underLoad("MongoDB of three members: primary killed", withDatabase(set.uri), async (_stage, load) => {
      let done = 0;
      for (; done < primaryKills && inTime("primary") && !load.ended; done++) {
        await pause(done);
        const primary = await set.primary();
        await primary.kill();
        // That something is acknowledged says that the two others have agreed on a new primary.
        await goesOn(load, 5);
        await primary.restart();
        await set.settled();
      }
      return done;
    });
  } finally {
    await set.stop();
  }
}

async function killServersOnMongodb(binary: string): Promise<Outcome> {
  const set = await startReplicaSet(binary, 1);
  try {
    return await killServers("mongodb", "MongoDB of one member", withDatabase(set.uri));
  } finally {
    await set.stop();
  }
}

const withDatabase = (uri: string): string => uri.replace("/?", "/faults?");

await buildIfStale();
const tried: Tried[] = [];
const take = async (part: keyof typeof minutes, times: number, faults: (() => Promise<Outcome>) | undefined) => {
  if (wanted(part)) tried.push({ part, wanted: times, clean: true, ...(await faults?.()) });
};
const binary = await findMongod();
if (!binary) console.log("No mongod: the faults of MongoDB were not tried. Set MONGOD to a binary.");
await take("sqlite", kills, () => killServers("sqlite", "SQLite"));
await take("mongodb", kills, binary ? () => killServersOnMongodb(binary) : undefined);
await take("primary", primaryKills, binary ? () => killPrimaries(binary) : undefined);
const against = complaints(tried, parts.length > 0 || process.env.KILLS !== undefined);
for (const one of against) console.log(one);
process.exit(against.length ? 1 : 0);
