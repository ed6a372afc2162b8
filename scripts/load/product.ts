// The built product as a child process, on a free port of the loopback, for measuring and for killing.
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { root } from "../steps.mjs";

export interface Product {
  url: string;
  /** Of all demo accounts. */
  password: string;
  /** What it logged as errors so far, a line each. */
  errors(): string[];
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Ends it as an operator would. */
  stop(): Promise<void>;
}

export interface ProductOptions {
  dataDir: string;
  port: number;
  mongodbUri?: string;
  /** How much the demo's schools have lived; little unless said. */
  demo?: "on" | "small";
  /** Options of node itself, such as --cpu-prof. */
  flags?: string[];
}

/** Starts the bundle with the demo municipality and waits until it is healthy. */
export async function startProduct({ dataDir, port, mongodbUri, demo = "small", flags = [] }: ProductOptions): Promise<Product> {
  const env = { ...process.env, PORT: String(port), HOST: "127.0.0.1", DATA_DIR: dataDir, DEMO: demo, LOG: "error", RATE_LIMIT: "1000000" };
  const child = spawn(process.execPath, [...flags, join(root, "dist/server/main.js")], {
    env: mongodbUri === undefined ? without(env, "MONGODB_URI") : { ...env, MONGODB_URI: mongodbUri },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  child.stdout!.on("data", (bytes) => {
    printed += bytes;
  });
  const url = `http://127.0.0.1:${port}`;
  // Read before anything can go wrong, so that a server that dies at once is seen.
  const ended = new Promise<never>((_, reject) =>
    child.once("exit", (code, signal) => reject(new Error(`The server ended (${code ?? signal}) before it was ready.\n${printed}`))),
  );
  ended.catch(() => undefined);
  await Promise.race([healthy(url), ended]);
  let password = passwordIn(printed);
  for (; password === undefined; password = passwordIn(printed)) await Promise.race([wait(10), ended]);
  const errors = () => printed.split("\n").filter((line) => line.startsWith('{"level":'));
  return { url, password, errors, kill: () => end(child, "SIGKILL"), stop: () => end(child, "SIGTERM") };
}

const without = (env: NodeJS.ProcessEnv, name: string): NodeJS.ProcessEnv => Object.fromEntries(Object.entries(env).filter(([key]) => key !== name));

/** The start prints one password for all demo accounts. */
const passwordIn = (printed: string): string | undefined => /\bbua-\d{6}\b/.exec(printed)?.[0];

async function healthy(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/healthz`).catch(() => undefined);
    if (answer?.ok) return;
    await wait(20);
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  await ended;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
