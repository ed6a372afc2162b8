// Gives the app its rendering workers, and the checker of definitions the syntax of templates.
import type { FastifyInstance } from "fastify";
import { templateProblems } from "./print.js";
import { Templating } from "./templating.js";

declare module "fastify" {
  interface FastifyInstance {
    templating: Templating;
  }
}

export function installDocuments(app: FastifyInstance): void {
  const templating = new Templating({}, () => app.clock.now());
  app.decorate("templating", templating);
  app.addHook("onClose", () => templating.close());
  app.checker.more.set("document", async (definition) => {
    const { template } = definition as { template?: unknown };
    return typeof template === "string" ? templateProblems(await templating.check(template)) : [];
  });
}
