// Whether each part that people depend on answers; the first that does not is named, in words for whoever keeps it running.
import type { FastifyInstance } from "fastify";
import { serverProblem } from "../../engine/problem/server.js";
import type { Health } from "../../schemas/types.js";
import { version } from "../config/version.js";
import { refuse } from "../plugins/refusal.js";

export async function health(app: FastifyInstance): Promise<Health> {
  const { storage } = app;
  const parts = { "health.storage": () => storage.check(), "health.files": () => storage.files.has("0".repeat(64)) } as const;
  for (const part of Object.keys(parts) as (keyof typeof parts)[]) {
    try {
      await parts[part]();
    } catch (error) {
      app.log.error({ err: error, part }, "health");
      refuse(serverProblem(part));
    }
  }
  return { status: "ok", storage: storage.kind, version };
}
