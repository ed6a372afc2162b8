// The tree of organizations, its positions, who holds them, and who acts for whom.
import type { FastifyInstance } from "fastify";
import delegationRoutes from "./delegation-routes.js";
import peopleRoutes from "./people-routes.js";
import positionRoutes from "./position-routes.js";
import treeRoutes from "./tree-routes.js";

export default async function organizationRoutes(app: FastifyInstance): Promise<void> {
  for (const part of [treeRoutes, positionRoutes, delegationRoutes, peopleRoutes]) await app.register(part);
}
