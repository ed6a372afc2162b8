// Durable submissions a second over HTTP, everything included, as a ratio to a bare route that writes the same JSON to a store of the same kind.
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import autocannon from "autocannon";
import type { Action } from "../../schemas/types.js";
import { openStorage } from "../../server/storage/open.js";
import { effectsDone } from "../load/idle.js";
import { freePort, startProduct } from "../load/product.js";
import { Submitter } from "../load/submitter.js";

export interface Rate {
  connections: number;
  product: number;
  bare: number;
}

interface Target {
  url: string;
  headers: Record<string, string>;
  body: () => Action;
}

/** Requests a second that were answered with 2xx; `seconds` long. */
async function rate({ url, headers, body }: Target, connections: number, seconds: number): Promise<number> {
  const run = await autocannon({
    url,
    connections,
    duration: seconds,
    method: "POST",
    headers,
    requests: [{ setupRequest: (request) => ({ ...request, body: JSON.stringify(body()) }) }],
  });
  if (run.non2xx || run.errors) throw new Error(`${url}: ${run.non2xx} answers were no success, ${run.errors} failed`);
  return run["2xx"] / run.duration;
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Interleaved rounds, so that a slow minute falls on both alike. */
export async function submissions(mongodbUri: string | undefined, rounds = 3, seconds = 3): Promise<Rate[]> {
  const dataDir = await mkdtemp(join(tmpdir(), "thongthin-bench-"));
  const bareDir = await mkdtemp(join(tmpdir(), "thongthin-bare-"));
  const options = { dataDir, port: await freePort(), ...(mongodbUri === undefined ? {} : { mongodbUri }) };
  const product = await startProduct(options);
  const bare = fork(new URL("bare.ts", import.meta.url), ["serve", bareDir, ...(mongodbUri === undefined ? [] : [mongodbUri])], {
    execArgv: ["--import", "tsx"],
  });
  const bareUrl = once(bare, "message") as Promise<[{ url: string }]>;
  const storage = await openStorage(options);
  // What a round leaves to be done afterwards (notices) must not slow down the next one's neighbour.
  const rest = () => effectsDone(storage, 60_000);
  try {
    await rest();
    const [{ url }] = await bareUrl;
    const person = new Submitter(product.url, "teacher", product.password);
    await person.signIn();
    await person.openForm();
    const body = () => person.action("วัดความเร็ว กดบันทึกแล้วข้อมูลหายทั้งหน้า ต้องกรอกใหม่");
    const ours: Target = { url: `${product.url}/api/v1/actions`, headers: person.headers, body };
    const theirs: Target = { url: `${url}/submissions`, headers: { "content-type": "application/json" }, body };
    const rates: Rate[] = [];
    for (const connections of [1, 10, 100]) {
      const measured: { product: number; bare: number }[] = [];
      for (let round = 0; round < rounds; round++) {
        const product = await rate(ours, connections, seconds);
        await rest();
        measured.push({ product, bare: await rate(theirs, connections, seconds) });
      }
      rates.push({ connections, product: median(measured.map((one) => one.product)), bare: median(measured.map((one) => one.bare)) });
    }
    return rates;
  } finally {
    bare.kill("SIGTERM");
    await storage.close();
    await product.stop();
    await Promise.all([dataDir, bareDir].map((folder) => rm(folder, { recursive: true, force: true })));
  }
}
