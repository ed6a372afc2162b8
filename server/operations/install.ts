// Gives the app its sweep, and runs it every hour.
import type { FastifyInstance } from "fastify";
import { every } from "../plugins/clock.js";
import { furnish } from "./furnish.js";
import { type Swept, sweeper } from "./sweep.js";

declare module "fastify" {
  interface FastifyInstance {
    /** Takes away what has had its time. */
    sweep(): Promise<Swept>;
  }
}

const hour = 3_600_000;

export function installOperations(app: FastifyInstance): void {
  // The LAO stands without them too, and its administrator can install each by hand: a failure here is no reason to undo the set-up.
  app.founded.add((admin) => furnish(app, admin).catch((error) => app.log.error({ err: error }, "templates of a new LAO")));
  app.decorate("sweep", sweeper(app));
  const stop = every(app.clock, hour, () => void app.sweep().catch((error) => app.log.error({ err: error }, "sweep")));
  app.addHook("onClose", async () => stop());
}
