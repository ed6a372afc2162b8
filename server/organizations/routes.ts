// The tree of organizations, its positions, who holds them, who acts for whom, and the places of the country.
import type { FastifyInstance } from "fastify";
import delegationRoutes from "./delegation-routes.js";
import peopleRoutes from "./people-routes.js";
import positionRoutes from "./position-routes.js";
import subdistrictRoutes from "./subdistrict-routes.js";
import treeRoutes from "./tree-routes.js";

export default async function organizationRoutes(app: FastifyInstance): Promise<void> {
  for (const part of [treeRoutes, positionRoutes, delegationRoutes, peopleRoutes, subdistrictRoutes]) await app.register(part);
}
