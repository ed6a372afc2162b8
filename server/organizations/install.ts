// Gives the app its directory of organizations, positions and people, and today's date.
import type { FastifyInstance } from "fastify";
import { bangkokDate } from "../../engine/thai/date.js";
import { instant } from "../plugins/clock.js";
import { Directory } from "./directory.js";

declare module "fastify" {
  interface FastifyInstance {
    directory: Directory;
    /** The day in Bangkok. */
    today(): string;
  }
}

export function installOrganizations(app: FastifyInstance): void {
  app.decorate("directory", new Directory(app.storage, app.feed));
  app.decorate("today", () => bangkokDate(instant(app.clock.now())));
}
