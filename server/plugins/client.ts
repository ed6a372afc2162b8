// Serves the built client: hashed assets for ever, the page and the service worker always fresh, the page for every address of the app.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fixed from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";
import { serverProblem } from "../../engine/problem/server.js";
import { answerProblem } from "./problems.js";

/** Names that carry a hash of their content, as the build makes them. */
const hashed = /^\/assets\/.+-[\w-]{5,}\.\w+$/;

function cache(reply: FastifyReply, path: string): void {
  reply.header("cache-control", hashed.test(path) ? "public, max-age=31536000, immutable" : "no-cache");
}

export async function installClient(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, "index.html"))) return;
  await app.register(fixed, { root: folder, serve: false, preCompressed: true, cacheControl: false, etag: true });
  const page = readFileSync(join(folder, "index.html"), "utf8");
  app.get("/*", { config: { policy: "public" }, schema: { hide: true } }, (request, reply) => {
    const path = request.url.split("?")[0]!;
    if (path.startsWith("/api/")) return answerProblem(reply, serverProblem("server.not-found"));
    // Addresses of the app have no dot in their last part; files have.
    if (!/\.[\w]+$/.test(path)) return reply.header("cache-control", "no-cache").type("text/html; charset=utf-8").send(page);
    if (/\.(br|gz|map)$/.test(path)) return answerProblem(reply, serverProblem("server.not-found"));
    cache(reply, path);
    return reply.sendFile(decodeURIComponent(path.slice(1)));
  });
}
