// GET …/records/:id/documents/:document: a record as a page for the reader's own printer. /fonts: the letters it is set in.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { FastifyInstance } from "fastify";
import { answers, media } from "../plugins/answers.js";
import { instant } from "../plugins/clock.js";
import { found } from "../plugins/refusal.js";
import { readRecord } from "../records/subject.js";
import { printHeaders } from "./page.js";
import { print } from "./print.js";

const params = {
  type: "object",
  required: ["id", "document"],
  properties: { id: { type: "string", minLength: 1, maxLength: 64 }, document: { $ref: "common.schema.json#/$defs/id" } },
};
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

  app.get<{ Params: { font: string } }>("/fonts/:font", { config: { policy: "public" }, schema: { params: fontParams } }, async (request, reply) => {
    const bytes = await readFile(fonts.resolve(`@fontsource/sarabun/files/${request.params.font}`));
    return reply.type("font/woff2").header("cache-control", "public, max-age=31536000, immutable").send(bytes);
  });
}
