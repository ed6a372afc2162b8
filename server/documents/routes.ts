// GET …/records/:id/documents/:document: a record as a page for the reader's own printer. /fonts: the letters it is set in.
// POST …/definitions/document/:id/preview: a print that is being written. GET …/documents/frame: the empty page that shows it.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { FastifyInstance } from "fastify";
import type { PrintPage, PrintPreview } from "../../schemas/types.js";
import { answers, media, ref } from "../plugins/answers.js";
import { instant } from "../plugins/clock.js";
import { found } from "../plugins/refusal.js";
import { readRecord } from "../records/subject.js";
import { emptyPage, printHeaders } from "./page.js";
import { preview } from "./preview.js";
import { filling, print } from "./print.js";

const params = {
  type: "object",
  required: ["id", "document"],
  properties: { id: { type: "string", minLength: 1, maxLength: 64 }, document: { $ref: "common.schema.json#/$defs/id" } },
};
const previewParams = { type: "object", required: ["id"], properties: { id: { $ref: "common.schema.json#/$defs/id" } } };
const fontParams = { type: "object", required: ["font"], properties: { font: { type: "string", pattern: "^sarabun-(thai|latin)-(400|700)-normal\\.woff2$" } } };
const fonts = createRequire(import.meta.url);

export default async function documentRoutes(app: FastifyInstance): Promise<void> {
  app.get<{ Params: { id: string; document: string } }>(
    "/api/v1/records/:id/documents/:document",
    { config: { policy: "record.read" }, schema: { params, response: { ...answers({}, 404, 422), 200: media("text/html") } } },
    async (request, reply) => {
      const actor = request.requireActor();
      const there = await readRecord(app.storage, app.definitions, actor.owner, request.params.id);
      request.must("record.read", there?.subject ?? {});
      const { record, forms, subject } = found(there);
      const sensitive = request.may("record.sensitive", subject);
      if (sensitive) await app.openings.note(actor, record, forms.own);
      const order = { record, forms, document: request.params.document, sensitive, now: instant(app.clock.now()) };
      return reply.headers(printHeaders).send(await print(app.templating, await app.reading(actor), order));
    },
  );

  app.post<{ Params: { id: string }; Body: PrintPreview }>(
    "/api/v1/definitions/document/:id/preview",
    {
      config: { policy: "definition.read" },
      schema: { params: previewParams, body: ref("printPreview"), response: answers({ 200: ref("printPage") }, 404) },
    },
    async (request): Promise<PrintPage> => {
      const actor = request.requireActor();
      request.must("definition.read", { owner: actor.owner, unit: [actor.owner] });
      const { record: wanted, ...order } = request.body;
      const context = await app.reading(actor);
      const now = instant(app.clock.now());
      const there = wanted === undefined ? undefined : await readRecord(app.storage, app.definitions, actor.owner, wanted);
      if (wanted !== undefined) request.must("record.read", there?.subject ?? {});
      const filled = there && (await filling(context, { ...there, sensitive: false, now }));
      return preview(app.templating, context, { ...order, id: request.params.id, now, ...(filled ? { filling: filled } : {}) });
    },
  );

  app.get(
    "/api/v1/documents/frame",
    { config: { policy: "session.own" }, schema: { response: { ...answers({}), 200: media("text/html") } } },
    async (_request, reply) => reply.headers(printHeaders).send(emptyPage),
  );

  app.get<{ Params: { font: string } }>("/fonts/:font", { config: { policy: "public" }, schema: { params: fontParams } }, async (request, reply) => {
    const bytes = await readFile(fonts.resolve(`@fontsource/sarabun/files/${request.params.font}`));
    return reply.type("font/woff2").header("cache-control", "public, max-age=31536000, immutable").send(bytes);
  });
}
