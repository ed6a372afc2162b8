// POST …/publish makes a version (and releases) of a working copy; POST …/retire takes a definition out of use.
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Published, WorkingCopy } from "../../schemas/types.js";
import { type DefinitionKind, definitionKinds } from "../definitions/docs.js";
import { workingCopy } from "../definitions/saving.js";
import { answers, ref } from "../plugins/answers.js";
import { instant } from "../plugins/clock.js";
import { type PublishOrder, publish, retire } from "./publishing.js";

interface Params {
  kind: DefinitionKind;
  id: string;
}

const params = {
  type: "object",
  required: ["kind", "id"],
  properties: { kind: { enum: [...definitionKinds] }, id: { $ref: "common.schema.json#/$defs/id" } },
};
const body = { type: "object", additionalProperties: false, properties: { note: { type: "string", maxLength: 1000 } } };

/** Nothing to say is the usual order. */
const unsaid = async (request: FastifyRequest): Promise<void> => {
  request.body ??= {};
};

export default async function publishingRoutes(app: FastifyInstance): Promise<void> {
  const press = { storage: app.storage, definitions: app.definitions, checker: app.checker, newId: () => app.newId() };
  const order = (request: FastifyRequest<{ Params: Params; Body?: { note?: string } | undefined }>): PublishOrder => {
    const actor = request.requireActor();
    request.must("definition.publish", { owner: actor.owner, unit: [actor.owner] });
    const note = request.body?.note;
    return { owner: actor.owner, kind: request.params.kind, name: request.params.id, actor, at: instant(app.clock.now()), ...(note ? { note } : {}) };
  };

  app.post<{ Params: Params; Body?: { note?: string } }>(
    "/api/v1/definitions/:kind/:id/publish",
    { config: { policy: "definition.publish" }, preValidation: unsaid, schema: { params, body, response: answers({ 200: ref("published") }, 412) } },
    async (request): Promise<Published> => publish(press, order(request)),
  );

  app.post<{ Params: Params }>(
    "/api/v1/definitions/:kind/:id/retire",
    { config: { policy: "definition.publish" }, schema: { params, response: answers({ 200: ref("workingCopy") }) } },
    async (request): Promise<WorkingCopy> => {
      const wanted = order(request);
      await retire(press, wanted);
      return workingCopy(app.definitions, app.checker, wanted);
    },
  );
}
