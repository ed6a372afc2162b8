// Subdistricts to choose from while an address is typed: public knowledge, the same for every LAO.
import type { FastifyInstance } from "fastify";
import type { Subdistricts } from "../../schemas/types.js";
import { answers, ref } from "../plugins/answers.js";
import { findPlaces, loadPlaces } from "./subdistricts.js";

const query = {
  type: "object",
  additionalProperties: false,
  required: ["q"],
  properties: { q: { description: "Part of a name, or the beginning of a postcode; further words narrow it.", type: "string", minLength: 1, maxLength: 100 } },
};

export default async function subdistrictRoutes(app: FastifyInstance): Promise<void> {
  // Read when first asked for: most installations start without anybody typing an address.
  let places: ReturnType<typeof loadPlaces> | undefined;
  app.get<{ Querystring: { q: string } }>(
    "/api/v1/subdistricts",
    { config: { policy: "place.list" }, schema: { querystring: query, response: answers({ 200: ref("subdistricts") }) } },
    async (request): Promise<Subdistricts> => {
      places ??= loadPlaces(app.config.DATA_DIR, (error) =>
        app.log.warn({ error }, "DATA_DIR/subdistricts.csv cannot be read; the list that comes with the product is used"),
      );
      return { items: findPlaces(await places, request.query.q) };
    },
  );
}
