// What every request meets: hostile bodies, headers, limits, health, the built client, and the description of the interface.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import Fastify from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serverProblem } from "../../engine/problem/server.js";
import type { Health } from "../../schemas/types.js";
import { readConfig } from "../../server/config/config.js";
import { startFailure } from "../../server/config/failure.js";
import { deeper } from "../../server/plugins/body.js";
import { installPolicy } from "../../server/policy/install.js";
import { minute } from "../help/clock.js";
import { password } from "../help/municipality.js";
import { startServer, type TestServer } from "../help/server.js";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const json = { "content-type": "application/json" };
const signIn = (body: string | object, headers = {}) =>
  server.stranger().post("/api/v1/sessions", body, typeof body === "string" ? { ...json, ...headers } : headers);

test.each([
  ["half a body", '{"username": "tea', 400, "server.malformed"],
  ["nothing", "", 422, "server.invalid"],
  ["no JSON", "username=teacher", 400, "server.malformed"],
  ["the key __proto__", '{"username":"a","password":"b","__proto__":{"admin":true}}', 400, "server.unsafe-key"],
  ["a constructor's prototype", '{"username":"a","password":"b","constructor":{"prototype":{}}}', 400, "server.unsafe-key"],
  ["a NUL", '{"username":"a\\u0000","password":"b"}', 400, "server.nul"],
  ["nesting of 100,000 levels", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, 400, "server.too-deep"],
  ["four megabytes", JSON.stringify({ username: "a", password: "x".repeat(4_000_000) }), 413, "server.too-large"],
  ["a key nobody knows", '{"username":"a","password":"b","role":"admin"}', 422, "server.invalid"],
  ["a number for a name", '{"username":7,"password":"b"}', 422, "server.invalid"],
  ["a list for a body", "[]", 422, "server.invalid"],
])("refused with a reason: %s", async (_what, body, status, code) => {
  const answer = await signIn(body);
  expect([answer.status, answer.problem.code]).toEqual([status, code]);
  expect(answer.headers["content-type"]).toMatch(/^application\/problem\+json/);
});

test("a body of another type than JSON is refused", async () => {
  const answer = await server.stranger().post("/api/v1/sessions", "<a/>", { "content-type": "application/xml" });
  expect([answer.status, answer.problem.code]).toEqual([415, "server.media-type"]);
});

test("bodies are never changed to fit: a wrong type is refused where it stands", async () => {
  const answer = await signIn({ username: true, password: "b" });
  expect(answer.problem.path).toBe("/username");
  expect((await signIn({ username: "a", password: "b", extra: 1 })).problem.path).toBe("/extra");
});

test("an escaped backslash before u0000 is no NUL, and brackets in texts are no depth", async () => {
  expect((await signIn('{"username":"a","password":"\\\\u0000"}')).problem.code).toBe("session.wrong");
  expect(deeper(JSON.stringify(["[[[[[[", '"[[[', "\\"]), 2)).toBe(false);
  expect(deeper("[[[", 2)).toBe(true);
});

test("an address that is not there is a problem in both languages, for whoever asks", async () => {
  for (const client of [server.stranger(), await server.as("teacher")]) {
    const answer = await client.get("/api/v1/nothing/here");
    expect([answer.status, answer.problem.code]).toEqual([404, "server.not-found"]);
    expect(answer.problem.title.th).toMatch(/[ก-๙]/);
    expect(answer.problem.title.en).toMatch(/[a-z]/);
  }
});

test("every answer carries strict headers, and what is private is not kept", async () => {
  const { headers } = await (await server.as("teacher")).get("/api/v1/sessions/current");
  const policy = String(headers["content-security-policy"]);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  expect(headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cache-control": "private, no-cache",
  });
});

test("a client that has an answer already is told so", async () => {
  const teacher = await server.as("teacher");
  const first = await teacher.get("/api/v1/organizations");
  const again = await teacher.get("/api/v1/organizations", { "if-none-match": String(first.headers.etag) });
  expect([again.status, again.text]).toEqual([304, ""]);
});

test("a long answer is compressed when the browser can read it", async () => {
  const { app } = server;
  const response = await app.inject({ url: "/api/v1/openapi.json", headers: { "accept-encoding": "br" } });
  expect(response.headers["content-encoding"]).toBe("br");
  expect(JSON.parse(brotliDecompressSync(response.rawPayload).toString()).openapi).toBe("3.1.0");
});

test("more requests a minute than the limit are refused with when to come back; the next minute is open again", async () => {
  const strict = await startServer({ config: { RATE_LIMIT: 5 }, seed: 5 });
  const teacher = await strict.as("teacher");
  const statuses = [];
  for (let request = 0; request < 6; request++) statuses.push((await teacher.get("/api/v1/sessions/current")).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  const refused = await teacher.get("/api/v1/sessions/current");
  expect(refused.problem.code).toBe("server.too-many");
  expect(refused.headers["retry-after"]).toBe("60");
  expect((await (await strict.as("director")).get("/api/v1/sessions/current")).status).toBe(200);
  strict.clock.advance(minute);
  expect((await teacher.get("/api/v1/sessions/current")).status).toBe(200);
  await strict.close();
});

test("health says what works, and names the part that does not in Thai and English", async () => {
  expect((await server.stranger().get<Health>("/healthz")).body).toMatchObject({ status: "ok", storage: "sqlite" });
  const { check } = server.storage;
  server.storage.check = () => Promise.reject(new Error("disk full"));
  const failing = await server.stranger().get("/healthz");
  server.storage.check = check;
  expect([failing.status, failing.problem.code]).toEqual([503, "health.storage"]);
  expect(failing.problem.title).toEqual({ th: expect.stringMatching(/ฐานข้อมูลไม่ตอบ/), en: expect.stringMatching(/database does not answer/) });
  expect(failing.text).not.toContain("disk full");
});

test("a bug is told as one, with a code to find it by and nothing of its insides", async () => {
  const { storage } = server;
  const teacher = await server.as("teacher");
  const { changes } = storage;
  storage.changes = () => Promise.reject(new Error("secret of the store"));
  const answer = await teacher.get("/api/v1/events");
  storage.changes = changes;
  expect([answer.status, answer.problem.code]).toEqual([500, "server.error"]);
  expect(answer.text).not.toContain("secret of the store");
});

test("a route without a verb of the policy does not start, and one that answers without asking is stopped", async () => {
  const app = Fastify();
  app.decorateRequest("requireActor", () => ({ account: "a", person: "p", owner: "o", name: "n", positions: [] }));
  installPolicy(app);
  expect(() => app.get("/open", async () => "secret")).toThrow(/names no verb/);
  app.get("/forgot", { config: { policy: "record.read" } }, async () => "secret");
  const { statusCode, body } = await app.inject("/forgot");
  expect(statusCode).toBe(500);
  expect(JSON.parse(body).code).toBe("server.error");
  await app.close();
});

test.each([
  [{ PORT: "80a" }, "PORT"],
  [{ PORT: "70000" }, "PORT"],
  [{ DEMO: "yes" }, "DEMO"],
  [{ LOG: "loud" }, "LOG"],
  [{ PUBLIC_URL: "forms.go.th" }, "PUBLIC_URL"],
  [{ RATE_LIMIT: "-1" }, "RATE_LIMIT"],
])("a wrong value in the environment is refused with a sentence that names it: %o", (environment, name) => {
  const read = readConfig(environment);
  const wrong = "wrong" in read ? read.wrong : [];
  expect(wrong).toHaveLength(1);
  expect(wrong[0]).toContain(`${name} "${Object.values(environment)[0]}"`);
  expect(wrong[0]).toMatch(/ต้องเป็น.+must be/);
});

test("the demo refuses to be reached from elsewhere; a real installation may", () => {
  for (const HOST of ["0.0.0.0", "192.168.1.5", "::", "127.0.0.1.example.com"])
    expect(readConfig({ HOST })).toEqual({ wrong: [expect.stringContaining(`HOST "${HOST}"`)] });
  for (const HOST of ["127.0.0.1", "localhost", "::1"]) expect(readConfig({ HOST })).toMatchObject({ HOST });
  expect(readConfig({ HOST: "0.0.0.0", DEMO: "off" })).toMatchObject({ HOST: "0.0.0.0" });
});

test("a start that fails says which setting helps", () => {
  const config = { PORT: 80, HOST: "10.9.9.9", DATA_DIR: "/data", DEMO: "off" } as const;
  const said = (code: string) => startFailure(Object.assign(new Error(code), { code }), config);
  expect(said("EADDRINUSE")).toContain('PORT "80"');
  expect(said("EACCES")).toContain('DATA_DIR "/data"');
  expect(said("EADDRNOTAVAIL")).toContain('HOST "10.9.9.9"');
  expect(said("ESOMETHING")).toBeUndefined();
});

test("several wrong values are named together, and a database's address is not repeated", () => {
  const read = readConfig({ PORT: "x", MONGODB_URI: "postgres://user:secret@host" });
  expect("wrong" in read && read.wrong.map((line) => line.split(/[ :]/)[0])).toEqual(["PORT", "MONGODB_URI"]);
  expect(JSON.stringify(read)).not.toContain("secret");
});

test("an empty environment is a demo on this machine only", () => {
  expect(readConfig({ PORT: "" })).toEqual({ PORT: 8080, HOST: "127.0.0.1", DATA_DIR: "./data", DEMO: "on", LOG: "info", RATE_LIMIT: 1200 });
});

test("the built client: hashed assets for ever and compressed once, the page for every address of the app, nothing outside its folder", async () => {
  const folder = mkdtempSync(join(tmpdir(), "thongthin-client-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>ฟอร์มท้องถิ่น</title>");
  writeFileSync(join(folder, "service-worker.js"), "self.x = 1");
  writeFileSync(join(folder, "assets/app-3f9ak2Xq.js"), "let app = 1");
  writeFileSync(join(folder, "assets/app-3f9ak2Xq.js.br"), brotliCompressSync("let app = 1"));
  const built = await startServer({ empty: true, clientDir: folder, seed: 6 });
  const get = (url: string, headers = {}) => built.app.inject({ url, headers });
  const asset = await get("/assets/app-3f9ak2Xq.js", { "accept-encoding": "br" });
  expect(asset.headers).toMatchObject({ "content-encoding": "br", "cache-control": "public, max-age=31536000, immutable" });
  expect(asset.headers["content-type"]).toMatch(/javascript/);
  expect(brotliDecompressSync(asset.rawPayload).toString()).toBe("let app = 1");
  expect((await get("/assets/app-3f9ak2Xq.js")).body).toBe("let app = 1");
  for (const url of ["/", "/inbox", "/forms/leave-request/new", "/records/01H?x=1"]) {
    const page = await get(url);
    expect([page.statusCode, page.headers["cache-control"]]).toEqual([200, "no-cache"]);
    expect(page.body).toContain("ฟอร์มท้องถิ่น");
  }
  expect((await get("/service-worker.js")).headers["cache-control"]).toBe("no-cache");
  for (const url of ["/assets/gone-3f9ak2Xq.js", "/../package.json", "/%2e%2e/package.json", "/assets/app-3f9ak2Xq.js.br", "/api/v1/none"])
    expect([url, (await get(url)).statusCode]).toEqual([url, 404]);
  await built.close();
  rmSync(folder, { recursive: true });
});

test("every code of the server's problems has both languages, a status, and no slot that nobody fills in the other", () => {
  for (const [code, { th, en }] of Object.entries(serverProblem.entries)) {
    const slots = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    expect([code, slots(th)]).toEqual([code, slots(en)]);
    expect(th).not.toMatch(/ครับ|ค่ะ|!/);
  }
});

test("signing in works beside all this", async () => {
  expect((await server.stranger().signIn("teacher", password)).status).toBe(200);
});
