// GET /templates lists what can be installed, GET /templates/:id shows a form of the library as the LAO would get it.
// POST /templates/:id/install copies one into the LAO's own definitions and publishes it; PUT /templates/:id/copies/:form makes a working copy to begin with.
import type { FastifyInstance } from "fastify";
import type { InstalledTemplate, TemplateCopy, TemplateList, TemplateView } from "../../schemas/types.js";
import { answers, ref } from "../plugins/answers.js";
import { instant } from "../plugins/clock.js";
import { found } from "../plugins/refusal.js";
import { copyTemplate, templateView } from "./copy.js";
import { installTemplate } from "./install.js";
import { readLibrary } from "./library.js";

const id = { $ref: "common.schema.json#/$defs/id" };
const params = { type: "object", required: ["id"], properties: { id } };
const copyParams = { type: "object", required: ["id", "form"], properties: { id, form: id } };

export default async function templateRoutes(app: FastifyInstance): Promise<void> {
  const library = await readLibrary();
  const press = { storage: app.storage, definitions: app.definitions, checker: app.checker, newId: () => app.newId() };
  const formTemplate = (id: string) => {
    const template = found(library.get(id));
    return found(template.kind === "form" ? template : undefined);
  };

  app.get(
    "/api/v1/templates",
    { config: { policy: "template.install" }, schema: { response: answers({ 200: ref("templateList") }) } },
    async (request): Promise<TemplateList> => {
      const actor = request.requireActor();
      request.must("template.install", { owner: actor.owner, unit: [actor.owner] });
      return { items: [...library.values()].map(({ id, kind, title, description }) => ({ id, kind, title, ...(description && { note: description }) })) };
    },
  );

  app.get<{ Params: { id: string } }>(
    "/api/v1/templates/:id",
    { config: { policy: "template.install" }, schema: { params, response: answers({ 200: ref("templateView") }) } },
    async (request): Promise<TemplateView> => {
      const actor = request.requireActor();
      request.must("template.install", { owner: actor.owner, unit: [actor.owner] });
      return templateView(app.definitions, actor.owner, formTemplate(request.params.id), library);
    },
  );

  app.put<{ Params: { id: string; form: string }; Body: TemplateCopy }>(
    "/api/v1/templates/:id/copies/:form",
    {
      config: { policy: "template.install" },
      schema: { params: copyParams, body: ref("templateCopy"), response: answers({ 200: ref("installedTemplate") }, 412) },
    },
    async (request): Promise<InstalledTemplate> => {
      const actor = request.requireActor();
      request.must("template.install", { owner: actor.owner, unit: [actor.owner] });
      const { id, form } = request.params;
      const order = { form, title: request.body.title, actor, at: () => instant(app.clock.now()) };
      return { items: await copyTemplate(press, formTemplate(id), order) };
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
