// People to choose from while filling: in Thai order, found by any part of their name, with what tells two of the same name apart.
import type { FastifyInstance } from "fastify";
import { searchable } from "../../engine/thai/normalise.js";
import type { Choice, Choices } from "../../schemas/types.js";
import { answers, ref } from "../plugins/answers.js";
import type { PersonDoc } from "./docs.js";
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
  const holding = snapshot.holdings.find((one) => one.person === person.id && covers(one, day));
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
      const wanted = searchable(q);
      const inside = (person: string) =>
        snapshot.holdings.some(
          (one) => one.person === person && covers(one, today) && snapshot.unit(snapshot.positions.get(one.position)?.organization ?? "").includes(within!),
        );
      const people = [...snapshot.people.values()]
        .filter((person) => person.search.includes(wanted) && (within === undefined || inside(person.id)))
        .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.id < b.id ? -1 : 1));
      const from = after === undefined ? 0 : people.findIndex(({ id }) => id === after) + 1;
      const page = people.slice(from, from + limit);
      const more = from + limit < people.length;
      return { items: page.map((person) => choice(snapshot, person, today)), ...(more && { next: page.at(-1)!.id }) };
    },
  );
}
