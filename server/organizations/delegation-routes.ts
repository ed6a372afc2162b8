// Acting for a position (รักษาราชการแทน, ปฏิบัติราชการแทน) from a day to a day, by order of its holder or an administrator.
import type { FastifyInstance } from "fastify";
import { serverProblem } from "../../engine/problem/server.js";
import type { DelegationChange, Delegations, DelegationView } from "../../schemas/types.js";
import { answers, ref } from "../plugins/answers.js";
import { found, refuse } from "../plugins/refusal.js";
import { commitChanges } from "./change.js";
import type { DelegationDoc } from "./docs.js";
import { checkPeriod } from "./position-routes.js";
import { idParam } from "./tree-routes.js";
import { delegationView } from "./views.js";

export default async function delegationRoutes(app: FastifyInstance): Promise<void> {
  app.get(
    "/api/v1/delegations",
    { config: { policy: "organization.read" }, schema: { response: answers({ 200: ref("delegations") }) } },
    async (request): Promise<Delegations> => {
      const { owner } = request.requireActor();
      request.must("organization.read", { owner, unit: [owner] });
      const snapshot = await app.directory.of(owner);
      return { items: snapshot.delegations.map(delegationView) };
    },
  );

  app.post<{ Body: DelegationChange }>(
    "/api/v1/delegations",
    { config: { policy: "delegation.manage" }, schema: { body: ref("delegationChange"), response: answers({ 201: ref("delegationView") }) } },
    async (request, reply): Promise<DelegationView> => {
      const actor = request.requireActor();
      const { body } = request;
      const snapshot = await app.directory.of(actor.owner);
      const delegated = snapshot.positions.get(body.position);
      const unit = delegated ? snapshot.unit(delegated.scope) : [];
      const position = request.must("delegation.manage", { owner: actor.owner, unit, position: body.position });
      if (!delegated) refuse(serverProblem("position.unknown", {}, "/position"));
      if (!snapshot.people.has(body.person)) refuse(serverProblem("person.unknown", {}, "/person"));
      checkPeriod(body);
      if (snapshot.holders(body.position, body.from).some(({ id }) => id === body.person)) refuse(serverProblem("delegation.self", {}, "/person"));
      const doc: DelegationDoc = { id: app.newId(), owner: actor.owner, format: 1, rev: 1, ...body };
      await commitChanges(app, actor.owner, [{ kind: "delegation", what: "made", doc, unit, payload: { to: body } }], { actor, position });
      reply.code(201);
      return delegationView(doc);
    },
  );

  app.delete<{ Params: { id: string } }>(
    "/api/v1/delegations/:id",
    { config: { policy: "delegation.manage" }, schema: { params: idParam, response: answers({ 200: ref("delegationView") }) } },
    async (request): Promise<DelegationView> => {
      const actor = request.requireActor();
      const snapshot = await app.directory.of(actor.owner);
      const delegation = snapshot.delegations.find(({ id }) => id === request.params.id);
      const delegated = delegation && snapshot.positions.get(delegation.position);
      const unit = delegated ? snapshot.unit(delegated.scope) : [];
      const position = request.must("delegation.manage", { owner: actor.owner, unit, ...(delegation && { position: delegation.position }) });
      const old = found(delegation);
      if (old.ended !== undefined) return delegationView(old);
      const doc: DelegationDoc = { ...old, rev: old.rev + 1, ended: app.today() };
      await commitChanges(app, actor.owner, [{ kind: "delegation", what: "ended", doc, unit, payload: { to: { ended: doc.ended } } }], { actor, position });
      return delegationView(doc);
    },
  );
}
