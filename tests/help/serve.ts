// The whole product as a process that a journey may kill: told by its parent where to listen, what time it is, and when time moves on.
import { fileURLToPath } from "node:url";
import type { Config } from "../../schemas/types.js";
import { buildApp } from "../../server/app.js";
import { openDemo } from "../../server/operations/demo/demo.js";
import { type Life, lives } from "../../server/operations/demo/live.js";
import { openStorage } from "../../server/storage/open.js";
import { runningClock } from "./running-clock.js";

export interface ServeOptions {
  port: number;
  dataDir: string;
  now: number;
  mongodbUri?: string;
  /** How much the demo's schools have lived; unsaid, little. */
  life?: Life;
}
export type ToServer = { start: ServeOptions } | { advance: number };
export interface FromServer {
  ready: { url: string; password: string };
}

async function serve({ port, dataDir, now, mongodbUri, life }: ServeOptions) {
  const clock = runningClock(now);
  process.on("message", (message: ToServer) => {
    if ("advance" in message) clock.advance(message.advance);
  });
  process.on("disconnect", () => process.exit(0));
  const config: Config = { PORT: port, HOST: "127.0.0.1", DATA_DIR: dataDir, DEMO: "small", LOG: "error", RATE_LIMIT: 0 };
  const storage = await openStorage({ dataDir, clock, ...(mongodbUri && { mongodbUri }) });
  const app = await buildApp({ config, storage, clock, clientDir: fileURLToPath(new URL("../../dist/client", import.meta.url)) });
  await app.ready();
  const demo = await openDemo(app, { ...lives.small, ...life });
  const url = await app.listen({ port, host: "127.0.0.1" });
  process.send?.({ ready: { url, password: demo?.password ?? "" } } satisfies FromServer);
}

process.once("message", (message: ToServer) => {
  if ("start" in message)
    serve(message.start).catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });
});
