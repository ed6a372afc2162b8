// Gives the app its definitions: what is published, and the checker of what is written.
import type { FastifyInstance } from "fastify";
import { Checker } from "./checker.js";
import { Definitions } from "./definitions.js";
import { Heads } from "./heads.js";

declare module "fastify" {
  interface FastifyInstance {
    definitions: Definitions;
    checker: Checker;
  }
}

export function installDefinitions(app: FastifyInstance): void {
  const definitions = new Definitions(app.storage, new Heads(app.storage, app.feed));
  app.decorate("definitions", definitions);
  app.decorate("checker", new Checker(definitions));
}
