// Gives the app its definitions: what is published, and the checker of what is written.
import type { FastifyInstance } from "fastify";
import type { WorkflowDefinition } from "../../schemas/types.js";
import { workflow as validWorkflow } from "../../schemas/validators.js";
import { Checker } from "./checker.js";
import { Definitions } from "./definitions.js";
import { Heads } from "./heads.js";
import { vacancies } from "./vacancies.js";

declare module "fastify" {
  interface FastifyInstance {
    definitions: Definitions;
    checker: Checker;
  }
}

export function installDefinitions(app: FastifyInstance): void {
  const definitions = new Definitions(app.storage, new Heads(app.storage, app.feed));
  app.decorate("definitions", definitions);
  const checker = new Checker(definitions);
  app.decorate("checker", checker);
  checker.more.set("workflow", async (definition, owner) =>
    validWorkflow(definition) ? vacancies(definition as unknown as WorkflowDefinition, await app.directory.of(owner), app.today()) : [],
  );
}
