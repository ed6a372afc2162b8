// The description of the HTTP interface, made from the routes themselves: GET /api/v1/openapi.json.
import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { version } from "../config/version.js";

const upload = { type: "object", required: ["file"], properties: { file: { type: "string", contentMediaType: "application/octet-stream" } } };

/** Must stand before the routes it describes. */
export async function installOpenapi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Thongthin Forms", version, description: "Mutating requests carry the header `x-csrf` of the session. Errors are problem.schema.json." },
      components: { securitySchemes: { session: { type: "apiKey", in: "cookie", name: "session" } } },
    },
    // An upload is read by its handler, part by part: the framework checks no body there, so its description is written here.
    transform: ({ schema, url }) => ({ schema: schema?.consumes ? { ...schema, body: upload } : schema, url }),
    refResolver: { buildLocalReference: (json) => String(json.$id).replace(".schema.json", "") },
  });
  app.get(
    "/api/v1/openapi.json",
    { config: { policy: "public" }, schema: { response: { 200: { description: "The description", type: "object" } } } },
    async () => app.swagger(),
  );
}
