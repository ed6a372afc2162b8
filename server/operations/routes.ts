// For whoever keeps it running: health, and effects that were given up.
import type { FastifyInstance } from "fastify";
import type { Failures } from "../../schemas/types.js";
import { answers, ref } from "../plugins/answers.js";
import { health } from "./health.js";

export default async function operationRoutes(app: FastifyInstance): Promise<void> {
  app.get(
    "/healthz",
    { config: { policy: "public", rateLimit: false }, schema: { response: answers({ 200: ref("health") }, 500, 503) } },
    (_request, reply) => {
      reply.header("cache-control", "no-store");
      return health(app);
    },
  );

  app.get(
    "/api/v1/operations/failures",
    { config: { policy: "operations.read" }, schema: { response: answers({ 200: ref("failures") }) } },
    async (request): Promise<Failures> => {
      const { owner } = request.requireActor();
      request.must("operations.read", { owner, unit: [owner] });
      const failures = await app.storage.outbox.failures(owner, 200);
      return {
        items: failures.map(({ id, type, at, error, data }) => ({
          id,
          type,
          at,
          error: error ?? "",
          ...(typeof data.record === "string" && { record: data.record }),
        })),
      };
    },
  );
}
