// Accounts and sessions.
import type { FastifyInstance } from "fastify";
import adminRoutes from "./admin-routes.js";
import passwordRoutes from "./password-routes.js";
import sessionRoutes from "./session-routes.js";
import setupRoutes from "./setup-routes.js";

export default async function accountRoutes(app: FastifyInstance): Promise<void> {
  for (const part of [sessionRoutes, passwordRoutes, adminRoutes, setupRoutes]) await app.register(part);
}
