// Makes every route ask the policy: one without a verb does not start, one that answers without having asked is stopped.
import type { FastifyInstance, FastifyRequest } from "fastify";
import { serverProblem } from "../../engine/problem/server.js";
import { type Subject, type Verb, verbs } from "../plugins/access.js";
import { refuse } from "../plugins/refusal.js";
import { may } from "./policy.js";

export function installPolicy(app: FastifyInstance): void {
  app.decorate("may", may);
  app.decorateRequest("asked", false);
  app.decorateRequest("may", function (this: FastifyRequest, verb: Verb, subject: Subject) {
    this.asked = true;
    return may(this.actor, verb, subject).allowed;
  });
  app.decorateRequest("must", function (this: FastifyRequest, verb: Verb, subject: Subject) {
    this.asked = true;
    const verdict = may(this.actor, verb, subject);
    return verdict.allowed ? verdict.position : refuse(verdict.problem);
  });

  app.addHook("onRoute", (route) => {
    if (route.config?.policy === undefined) throw new Error(`${route.method} ${route.url} names no verb of the policy`);
  });

  app.addHook("onRequest", async (request) => {
    const verb = request.routeOptions.config.policy;
    if (verb === undefined || verb === "public") return;
    const actor = request.requireActor();
    if (verbs[verb] === "plain") request.must(verb, { owner: actor.owner, unit: [actor.owner], account: actor.account });
  });

  app.addHook("onSend", async (request, reply, payload) => {
    const verb = request.routeOptions.config.policy;
    if (verb === undefined || verb === "public" || request.asked || reply.statusCode >= 400) return payload;
    request.log.error({ url: request.routeOptions.url, verb }, "answered without asking the policy");
    reply.code(500).type("application/problem+json");
    return JSON.stringify(serverProblem("server.error", { request: request.id }));
  });
}
