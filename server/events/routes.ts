// GET /api/v1/events: what happened since a number, as far as the reader may know it. The cursor moves past what they may not.
import type { FastifyInstance } from "fastify";
import type { Event, EventView } from "../../schemas/types.js";
import { answers, ref } from "../plugins/answers.js";
import { mayHear, shownEvent, subjectOfEvent } from "./readable.js";

const query = {
  type: "object",
  additionalProperties: false,
  properties: { since: { type: "integer", minimum: 0, default: 0 }, limit: { type: "integer", minimum: 1, maximum: 500, default: 100 } },
};

export default async function eventRoutes(app: FastifyInstance): Promise<void> {
  app.get<{ Querystring: { since: number; limit: number } }>(
    "/api/v1/events",
    { config: { policy: "event.list" }, schema: { querystring: query, response: answers({ 200: ref("eventView") }) } },
    async (request): Promise<EventView> => {
      const actor = request.requireActor();
      const { since, limit } = request.query;
      const events = await app.storage.changes(actor.owner, since, limit);
      const items: Event[] = [];
      for (const event of events) if (mayHear(app, actor, event, await subjectOfEvent(app, event))) items.push(shownEvent(event));
      return { items, since: events.at(-1)?.seq ?? since };
    },
  );
}
