// GET /api/v1/inbox: what waits for this actor, and how many.
import type { FastifyInstance } from "fastify";
import type { RecordList } from "../../schemas/types.js";
import { answers, ref } from "../plugins/answers.js";
import { instant } from "../plugins/clock.js";
import { inboxCount, inboxPage } from "./inbox.js";

const query = {
  type: "object",
  additionalProperties: false,
  properties: { after: { type: "string", maxLength: 1000 }, limit: { type: "integer", minimum: 1, maximum: 100, default: 50 } },
};
const count = { type: "object", additionalProperties: false, required: ["count"], properties: { count: { type: "integer", minimum: 0 } } };

export default async function inboxRoutes(app: FastifyInstance): Promise<void> {
  const now = () => instant(app.clock.now());

  app.get<{ Querystring: { after?: string; limit: number } }>(
    "/api/v1/inbox",
    { config: { policy: "inbox.read" }, schema: { querystring: query, response: answers({ 200: ref("recordList") }, 400) } },
    async (request): Promise<RecordList> => {
      const actor = request.requireActor();
      return inboxPage(await app.reading(actor), actor, request.query, now());
    },
  );

  app.get(
    "/api/v1/inbox/count",
    { config: { policy: "inbox.read" }, schema: { response: answers({ 200: count }) } },
    async (request): Promise<{ count: number }> => {
      const actor = request.requireActor();
      return { count: await inboxCount(await app.reading(actor), actor, now()) };
    },
  );
}
