// The description of the HTTP interface, made from the routes themselves: GET /api/v1/openapi.json.
import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { version } from "../config/version.js";

/** Must stand before the routes it describes. */
export async function installOpenapi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Thongthin Forms", version, description: "Mutating requests carry the header `x-csrf` of the session. Errors are problem.schema.json." },
      components: { securitySchemes: { session: { type: "apiKey", in: "cookie", name: "session" } } },
    },
    refResolver: { buildLocalReference: (json) => String(json["$id"]).replace(".schema.json", "") },
  });
  app.get(
    "/api/v1/openapi.json",
    { config: { policy: "public" }, schema: { response: { 200: { description: "The description", type: "object" } } } },
    async () => app.swagger(),
  );
}
