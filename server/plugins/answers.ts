// What routes document: their good answers by name in api.schema.json, and the problems they may answer.
import type { FastifyInstance, RouteOptions } from "fastify";

type Answer = Record<string, unknown>;

/** `ref("session")` is a named body of the HTTP interface; `ref("record.schema.json")` is a whole schema. */
export const ref = (name: string): { $ref: string } => ({ $ref: name.includes(".json") ? name : `api.schema.json#/properties/${name}` });

const problem = { "application/problem+json": { schema: { $ref: "problem.schema.json" } } };

/** `answers({ 200: ref("session") }, 404, 409)`: the good answers with their schemas, and the statuses of problems special to the route. */
export function answers(good: Record<number, Answer | "none">, ...problems: number[]): Record<string, Answer> {
  const documented: Record<string, Answer> = {};
  for (const [status, schema] of Object.entries(good)) {
    documented[status] = schema === "none" ? { description: "Done", type: "null" } : { description: "Done", content: { "application/json": { schema } } };
  }
  for (const status of problems) documented[status] = { description: "A problem", content: problem };
  return documented;
}

/** An answer that is no JSON, such as a page or a file. */
export const media = (type: string): Answer => ({ description: "Done", content: { [type]: { schema: { type: "string" } } } });

/** Adds to each route of the interface the problems that any such route may answer. */
export function documentProblems(app: FastifyInstance): void {
  app.addHook("onRoute", (route: RouteOptions) => {
    if (!route.url.startsWith("/api/")) return;
    const schema = route.schema ?? {};
    const statuses = [429, 500, 503];
    if (route.config?.policy !== "public") statuses.push(401, 403);
    if (![route.method].flat().every((method) => method === "GET" || method === "HEAD")) statuses.push(400, 403, 409, 413, 415, 422);
    if (schema.querystring || schema.params) statuses.push(422);
    if (schema.params) statuses.push(404);
    route.schema = { ...schema, response: { ...answers({}, ...statuses), ...(schema.response as Record<string, Answer> | undefined) } };
  });
}
