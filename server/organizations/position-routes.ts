// Positions and who holds them from a day to a day. A position outlives its holders: work is bound to it.
import type { FastifyInstance } from "fastify";
import { serverProblem } from "../../engine/problem/server.js";
import { addDays, isDay } from "../../engine/thai/date.js";
import type { HoldingChange, PositionChange, Positions, PositionView } from "../../schemas/types.js";
import { answers, ref } from "../plugins/answers.js";
import { found, ifMatch, refuse } from "../plugins/refusal.js";
import { commitChanges } from "./change.js";
import type { HoldingDoc, PositionDoc } from "./docs.js";
import type { Snapshot } from "./snapshot.js";
import { idParam } from "./tree-routes.js";
import { positionView } from "./views.js";

/** The first day comes first, and both are days of the calendar. */
export function checkPeriod({ from, to }: { from: string; to?: string }): void {
  if (!isDay(from)) refuse(serverProblem("server.invalid", { detail: from }, "/from"));
  if (to !== undefined && !isDay(to)) refuse(serverProblem("server.invalid", { detail: to }, "/to"));
  if (to !== undefined && to < from) refuse(serverProblem("period.order", {}, "/to"));
}

function checkSeat(snapshot: Snapshot, { organization, scope }: PositionChange): void {
  if (!snapshot.organizations.has(organization)) refuse(serverProblem("organization.unknown", {}, "/organization"));
  if (scope !== undefined && snapshot.organizations.get(scope)?.owner !== snapshot.owner) refuse(serverProblem("position.scope", {}, "/scope"));
}

const seat = (body: PositionChange) => ({ ...body, scope: body.scope ?? body.organization });

export default async function positionRoutes(app: FastifyInstance): Promise<void> {
  const view = async (owner: string, id: string): Promise<PositionView> => {
    const snapshot = await app.directory.of(owner);
    return positionView(snapshot, found(snapshot.positions.get(id)), app.today());
  };

  app.get(
    "/api/v1/positions",
    { config: { policy: "organization.read" }, schema: { response: answers({ 200: ref("positions") }) } },
    async (request): Promise<Positions> => {
      const { owner } = request.requireActor();
      request.must("organization.read", { owner, unit: [owner] });
      const snapshot = await app.directory.of(owner);
      return { items: [...snapshot.positions.values()].map((position) => positionView(snapshot, position, app.today())) };
    },
  );

  app.post<{ Body: PositionChange }>(
    "/api/v1/positions",
    { config: { policy: "position.manage" }, schema: { body: ref("positionChange"), response: answers({ 201: ref("positionView") }) } },
    async (request, reply) => {
      const actor = request.requireActor();
      const snapshot = await app.directory.of(actor.owner);
      const to = seat(request.body);
      const position = request.must("position.manage", { owner: actor.owner, unit: snapshot.unit(to.scope) });
      request.must("position.manage", { owner: actor.owner, unit: snapshot.unit(to.organization) });
      checkSeat(snapshot, to);
      const doc: PositionDoc = { id: app.newId(), owner: actor.owner, format: 1, rev: 1, ...to };
      await commitChanges(app, actor.owner, [{ kind: "position", what: "made", doc, unit: snapshot.unit(doc.organization), payload: { to } }], {
        actor,
        position,
      });
      reply.code(201);
      return view(actor.owner, doc.id);
    },
  );

  app.put<{ Body: PositionChange; Params: { id: string } }>(
    "/api/v1/positions/:id",
    { config: { policy: "position.manage" }, schema: { params: idParam, body: ref("positionChange"), response: answers({ 200: ref("positionView") }, 428) } },
    async (request) => {
      const actor = request.requireActor();
      const snapshot = await app.directory.of(actor.owner);
      const old = snapshot.positions.get(request.params.id);
      const position = request.must("position.manage", { owner: actor.owner, unit: old ? snapshot.unit(old.scope) : [] });
      const { id, owner, format: _f, rev: _r, ...was } = found(old);
      const to = seat(request.body);
      for (const place of [to.scope, to.organization]) request.must("position.manage", { owner, unit: snapshot.unit(place) });
      checkSeat(snapshot, to);
      const doc: PositionDoc = { id, owner, format: 1, rev: ifMatch(request.headers) + 1, ...to };
      await commitChanges(app, owner, [{ kind: "position", what: "changed", doc, unit: snapshot.unit(doc.organization), payload: { was, to } }], {
        actor,
        position,
      });
      return view(owner, id);
    },
  );

  app.post<{ Body: HoldingChange }>(
    "/api/v1/holdings",
    { config: { policy: "position.manage" }, schema: { body: ref("holdingChange"), response: answers({ 201: ref("positionView") }) } },
    async (request, reply) => {
      const actor = request.requireActor();
      const { body } = request;
      const snapshot = await app.directory.of(actor.owner);
      const held = snapshot.positions.get(body.position);
      const position = request.must("position.manage", { owner: actor.owner, unit: held ? snapshot.unit(held.scope) : [] });
      if (!held) refuse(serverProblem("position.unknown", {}, "/position"));
      if (!snapshot.people.has(body.person)) refuse(serverProblem("person.unknown", {}, "/person"));
      checkPeriod(body);
      const meets = snapshot.holdings.some(
        (one) =>
          one.position === body.position &&
          one.person === body.person &&
          one.from <= (body.to ?? "9999") &&
          body.from <= (one.to ?? "9999") &&
          (one.to ?? "9999") >= one.from,
      );
      if (meets) refuse(serverProblem("period.overlap"));
      const doc: HoldingDoc = { id: app.newId(), owner: actor.owner, format: 1, rev: 1, ...body };
      await commitChanges(app, actor.owner, [{ kind: "holding", what: "made", doc, unit: snapshot.unit(held.organization), payload: { to: body } }], {
        actor,
        position,
      });
      reply.code(201);
      return view(actor.owner, held.id);
    },
  );

  app.delete<{ Params: { id: string } }>(
    "/api/v1/holdings/:id",
    { config: { policy: "position.manage" }, schema: { params: idParam, response: answers({ 200: ref("positionView") }) } },
    async (request) => {
      const actor = request.requireActor();
      const snapshot = await app.directory.of(actor.owner);
      const holding = snapshot.holdings.find(({ id }) => id === request.params.id);
      const held = holding && snapshot.positions.get(holding.position);
      const position = request.must("position.manage", { owner: actor.owner, unit: held ? snapshot.unit(held.scope) : [] });
      const old = found(holding);
      // It ends with yesterday: from now on the rights are gone, and that it was held stays known.
      const doc: HoldingDoc = { ...old, rev: old.rev + 1, to: addDays(app.today(), -1) };
      await commitChanges(
        app,
        actor.owner,
        [{ kind: "holding", what: "ended", doc, unit: snapshot.unit(held!.organization), payload: { was: { to: old.to ?? null }, to: { to: doc.to } } }],
        { actor, position },
      );
      return view(actor.owner, old.position);
    },
  );
}
