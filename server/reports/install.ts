// Tells the checker of definitions what only Handlebars knows of a report: the syntax of its own template.
import type { FastifyInstance } from "fastify";
import { templateProblems } from "../documents/print.js";

export function installReports(app: FastifyInstance): void {
  app.checker.more.set("report", async (definition) => {
    const template = (definition.document as { template?: unknown } | undefined)?.template;
    if (typeof template !== "string") return [];
    return templateProblems(await app.templating.check(template)).map((problem) => ({ ...problem, path: "/document/template" }));
  });
}
