// Gives the app its feed of events, and the register of what kinds of things are about.
import type { FastifyInstance } from "fastify";
import type { FindSubject } from "../plugins/access.js";
import { Feed } from "./feed.js";

declare module "fastify" {
  interface FastifyInstance {
    feed: Feed;
  }
}

export function installEvents(app: FastifyInstance): void {
  app.decorate("feed", new Feed(app.storage, (error) => app.log.error({ err: error }, "feed")));
  app.decorate("subjects", new Map<string, FindSubject>());
  app.addHook("onReady", () => app.feed.start());
  app.addHook("onClose", () => app.feed.stop());
}
