// A process of its own that writes to a store, for tests that need two of them or kill one. Told what to do in its argument; tells its parent what was acknowledged.
import { openStorage } from "../../server/storage/open.js";
import type { Point } from "../../server/storage/options.js";
import type { Storage } from "../../server/storage/port.js";
import { doc, event, insert, lost } from "./contract/subject.js";

export interface Errand {
  place: { dataDir: string; mongodbUri?: string };
  owner: string;
  /** So many lists, all at once; each has an action, a record and two events. */
  lists: number;
  /** Ends itself with SIGKILL at this point of its first batch. */
  dieAt?: Point;
  /** Stops at this point of its first batch until it is told to go on. */
  waitAt?: Point;
}

export type Told = { at: Point } | { acknowledged: number; events: number[] } | { lost: number } | { failed: number; error: string } | "ready" | "done";

const errand = JSON.parse(process.argv[2]!) as Errand;
const tell = (told: Told) => new Promise<void>((resolve) => process.send!(told, () => resolve()));
const goOn = () => new Promise<void>((resolve) => process.once("message", () => resolve()));

let first = true;
async function trace(point: Point) {
  if (!first || (point !== errand.dieAt && point !== errand.waitAt)) return;
  first = false;
  if (point === errand.dieAt) process.kill(process.pid, "SIGKILL");
  const told = goOn();
  await tell({ at: point });
  await told;
}

async function write(store: Storage, i: number) {
  const { owner } = errand;
  const id = `${owner}-${i}`;
  const action = { op: "insert", collection: "actions", doc: doc(`a-${id}`, owner) } as const;
  try {
    const outcome = await store.commit([action, insert(doc(id, owner, { i })), event(owner), event(owner)]);
    await tell(lost(outcome) ? { lost: i } : { acknowledged: i, events: outcome.events });
  } catch (error) {
    await tell({ failed: i, error: String(error) });
  }
}

// Whoever started it is gone: so is this.
process.once("disconnect", () => process.exit());

const store = await openStorage({ ...errand.place, trace });
const started = goOn();
await tell("ready");
await started;
await Promise.all(Array.from({ length: errand.lists }, (_, i) => write(store, i)));
await store.close();
await tell("done");
process.disconnect();
