// For whoever keeps it running: health, effects that were given up, and the daily sweep.
import type { FastifyInstance } from "fastify";
import type { Failures } from "../../schemas/types.js";
import { answers, ref } from "../plugins/answers.js";
import { every } from "../plugins/clock.js";
import { health } from "./health.js";
import { sweep } from "./sweep.js";

const hour = 3_600_000;

export default async function operationRoutes(app: FastifyInstance): Promise<void> {
  app.get(
    "/healthz",
    { config: { policy: "public", rateLimit: false }, schema: { response: answers({ 200: ref("health") }, 500, 503) } },
    async (_request, reply) => {
      const state = await health(app);
      return reply
        .code(state.status === "ok" ? 200 : 503)
        .header("cache-control", "no-store")
        .send(state);
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

  const stop = every(app.clock, hour, () => void sweep(app).catch((error) => app.log.error({ err: error }, "sweep")));
  app.addHook("onClose", async () => stop());
}
