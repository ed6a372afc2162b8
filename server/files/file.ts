// Files: kept by their content, known by a document of their own that says whose they are and which record names them.
import type { FastifyInstance, FastifyRequest } from "fastify";
import { serverProblem } from "../../engine/problem/server.js";
import type { FileView } from "../../schemas/types.js";
import { instant } from "../plugins/clock.js";
import { found, refuse, settle } from "../plugins/refusal.js";
import type { Doc } from "../storage/port.js";
import { fileTypes, headBytes, sniff, tailBytes } from "./types.js";

export interface FileDoc extends Doc {
  name: string;
  /** Media type, by content. */
  type: string;
  size: number;
  sha256: string;
  /** Who uploaded it. */
  account: string;
  createdAt: string;
  /** The record that names it, from the commit that named it. */
  record?: string;
  /** It answers a sensitive field. */
  sensitive?: boolean;
}

/** The largest file. */
export const largest = 25 * 1024 * 1024;

export const fileView = ({ id, name, type, size, sha256 }: FileDoc): FileView => ({ id, name, type, size, sha256 });

/** Letters of a name that no file system or header is hurt by. */
export const safeName = (name: string): string =>
  name
    .normalize("NFC")
    .replace(/^.*[\\/]/, "")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is taken out
    .replace(/[\u0000-\u001f\u007f"<>|:*?\u202a-\u202e\u2066-\u2069]/g, "")
    .slice(-150)
    // Half a letter, where it was cut.
    .replace(/\p{Surrogate}/gu, "") || "file";

interface Upload {
  name: string;
  bytes: AsyncIterable<Uint8Array>;
  /** Whether the limit cut it off; known when the bytes have been read. */
  truncated: () => boolean;
}

/** Keeps an upload; refuses what is empty, too large, or not what its name says. */
export async function keepFile(app: FastifyInstance, actor: { account: string; owner: string }, { name, bytes, truncated }: Upload): Promise<FileDoc> {
  const shown = safeName(name);
  const iterator = bytes[Symbol.asyncIterator]();
  const { head, rest } = await begin(iterator);
  if (head.length === 0) refuse(serverProblem("file.empty", { name: shown }));
  const type = sniff(head, shown);
  if (type === "unknown") refuse(serverProblem("file.type", { types: fileTypes.map(({ id }) => id) }));
  if (type === "mismatch") refuse(serverProblem("file.content", { name: shown }));
  const { sha256, size } = await app.storage.files.put(
    whole(rest, truncated, (tail) => type.ends?.(tail) === false && refuse(serverProblem("file.broken", { name: shown }))),
  );
  const doc: FileDoc = {
    id: app.newId(),
    owner: actor.owner,
    format: 1,
    rev: 1,
    name: shown,
    type: type.mime,
    size,
    sha256,
    account: actor.account,
    createdAt: instant(app.clock.now()),
  };
  await settle(app.storage, [{ op: "insert", collection: "files", doc }]);
  if (await app.storage.files.has(sha256)) return doc;
  // The same bytes were swept away between keeping and naming them: nobody has been told yet, so the upload is asked for again.
  await app.storage.commit([{ op: "remove", collection: "files", id: doc.id }]);
  refuse(serverProblem("file.again", { name: shown }));
}

/** The bytes, if they come whole: a file that was cut off, at the limit or before it came here, is never kept. */
async function* whole(bytes: AsyncIterable<Uint8Array>, truncated: () => boolean, judge: (tail: Uint8Array) => unknown): AsyncIterable<Uint8Array> {
  let tail: Uint8Array = new Uint8Array();
  for await (const part of bytes) {
    tail = part.length >= tailBytes ? part.subarray(-tailBytes) : Buffer.concat([tail, part]).subarray(-tailBytes);
    yield part;
  }
  if (truncated()) refuse(serverProblem("file.too-large", { limit: largest / 1024 / 1024 }));
  judge(tail);
}

/** Reads enough to know the type, and gives all of it on. */
async function begin(iterator: AsyncIterator<Uint8Array>): Promise<{ head: Uint8Array; rest: AsyncIterable<Uint8Array> }> {
  const read: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  while (size < headBytes && !ended) {
    const { value, done } = await iterator.next();
    if (done) ended = true;
    else {
      read.push(value);
      size += value.length;
    }
  }
  async function* rest() {
    yield* read;
    while (!ended) {
      const { value, done } = await iterator.next();
      if (done) return;
      yield value;
    }
  }
  return { head: Buffer.concat(read).subarray(0, headBytes), rest: rest() };
}

/** The file, if this request may read it: its uploader, and whoever reads the record that names it. */
export async function readableFile(app: FastifyInstance, request: FastifyRequest, id: string): Promise<FileDoc> {
  const file = await app.storage.get<FileDoc>("files", id);
  const own = request.may("file.read", file ? { owner: file.owner, account: file.account } : {});
  const record = file?.record;
  const subject = record === undefined || own ? undefined : await app.subjects.get("record")?.(record, file!.owner);
  const readable = subject !== undefined && request.may("file.read", subject) && (!file?.sensitive || request.may("record.sensitive", subject));
  return found(own || readable ? file : undefined);
}
