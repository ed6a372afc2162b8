// GET /templates lists what can be installed; POST /templates/:id/install copies one into the LAO's own definitions.
import type { FastifyInstance } from "fastify";
import type { Choices, InstalledTemplate } from "../../schemas/types.js";
import { answers, ref } from "../plugins/answers.js";
import { instant } from "../plugins/clock.js";
import { found } from "../plugins/refusal.js";
import { installTemplate } from "./install.js";
import { readLibrary } from "./library.js";

const params = { type: "object", required: ["id"], properties: { id: { $ref: "common.schema.json#/$defs/id" } } };

export default async function templateRoutes(app: FastifyInstance): Promise<void> {
  const library = await readLibrary();
  const press = { storage: app.storage, definitions: app.definitions, checker: app.checker, newId: () => app.newId() };

  app.get(
    "/api/v1/templates",
    { config: { policy: "template.install" }, schema: { response: answers({ 200: ref("choices") }) } },
    async (request): Promise<Choices> => {
      const actor = request.requireActor();
      request.must("template.install", { owner: actor.owner, unit: [actor.owner] });
      return { items: [...library.values()].map(({ id, title, description }) => ({ id, title, ...(description && { note: description }) })) };
    },
  );

  app.post<{ Params: { id: string } }>(
    "/api/v1/templates/:id/install",
    { config: { policy: "template.install" }, schema: { params, response: answers({ 200: ref("installedTemplate") }, 404) } },
    async (request): Promise<InstalledTemplate> => {
      const actor = request.requireActor();
      request.must("template.install", { owner: actor.owner, unit: [actor.owner] });
      const template = found(library.get(request.params.id));
      return { items: await installTemplate(press, template, actor, () => instant(app.clock.now())) };
    },
  );
}
