// /api/v1/actions changes records; /api/v1/records reads them: one, its history, and the actor's own.
import type { FastifyInstance, FastifyRequest } from "fastify";
import { serverProblem } from "../../engine/problem/server.js";
import type { Action, ActionDone, History, RecordList, RecordView } from "../../schemas/types.js";
import { answers, ref } from "../plugins/answers.js";
import { instant } from "../plugins/clock.js";
import { found, refuse } from "../plugins/refusal.js";
import draftRoutes from "./draft-routes.js";
import formRoutes from "./form-routes.js";
import { history } from "./history.js";
import { listMine } from "./list.js";
import { perform } from "./perform.js";
import { readRecord } from "./subject.js";
import { recordView, storedFacts } from "./view.js";

export const recordParams = { type: "object", required: ["id"], properties: { id: { type: "string", minLength: 1, maxLength: 64 } } };
const pageQuery = {
  type: "object",
  additionalProperties: false,
  properties: { after: { type: "string", maxLength: 500 }, limit: { type: "integer", minimum: 1, maximum: 100, default: 50 } },
};
/** Sensitive answers are told to who asks for them and may see them; asking is noted. */
const sensitive = { type: "boolean", default: false };
const viewQuery = { type: "object", additionalProperties: false, properties: { sensitive } };
const historyQuery = { ...pageQuery, properties: { ...pageQuery.properties, after: { type: "integer", minimum: 1 }, sensitive } };

export default async function recordRoutes(app: FastifyInstance): Promise<void> {
  const now = () => instant(app.clock.now());
  const { storage, definitions } = app;

  /** The record of a request, after asking whether its actor may read it. What is sensitive is shown to who asks for it and may; that is noted. */
  const readable = async (request: FastifyRequest<{ Params: { id: string }; Querystring: { sensitive: boolean } }>) => {
    const actor = request.requireActor();
    const there = await readRecord(storage, definitions, actor.owner, request.params.id);
    request.must("record.read", there?.subject ?? {});
    const { record, forms, subject } = found(there);
    const reveals = request.may("record.sensitive", subject);
    const sensitive = reveals && request.query.sensitive;
    if (sensitive) await app.openings.note(actor, record, forms.own);
    return { actor, record, forms, reveals, sensitive };
  };

  app.post<{ Body: Action }>(
    "/api/v1/actions",
    {
      config: { policy: "record.act" },
      schema: { body: ref("action.schema.json"), response: answers({ 200: ref("actionDone"), 201: ref("actionDone") }, 404, 413) },
    },
    async (request, reply): Promise<ActionDone> => {
      const actor = request.requireActor();
      // Whoever is of this owner may ask; what is asked is judged where the record is known.
      if (!request.may("form.list", { owner: actor.owner, unit: [actor.owner], account: actor.account })) refuse(serverProblem("access.denied"));
      const { done, repeated } = await perform(app.acting, actor, request.body);
      reply.code(repeated ? 200 : 201);
      return done;
    },
  );

  app.get<{ Querystring: { after?: string; limit: number } }>(
    "/api/v1/records/mine",
    { config: { policy: "form.list" }, schema: { querystring: pageQuery, response: answers({ 200: ref("recordList") }, 400) } },
    async (request): Promise<RecordList> => {
      const actor = request.requireActor();
      return listMine(await app.reading(actor), actor, request.query);
    },
  );

  app.get<{ Params: { id: string }; Querystring: { sensitive: boolean } }>(
    "/api/v1/records/:id",
    { config: { policy: "record.read" }, schema: { params: recordParams, querystring: viewQuery, response: answers({ 200: ref("recordView") }) } },
    async (request): Promise<RecordView> => {
      const { actor, record, forms, sensitive, reveals } = await readable(request);
      return recordView(await app.reading(actor), actor, record, forms, { now: now(), sensitive, reveals });
    },
  );

  app.get<{ Params: { id: string }; Querystring: { after?: number; limit: number; sensitive: boolean } }>(
    "/api/v1/records/:id/history",
    { config: { policy: "record.read" }, schema: { params: recordParams, querystring: historyQuery, response: answers({ 200: ref("history") }) } },
    async (request): Promise<History> => {
      const { actor, record, forms, sensitive } = await readable(request);
      const labels = await app.reading(actor);
      const facts = await storedFacts(labels, forms.own, record, now());
      const { after, limit } = request.query;
      return history(storage, { record, forms, facts, labels, sensitive, limit, ...(after === undefined ? {} : { before: after }) });
    },
  );

  await app.register(formRoutes);
  await app.register(draftRoutes);
}
