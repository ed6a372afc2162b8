// Gives the app its rendering workers, and the checker of definitions the syntax of templates.
import type { FastifyInstance } from "fastify";
import { checkDocument } from "../../engine/definition/check-document.js";
import type { DocumentDefinition } from "../../schemas/types.js";
import { document as validDocument } from "../../schemas/validators.js";
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
    // What the engine has found already is not told a second time in the words of another reader.
    if (typeof template !== "string" || (validDocument(definition) && checkDocument(definition as unknown as DocumentDefinition).length)) return [];
    return templateProblems(await templating.check(template));
  });
}
