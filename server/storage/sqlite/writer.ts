// The writer's own program: a worker with the connection that commits, so that neither writing nor the disk holds up requests.
// One batch is asked for at a time. Built as a bundle of its own beside the server's.
import { parentPort, workerData } from "node:worker_threads";
import type { Point } from "../options.js";
import type { Write } from "../port.js";
import { applyBatch } from "./batch.js";
import { Database } from "./database.js";
import type { Asked } from "./thread.js";
import type { Batch, BatchAnswer } from "./writer-words.js";

const { dataDir, written } = workerData as { dataDir: string; written?: Int32Array };
const db = new Database(dataDir, "write");

/** Only tests have a gate. */
function atGate(point: Point): void {
  if (!written || point !== "written") return;
  Atomics.store(written, 0, 0);
  parentPort!.postMessage({ said: point });
  Atomics.wait(written, 0, 0);
  if (Atomics.load(written, 0) === 2) throw new Error("The batch was failed by whoever traces it.");
}

async function answer({ lists }: Batch): Promise<BatchAnswer> {
  try {
    const parsed = lists.map((list) => JSON.parse(list) as Write[]);
    return { verdicts: await applyBatch(db, parsed, atGate) };
  } catch (error) {
    return { failed: error };
  }
}

parentPort!.on("message", async (asked: Asked<Batch>) => {
  if (asked !== "close") return parentPort!.postMessage({ n: asked.n, answer: await answer(asked.question) });
  db.close();
  parentPort!.close();
});
