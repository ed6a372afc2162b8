// Gives the app its sweep, and runs it every hour.
import type { FastifyInstance } from "fastify";
import { every } from "../plugins/clock.js";
import { type Swept, sweeper } from "./sweep.js";

declare module "fastify" {
  interface FastifyInstance {
    /** Takes away what has had its time. */
    sweep(): Promise<Swept>;
  }
}

const hour = 3_600_000;

export function installOperations(app: FastifyInstance): void {
  app.decorate("sweep", sweeper(app));
  const stop = every(app.clock, hour, () => void app.sweep().catch((error) => app.log.error({ err: error }, "sweep")));
  app.addHook("onClose", async () => stop());
}
