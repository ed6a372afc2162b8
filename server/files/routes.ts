// Files go in by multipart, one a request, and come out as downloads from an address that runs no scripts.
import { Readable } from "node:stream";
import multipart from "@fastify/multipart";
import type { FastifyInstance } from "fastify";
import { serverProblem } from "../../engine/problem/server.js";
import type { FileView } from "../../schemas/types.js";
import { answers, media, ref } from "../plugins/answers.js";
import { found, refuse } from "../plugins/refusal.js";
import { fileView, keepFile, largest, readableFile } from "./file.js";

/** What a form adds around a file. */
const envelope = 64 * 1024;

const params = { type: "object", required: ["id"], properties: { id: { type: "string", minLength: 1, maxLength: 100 } } };

/** What is broken in an upload is the sender's: it is told to them, and is no bug of ours. */
function unreadable(error: Error & { statusCode?: number }): never {
  if (error.statusCode) throw error;
  return refuse(serverProblem("server.malformed"));
}

async function* readable(file: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield* file;
  } catch (error) {
    unreadable(error as Error);
  }
}

export default async function fileRoutes(app: FastifyInstance): Promise<void> {
  await app.register(multipart, { limits: { files: 1, fields: 0, parts: 1, fileSize: largest, headerPairs: 50 }, throwFileSizeLimit: false });

  app.post(
    "/api/v1/files",
    {
      config: { policy: "file.create" },
      bodyLimit: largest + envelope,
      schema: { consumes: ["multipart/form-data"], response: answers({ 201: ref("fileView") }) },
    },
    async (request, reply): Promise<FileView> => {
      const actor = request.requireActor();
      if (!request.isMultipart()) refuse(serverProblem("server.media-type"));
      // Said in advance to be too much: not one byte of it is read.
      if (Number(request.headers["content-length"] ?? 0) > largest + envelope) refuse(serverProblem("file.too-large", { limit: largest / 1024 / 1024 }));
      const part = (await request.file().catch(unreadable)) ?? refuse(serverProblem("file.missing"));
      const file = await keepFile(app, actor, { name: part.filename, bytes: readable(part.file), truncated: () => part.file.truncated });
      reply.code(201);
      return fileView(file);
    },
  );

  app.get<{ Params: { id: string } }>(
    "/api/v1/files/:id",
    { config: { policy: "file.read" }, schema: { params, response: { ...answers({}, 404), 200: media("*/*") } } },
    async (request, reply) => {
      const file = await readableFile(app, request, request.params.id);
      const bytes = found(await app.storage.files.get(file.sha256));
      return reply
        .type(file.type)
        .header("content-length", file.size)
        .header(
          "content-disposition",
          `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`,
        )
        .header("content-security-policy", "sandbox; default-src 'none'")
        .header("cache-control", "private, no-cache")
        .header("etag", `"${file.sha256}"`)
        .send(Readable.from(bytes));
    },
  );

  app.get<{ Params: { id: string } }>(
    "/api/v1/files/:id/view",
    { config: { policy: "file.read" }, schema: { params, response: answers({ 200: ref("fileView") }, 404) } },
    async (request): Promise<FileView> => fileView(await readableFile(app, request, request.params.id)),
  );
}
