// Starts, moves in time, kills and starts again the product as a process, for a journey.
import { type ChildProcess, fork } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../scripts/load/product.js";
import type { Life } from "../../server/operations/demo/live.js";
import type { FromServer, ToServer } from "./serve.js";

export interface Served {
  url: string;
  password: string;
  /** Moves the server's clock on. */
  advance(ms: number): void;
  /** kill -9, and the same server again on the same port and store; `now` is what its clock says then. */
  killAndRestart(now: number): Promise<void>;
  close(): Promise<void>;
}

export async function serve(now: number, mongodbUri?: string, life?: Life): Promise<Served> {
  const dataDir = await mkdtemp(join(tmpdir(), "thongthin-journey-"));
  const port = await freePort();
  const start = (at: number) => launch({ start: { port, dataDir, now: at, ...(mongodbUri && { mongodbUri }), ...(life && { life }) } });
  let running = await start(now);
  return {
    url: running.url,
    password: running.password,
    advance: (ms) => void running.child.send({ advance: ms } satisfies ToServer),
    async killAndRestart(at) {
      await kill(running.child);
      running = await start(at);
    },
    async close() {
      await kill(running.child);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function launch(message: ToServer): Promise<{ child: ChildProcess; url: string; password: string }> {
  const child = fork(new URL("serve.ts", import.meta.url), { execArgv: ["--import", "tsx"], env: { ...process.env, NODE_ENV: "test" } });
  const ready = new Promise<FromServer["ready"]>((resolve, reject) => {
    child.once("message", (answer: FromServer) => resolve(answer.ready));
    child.once("exit", (code, signal) => reject(new Error(`The server ended before it was ready: ${code ?? signal}`)));
  });
  child.send(message);
  return { child, ...(await ready) };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
}
