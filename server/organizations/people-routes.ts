// People to choose from while filling: in Thai order, found by any part of their name, with what tells two of the same name apart.
import type { FastifyInstance } from "fastify";
import { searchable } from "../../engine/thai/normalise.js";
import type { Choice, Choices } from "../../schemas/types.js";
import { answers, ref } from "../plugins/answers.js";
import type { PersonDoc } from "./docs.js";
import { findPeople } from "./find-people.js";
import { covers, type Snapshot } from "./snapshot.js";

const query = {
  type: "object",
  additionalProperties: false,
  properties: {
    q: { type: "string", maxLength: 100, default: "" },
    within: { description: "An organization: only people with a position in it or below it.", type: "string", maxLength: 100 },
    after: { type: "string", maxLength: 100 },
    limit: { type: "integer", minimum: 1, maximum: 200, default: 50 },
  },
};

/** The first position of a person on a day, as words. */
function choice(snapshot: Snapshot, person: PersonDoc, day: string): Choice {
  const holding = snapshot.holdingsOf(person.id).find((one) => covers(one, day));
  const position = holding && snapshot.positions.get(holding.position);
  return { id: person.id, title: person.name, ...(position && { note: position.title }) };
}

export default async function peopleRoutes(app: FastifyInstance): Promise<void> {
  app.get<{ Querystring: { q: string; within?: string; after?: string; limit: number } }>(
    "/api/v1/people",
    { config: { policy: "person.list" }, schema: { querystring: query, response: answers({ 200: ref("choices") }) } },
    async (request): Promise<Choices> => {
      const { q, within, after, limit } = request.query;
      const snapshot = await app.directory.of(request.requireActor().owner);
      const today = app.today();
      const { people, more } = findPeople(snapshot, { wanted: searchable(q), within, after, limit }, today);
      return { items: people.map((person) => choice(snapshot, person, today)), ...(more && { next: people.at(-1)!.id }) };
    },
  );
}
