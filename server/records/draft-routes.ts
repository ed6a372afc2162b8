// /api/v1/drafts: the actor's forms being filled. Nobody else can see that they exist.
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Draft, DraftChange, Drafts } from "../../schemas/types.js";
import { answers, ref } from "../plugins/answers.js";
import { instant } from "../plugins/clock.js";
import { found } from "../plugins/refusal.js";
import { type DraftDoc, draftView, saveDraft } from "./drafts.js";
import { draftId } from "./writes.js";

const params = { type: "object", required: ["id"], properties: { id: { $ref: "common.schema.json#/$defs/ulid" } } };
/** Drafts shown at once: the ones touched last. */
const most = 100;

export default async function draftRoutes(app: FastifyInstance): Promise<void> {
  const own = (request: FastifyRequest) => {
    const actor = request.requireActor();
    request.must("draft.own", { owner: actor.owner, account: actor.account });
    return actor;
  };
  const view = async (doc: DraftDoc): Promise<Draft> => draftView(doc, (await app.definitions.head(doc.owner, "form", doc.form))?.title);

  app.get("/api/v1/drafts", { config: { policy: "draft.list" }, schema: { response: answers({ 200: ref("drafts") }) } }, async (request): Promise<Drafts> => {
    const { account } = request.requireActor();
    const { items } = await app.storage.find<DraftDoc>("drafts", { filter: { account }, sort: ["-updatedAt"], limit: most });
    return { items: await Promise.all(items.map(view)) };
  });

  app.get<{ Params: { id: string } }>(
    "/api/v1/drafts/:id",
    { config: { policy: "draft.own" }, schema: { params, response: answers({ 200: ref("draft") }) } },
    async (request): Promise<Draft> => {
      const { owner, account } = own(request);
      return view(found(await app.storage.get<DraftDoc>("drafts", draftId(owner, account, request.params.id))));
    },
  );

  app.patch<{ Params: { id: string }; Body: DraftChange }>(
    "/api/v1/drafts/:id",
    { config: { policy: "draft.own" }, schema: { params, body: ref("draftChange"), response: answers({ 200: ref("draft") }, 413) } },
    async (request): Promise<Draft> => {
      const actor = own(request);
      return view(await saveDraft(app.storage, app.definitions, actor, request.params.id, request.body, instant(app.clock.now())));
    },
  );

  app.delete<{ Params: { id: string } }>(
    "/api/v1/drafts/:id",
    { config: { policy: "draft.own" }, schema: { params, response: answers({ 204: "none" }, 404) } },
    async (request, reply) => {
      const { owner, account } = own(request);
      const removed = await app.storage.commit([{ op: "remove", collection: "drafts", id: draftId(owner, account, request.params.id) }]);
      if ("conflict" in removed) found(undefined);
      return reply.code(204).send();
    },
  );
}
