// /api/v1/definitions: working copies and versions of what an LAO defines. /api/v1/codes/:id: the rows of a code list, for whoever fills.
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { CodesDefinition, Company, DefinitionList, Versions, VersionView, WorkingCopy } from "../../schemas/types.js";
import { answers, ref } from "../plugins/answers.js";
import { instant } from "../plugins/clock.js";
import { found, ifMatch } from "../plugins/refusal.js";
import { type DefinitionKind, definitionKinds, type Version, versionId } from "./docs.js";
import { leave, type Said, stay } from "./presence.js";
import { discard, type Place, save, workingCopy } from "./saving.js";

export interface DefinitionParams {
  kind: DefinitionKind;
  id: string;
}

export const definitionParams = {
  type: "object",
  additionalProperties: false,
  required: ["kind", "id"],
  properties: { kind: { enum: [...definitionKinds] }, id: { $ref: "common.schema.json#/$defs/id" } },
};
const versionParams = {
  ...definitionParams,
  required: ["kind", "id", "version"],
  properties: { ...definitionParams.properties, version: { type: "integer", minimum: 1, maximum: 1_000_000_000 } },
};
const codesParams = { type: "object", required: ["id"], properties: { id: { $ref: "common.schema.json#/$defs/id" } } };

/** The newest versions shown in a list. */
const mostVersions = 100;

const shown = ({ kind, definition, version, content, at, by, note }: Version): VersionView => ({
  kind,
  id: definition,
  version,
  definition: { ...content },
  at,
  ...(by === undefined ? {} : { by }),
  ...(note === undefined ? {} : { note }),
});

export default async function definitionRoutes(app: FastifyInstance): Promise<void> {
  const { definitions, checker } = app;
  const now = () => instant(app.clock.now());
  /** The definition a request is about, after asking whether its actor may. */
  const place = (request: FastifyRequest<{ Params: DefinitionParams }>, verb: "definition.read" | "definition.write"): Place => {
    const { owner } = request.requireActor();
    request.must(verb, { owner, unit: [owner] });
    return { owner, kind: request.params.kind, name: request.params.id };
  };

  app.get(
    "/api/v1/definitions",
    { config: { policy: "definition.read" }, schema: { response: answers({ 200: ref("definitionList") }) } },
    async (request): Promise<DefinitionList> => {
      const { owner } = request.requireActor();
      request.must("definition.read", { owner, unit: [owner] });
      const heads = await definitions.heads(owner);
      return {
        items: heads.map(({ kind, name, title, version, edit, publishedEdit, retired, names, workflow, documents }) => ({
          kind,
          id: name,
          title,
          version,
          rev: edit,
          retired,
          changed: edit !== publishedEdit,
          ...(kind === "form" ? (names ?? { ...(workflow === undefined ? {} : { workflow }), ...(documents?.length ? { documents } : {}) }) : {}),
        })),
      };
    },
  );

  app.get<{ Params: DefinitionParams }>(
    "/api/v1/definitions/:kind/:id",
    { config: { policy: "definition.read" }, schema: { params: definitionParams, response: answers({ 200: ref("workingCopy") }) } },
    async (request): Promise<WorkingCopy> => workingCopy(definitions, checker, place(request, "definition.read")),
  );

  app.put<{ Params: DefinitionParams; Body: Record<string, unknown> }>(
    "/api/v1/definitions/:kind/:id",
    {
      config: { policy: "definition.write" },
      schema: { params: definitionParams, body: { type: "object" }, response: answers({ 200: ref("workingCopy") }, 412, 428) },
    },
    async (request): Promise<WorkingCopy> =>
      save(definitions, checker, place(request, "definition.write"), request.body, ifMatch(request.headers), now(), request.requireActor()),
  );

  app.delete<{ Params: DefinitionParams }>(
    "/api/v1/definitions/:kind/:id",
    { config: { policy: "definition.write" }, schema: { params: definitionParams, response: answers({ 204: "none" }, 412, 428) } },
    async (request, reply) => {
      await discard(definitions, place(request, "definition.write"), ifMatch(request.headers), now(), request.requireActor());
      return reply.code(204).send();
    },
  );

  app.put<{ Params: DefinitionParams; Body: Said }>(
    "/api/v1/definitions/:kind/:id/presence",
    {
      config: { policy: "definition.write" },
      schema: { params: definitionParams, body: ref("presence"), response: answers({ 200: ref("company") }) },
    },
    async (request): Promise<Company> => {
      const at = place(request, "definition.write");
      found(await definitions.head(at.owner, at.kind, at.name));
      return stay(app.storage, at, request.requireActor(), request.body, app.clock.now());
    },
  );

  app.delete<{ Params: DefinitionParams; Body: Said }>(
    "/api/v1/definitions/:kind/:id/presence",
    { config: { policy: "definition.write" }, schema: { params: definitionParams, body: ref("presence"), response: answers({ 204: "none" }) } },
    async (request, reply) => {
      await leave(app.storage, place(request, "definition.write"), request.requireActor(), request.body.window);
      return reply.code(204).send();
    },
  );

  app.get<{ Params: DefinitionParams }>(
    "/api/v1/definitions/:kind/:id/versions",
    { config: { policy: "definition.read" }, schema: { params: definitionParams, response: answers({ 200: ref("versions") }) } },
    async (request): Promise<Versions> => {
      const { owner, kind, name } = place(request, "definition.read");
      const { version } = found(await definitions.head(owner, kind, name));
      const ids = Array.from({ length: Math.min(version, mostVersions) }, (_, back) => versionId(owner, kind, name, version - back));
      const docs = await app.storage.getMany<Version>("versions", ids);
      return { items: docs.sort((a, b) => b.version - a.version).map(shown) };
    },
  );

  app.get<{ Params: DefinitionParams & { version: number } }>(
    "/api/v1/definitions/:kind/:id/versions/:version",
    { config: { policy: "definition.read" }, schema: { params: versionParams, response: answers({ 200: ref("versionView") }) } },
    async (request): Promise<VersionView> => {
      const { owner, kind, name } = place(request as never, "definition.read");
      return shown(found(await definitions.version(owner, kind, name, request.params.version)));
    },
  );

  app.get<{ Params: { id: string } }>(
    "/api/v1/codes/:id",
    { config: { policy: "codes.read" }, schema: { params: codesParams, response: answers({ 200: ref("codes.schema.json") }) } },
    async (request): Promise<CodesDefinition> => found(await definitions.newest(request.requireActor().owner, "codes", request.params.id)),
  );
}
