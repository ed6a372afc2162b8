// Says who each request is from: the session of its cookie, and the actor with the positions of today. Changes need the session's CSRF word.
import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { serverProblem } from "../../engine/problem/server.js";
import type { Actor, DemoAccounts } from "../../schemas/types.js";
import { refuse } from "../plugins/refusal.js";
import { cookieName, current, readSession } from "./sessions.js";

declare module "fastify" {
  interface FastifyInstance {
    /** Told when somebody signs out; open streams of that session end. */
    sessionEnded: Set<(session: string) => void>;
    /** Called with the first administrator of a new LAO, when the set-up has made them. */
    founded: Set<(admin: Actor) => Promise<void>>;
    /** What the sign-in page may tell strangers: the accounts of a demo, never of a real installation. */
    announced: { demo?: DemoAccounts };
  }
}

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

function same(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Changes come from our own signed-in page: the word that only it knows, and no other site's origin. */
function checkCsrf(request: FastifyRequest): void {
  const word = request.headers["x-csrf"];
  const site = request.headers["sec-fetch-site"];
  const foreign = site !== undefined && site !== "same-origin" && site !== "none";
  if (foreign || typeof word !== "string" || !same(word, request.session!.csrf)) refuse(serverProblem("access.csrf"));
}

export function installAccounts(app: FastifyInstance): void {
  app.decorate("founded", new Set<(admin: Actor) => Promise<void>>());
  app.decorate("announced", {});
  app.decorate("sessionEnded", new Set<(session: string) => void>());
  app.decorateRequest("actor", undefined);
  app.decorateRequest("session", undefined);
  app.decorateRequest("requireActor", function (this: FastifyRequest) {
    return this.actor ?? refuse(serverProblem("access.signed-out"));
  });

  app.addHook("onRequest", async (request) => {
    // By its route: `/%61pi/` is the same address.
    if (!request.routeOptions.url?.startsWith("/api/")) return;
    const word = request.cookies[cookieName];
    const session = await readSession(app, word);
    if (!session || !word) return;
    const actor = (await app.directory.of(session.owner)).actor(session.account, app.today());
    if (!actor) return;
    request.session = current(word, session);
    request.actor = actor;
    if (!safe.has(request.method) && request.routeOptions.config.policy !== "public") checkCsrf(request);
  });
}
