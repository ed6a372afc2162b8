// Files: what may come in, told by content; who may have them; and that a browser never runs one.
import { createHash } from "node:crypto";
import { request } from "node:http";
import { pipeline, Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FileView } from "../../schemas/types.js";
import { type FileDoc, largest } from "../../server/files/file.js";
import type { Subject } from "../../server/plugins/access.js";
import { pdf, png as picture } from "../help/attachments.js";
import { day } from "../help/clock.js";
import { listening } from "../help/listening.js";
import { multipart, startServer, type TestServer } from "../help/server.js";

let server: TestServer;
let url: string;
beforeAll(async () => {
  server = await startServer();
  url = await listening(server);
});
afterAll(() => server.close());

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part))));
const png = picture("picture of ");
const zip = (part: string) => bytes([0x50, 0x4b, 3, 4], "..............", part, "...");

test.each([
  ["ใบรับรองแพทย์.pdf", pdf("x"), "application/pdf"],
  ["photo.JPG", bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], "JFIF"), "image/jpeg"],
  ["photo.png", png, "image/png"],
  ["photo.webp", bytes("RIFF", [1, 0, 0, 0], "WEBPVP8 "), "image/webp"],
  ["letter.docx", zip("word/document.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["sheet.xlsx", zip("xl/workbook.xml"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["all.zip", zip("readme.txt"), "application/zip"],
])("%s comes in and goes out unchanged, as a download that runs nowhere", async (name, content, type) => {
  const teacher = await server.as("teacher");
  const kept = await teacher.upload<FileView>(name, content);
  expect(kept.status).toBe(201);
  expect(kept.body).toMatchObject({ name, type, size: content.length });
  const response = await server.app.inject({ url: `/api/v1/files/${kept.body.id}`, cookies: { session: teacher.cookie! } });
  expect(response.rawPayload.equals(content)).toBe(true);
  expect(response.headers).toMatchObject({
    "content-type": type,
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
    "cache-control": "private, no-cache",
  });
  expect(response.headers["content-disposition"]).toBe(`attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  expect((await teacher.get(`/api/v1/files/${kept.body.id}/view`)).body).toEqual(kept.body);
});

test.each([
  ["a page that calls itself a picture", "photo.png", bytes("<html><script>alert(1)</script>"), 415, "file.content"],
  ["a picture that calls itself a letter", "letter.pdf", png, 415, "file.content"],
  ["a spreadsheet that calls itself a letter", "letter.docx", zip("xl/workbook.xml"), 415, "file.content"],
  ["a drawing with scripts", "drawing.svg", bytes("<svg onload='x'/>"), 415, "file.type"],
  ["a picture without a header", "photo.png", bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 415, "file.content"],
  ["a picture of no size", "photo.png", bytes([...picture().subarray(0, 16), 0, 0, 0, 0], [...picture().subarray(20)]), 415, "file.content"],
  ["a photo of three bytes", "photo.jpg", bytes([0xff, 0xd8, 0xff]), 415, "file.content"],
  ["a photo whose first segment has no length", "photo.jpg", bytes([0xff, 0xd8, 0xff, 0xe0, 0, 0], "JFIF"), 415, "file.content"],
  ["a picture of no kind of WebP", "photo.webp", bytes("RIFF", [1, 0, 0, 0], "WEBPnone"), 415, "file.content"],
  ["a letter that was cut off", "letter.pdf", pdf("a".repeat(20_000)).subarray(0, -8), 415, "file.broken"],
  ["a program", "setup.exe", bytes("MZ"), 415, "file.type"],
  ["nothing", "empty.pdf", bytes(), 422, "file.empty"],
])("refused: %s", async (_what, name, content, status, code) => {
  const answer = await (await server.as("teacher")).upload(name, content);
  expect([answer.status, answer.problem.code]).toEqual([status, code]);
});

test("a file larger than the limit is refused, and the server goes on", async () => {
  const large = Buffer.alloc(largest + 1, 65);
  large.write("%PDF-");
  const answer = await (await server.as("teacher")).upload("large.pdf", large);
  expect([answer.status, answer.problem.code]).toEqual([413, "file.too-large"]);
  expect(await server.storage.files.has(createHash("sha256").update(large.subarray(0, largest)).digest("hex"))).toBe(false);
  expect((await server.stranger().get("/healthz")).status).toBe(200);
});

test("two files at once, no file, and something that is no form are refused", async () => {
  const teacher = await server.as("teacher");
  expect((await teacher.post("/api/v1/files", { file: 1 })).status).toBe(415);
  const empty = await teacher.post("/api/v1/files", "--x--\r\n", { "content-type": "multipart/form-data; boundary=x" });
  expect([empty.status, empty.problem.code]).toEqual([422, "file.missing"]);
});

test("a name that reaches for folders, headers or hidden letters is kept harmless", async () => {
  const { body } = await (await server.as("teacher")).upload<FileView>("..\\\\..\\\\etc/pass\u202ewd:*?.png", png);
  expect(body.name).toBe("passwd.png");
});

const subjects = (access: Subject["access"]): Subject => {
  const { organizations: place, accounts } = server.town;
  return { owner: place.a!, unit: [place.class!, place.school!, place.a!], author: accounts.teacher!, handlers: [], access: access! };
};

test("a file is its uploader's alone until a record names it; then whoever reads the record has it, sensitive ones only who may see those", async () => {
  const teacher = await server.as("teacher");
  const { body: file } = await teacher.upload<FileView>("photo.png", bytes([...png], "who may see"));
  const status = async (username: string) => (await (await server.as(username)).get(`/api/v1/files/${file.id}`)).status;
  expect(await status("teacher")).toBe(200);
  for (const username of ["co-teacher", "director", "lao-admin", "b-teacher", "province"]) expect([username, await status(username)]).toEqual([username, 404]);
  expect((await server.stranger().get(`/api/v1/files/${file.id}`)).status).toBe(401);

  server.app.subjects.set("record", async (id) => (id === "R1" ? subjects({ read: ["author", "director", "clerk"], sensitive: ["director"] }) : undefined));
  const doc = (await server.storage.get<{ id: string; owner: string; format: number; rev: number }>("files", file.id))!;
  await server.storage.commit([{ op: "replace", collection: "files", doc: { ...doc, rev: 2, record: "R1" } as typeof doc, rev: 1 }]);
  expect([await status("director"), await status("clerk"), await status("co-teacher"), await status("b-director")]).toEqual([200, 200, 404, 404]);
  await server.storage.commit([{ op: "replace", collection: "files", doc: { ...doc, rev: 3, record: "R1", sensitive: true } as typeof doc, rev: 2 }]);
  expect([await status("director"), await status("clerk")]).toEqual([200, 404]);
  server.app.subjects.delete("record");
});

test("what no record has named is gone after 30 days, its bytes too, unless another file has the same", async () => {
  const teacher = await server.as("teacher");
  const content = bytes([...png], "forgotten");
  const [one, two] = [await teacher.upload<FileView>("one.png", content), await teacher.upload<FileView>("two.png", content)];
  const only = await teacher.upload<FileView>("only.png", bytes([...png], "alone"));
  const doc = (await server.storage.get<{ id: string; owner: string; format: number; rev: number }>("files", two.body.id))!;
  await server.storage.commit([{ op: "replace", collection: "files", doc: { ...doc, rev: 2, record: "R2" } as typeof doc, rev: 1 }]);
  server.clock.advance(29 * day);
  await server.app.sweep();
  expect(await server.storage.get("files", one.body.id)).toBeDefined();
  server.clock.advance(2 * day);
  await server.app.sweep();
  expect(await server.storage.get("files", one.body.id)).toBeUndefined();
  expect(await server.storage.get("files", two.body.id)).toBeDefined();
  expect(await server.storage.files.has(two.body.sha256!)).toBe(true);
  expect(await server.storage.files.has(only.body.sha256!)).toBe(false);
});

test("the same bytes uploaded while the old ones are swept away are not lost: they are put back, or asked for again", async () => {
  const teacher = server.stranger();
  await teacher.signIn("teacher");
  const content = bytes([...png], "twice");
  const { files } = server.storage;
  const { put, remove } = files;
  const old = await teacher.upload<FileView>("old.png", content);
  const doc = (await server.storage.get<FileDoc>("files", old.body.id))!;
  await server.storage.commit([{ op: "replace", collection: "files", doc: { ...doc, rev: 2, createdAt: "2026-01-01T00:00:00.000Z" } as FileDoc, rev: 1 }]);
  let during: Promise<{ status: number; body: FileView }> | undefined;
  files.remove = async (sha256) => {
    during = teacher.upload<FileView>("new.png", content);
    await during;
    await remove(sha256);
  };
  await server.app.sweep();
  files.remove = remove;
  expect(await server.storage.get("files", old.body.id)).toBeUndefined();
  const { status, body } = await during!;
  expect(status).toBe(201);
  expect((await teacher.get(`/api/v1/files/${body.id}`)).status).toBe(200);

  files.put = async (stream) => {
    const kept = await put(stream);
    await remove(kept.sha256);
    return kept;
  };
  const again = await teacher.upload("again.png", bytes([...png], "again"));
  files.put = put;
  expect([again.status, again.problem.code]).toEqual([409, "file.again"]);
  expect((await teacher.upload("again.png", bytes([...png], "again"))).status).toBe(201);
});

/** Sends an upload of so many megabytes as a browser does, and tells what came back. */
async function send(cookie: string, csrf: string, megabytes: number, declared: boolean): Promise<{ status: number; code: string }> {
  const { body, type } = multipart("large.pdf", Buffer.from("%PDF-1.7"));
  const middle = body.indexOf("%PDF-1.7") + 8;
  const chunk = Buffer.alloc(1024 * 1024, 65);
  const headers = {
    cookie: `session=${cookie}`,
    "x-csrf": csrf,
    "content-type": type,
    ...(declared && { "content-length": body.length + megabytes * chunk.length }),
  };
  return new Promise((resolve, reject) => {
    const outgoing = request(`${url}/api/v1/files`, { method: "POST", headers }, async (response) => {
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(part as Buffer);
      outgoing.destroy();
      resolve({ status: response.statusCode!, code: (JSON.parse(Buffer.concat(parts).toString()) as { code: string }).code });
    });
    // The server may close on whoever goes on sending after the answer.
    outgoing.on("error", (error) => (outgoing.destroyed ? undefined : reject(error)));
    async function* bytes() {
      yield body.subarray(0, middle);
      for (let sent = 0; sent < megabytes && !outgoing.destroyed; sent++) yield chunk;
      yield body.subarray(middle);
    }
    pipeline(Readable.from(bytes()), outgoing, () => undefined);
  });
}

test.each([true, false])("an upload of 200 MB is refused while everybody else is answered (length declared: %s)", async (declared) => {
  const teacher = server.stranger();
  await teacher.signIn("teacher");
  const upload = send(teacher.cookie!, teacher.session!.csrf, 200, declared);
  for (let call = 0; call < 100; call++) expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect(await upload).toEqual({ status: 413, code: "file.too-large" });
});
