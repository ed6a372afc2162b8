// Writes a part of a register through the storage port. As a program it takes its order as a message: two of them use both cores, where one waits for the other's half.
import { fork } from "node:child_process";
import { once } from "node:events";
import type { CompiledForm } from "../../engine/compile/compiled.js";
import { openStorage } from "../../server/storage/open.js";
import { type Place, records, type Span } from "./register.js";

export interface Filling {
  form: CompiledForm;
  owner: string;
  at: Place[];
  span: Span;
  options: Parameters<typeof openStorage>[0];
  /** When it gives up, on the clock of `Date.now`. */
  end: number;
}

/** Records of a commit, and commits on their way at a time: as many as each store takes at once without losing its cache to them. */
const commits = { sqlite: { records: 10_000, abreast: 1 }, mongodb: { records: 250, abreast: 2 } };

export async function fill({ form, owner, at, span, options, end }: Filling): Promise<void> {
  const storage = await openStorage(options);
  try {
    const { records: aList, abreast } = commits[storage.kind];
    const made = records(form, owner, at, span, aList);
    const work = async () => {
      for (const writes of made) {
        const done = await storage.commit(writes);
        if ("conflict" in done) throw new Error(`Records conflict: ${JSON.stringify(done)}`);
        if (Date.now() > end) throw new Error(`The records up to ${span.to.toLocaleString("en")} were not written in time`);
      }
    };
    await Promise.all(Array.from({ length: abreast }, work));
  } finally {
    await storage.close();
  }
}

/** The same in a process of its own. */
export async function fillElsewhere(filling: Filling): Promise<void> {
  const child = fork(new URL(import.meta.url), ["fill"], { execArgv: ["--import", "tsx"] });
  const ended = once(child, "exit") as Promise<[number | null]>;
  child.send(filling);
  const [status] = await ended;
  if (status !== 0) throw new Error(`Filling the register ended with ${status}`);
}

if (process.argv[2] === "fill")
  process.once("message", (filling: Filling) => {
    fill(filling).then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
