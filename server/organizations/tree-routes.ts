// Organizations: read by everybody of the LAO and whoever supervises it, changed by its administrators.
import type { FastifyInstance } from "fastify";
import { serverProblem } from "../../engine/problem/server.js";
import type { OrganizationChange, OrganizationTree, OrganizationView, Text } from "../../schemas/types.js";
import { answers, ref } from "../plugins/answers.js";
import { found, ifMatch, refuse } from "../plugins/refusal.js";
import { commitChanges } from "./change.js";
import type { OrganizationDoc, OrganizationKind } from "./docs.js";
import type { Snapshot } from "./snapshot.js";
import { organizationView } from "./views.js";

/** Under what each kind may stand. */
const places: Record<OrganizationKind, OrganizationKind[]> = {
  province: [],
  district: ["province"],
  lao: ["district", "province"],
  office: ["lao"],
  school: ["lao", "office"],
  centre: ["lao", "office", "school"],
  class: ["school", "centre"],
};
const words: Record<OrganizationKind, Text> = {
  province: { th: "จังหวัด", en: "province" },
  district: { th: "อำเภอ", en: "district" },
  lao: { th: "อปท.", en: "local government" },
  office: { th: "กองหรือสำนัก", en: "office" },
  school: { th: "โรงเรียน", en: "school" },
  centre: { th: "ศูนย์พัฒนาเด็กเล็ก", en: "child centre" },
  class: { th: "ชั้นเรียน", en: "class" },
};

/** Refuses a place that makes no sense. */
function checkPlace(snapshot: Snapshot, { kind, parent }: OrganizationChange, id?: string): void {
  const above = snapshot.organizations.get(parent) ?? refuse(serverProblem("organization.unknown", {}, "/parent"));
  if (id !== undefined && snapshot.unit(parent).includes(id)) refuse(serverProblem("organization.loop", {}, "/parent"));
  if (!places[kind].includes(above.kind)) refuse(serverProblem("organization.place", { kind: words[kind], parent: words[above.kind] }, "/parent"));
}

export default async function treeRoutes(app: FastifyInstance): Promise<void> {
  app.get(
    "/api/v1/organizations",
    { config: { policy: "organization.read" }, schema: { response: answers({ 200: ref("organizationTree") }) } },
    async (request): Promise<OrganizationTree> => {
      const { owner } = request.requireActor();
      const snapshot = await app.directory.of(owner);
      const items = [...snapshot.organizations.values()].filter(
        // The organizations above one's own are named in every letter; they are no secret to whoever stands below them.
        (one) => request.may("organization.read", { owner: one.owner, unit: snapshot.unit(one.id) }) || snapshot.unit(owner).includes(one.id),
      );
      return { items: items.map(organizationView) };
    },
  );

  app.post<{ Body: OrganizationChange }>(
    "/api/v1/organizations",
    { config: { policy: "organization.manage" }, schema: { body: ref("organizationChange"), response: answers({ 201: ref("organizationView") }) } },
    async (request, reply): Promise<OrganizationView> => {
      const actor = request.requireActor();
      const snapshot = await app.directory.of(actor.owner);
      const unit = snapshot.unit(request.body.parent);
      const position = request.must("organization.manage", { owner: actor.owner, unit });
      checkPlace(snapshot, request.body);
      const doc: OrganizationDoc = { id: app.newId(), owner: actor.owner, format: 1, rev: 1, ...request.body };
      const parent = { op: "assert" as const, collection: "organizations" as const, id: request.body.parent, rev: -1 };
      await commitChanges(
        app,
        actor.owner,
        [{ kind: "organization", what: "made", doc, unit: [doc.id, ...unit], payload: { to: request.body } }],
        { actor, position },
        [parent],
      );
      reply.code(201);
      return organizationView(doc);
    },
  );

  app.put<{ Body: OrganizationChange; Params: { id: string } }>(
    "/api/v1/organizations/:id",
    {
      config: { policy: "organization.manage" },
      schema: { params: idParam, body: ref("organizationChange"), response: answers({ 200: ref("organizationView") }, 428) },
    },
    async (request): Promise<OrganizationView> => {
      const actor = request.requireActor();
      const snapshot = await app.directory.of(actor.owner);
      const was = snapshot.organizations.get(request.params.id);
      const unit = snapshot.unit(request.params.id);
      const position = request.must("organization.manage", { owner: was?.owner ?? actor.owner, unit });
      const { body } = request;
      const old = found(was);
      if (body.parent !== old.parent) request.must("organization.manage", { owner: actor.owner, unit: snapshot.unit(body.parent) });
      checkPlace(snapshot, body, old.id);
      const doc: OrganizationDoc = { id: old.id, owner: old.owner, format: 1, rev: ifMatch(request.headers) + 1, ...body };
      const { id: _i, owner: _o, format: _f, rev: _r, ...before } = old;
      await commitChanges(app, actor.owner, [{ kind: "organization", what: "changed", doc, unit, payload: { was: before, to: body } }], { actor, position });
      return organizationView(doc);
    },
  );
}

export const idParam = { type: "object", required: ["id"], properties: { id: { type: "string", minLength: 1, maxLength: 100 } } };
