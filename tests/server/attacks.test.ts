// Attacks that once got through, or could: another's place, guesses in a burst, addresses in disguise, broken uploads, bodies that cost.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Draft, FileView } from "../../schemas/types.js";
import type { SessionDoc } from "../../server/accounts/sessions.js";
import { png as picture } from "../help/attachments.js";
import { type Cases, leave, openCases, report } from "../help/cases.js";
import { hour } from "../help/clock.js";
import { type Answer, multipart, startServer } from "../help/server.js";

let cases: Cases;
beforeAll(async () => {
  cases = await openCases(["problem-report", "leave-request"]);
});
afterAll(() => cases.close());

const png = picture();
const told = ({ status, problem }: Answer<unknown>) => [status, problem?.code];

test.each(["other-school", "class-2", "b-school", "a", "province", "class"])(
  "a leave is of one's own school: at %s it would go round those who must check it",
  async (place) => {
    const organization = cases.server.town.organizations[place]!;
    expect(told(await cases.submit("teacher", "leave-request", leave, { organization }))).toEqual([403, "record.other-place"]);
    const facts = await (await cases.as("teacher")).post("/api/v1/forms/leave-request/facts", { answers: {}, organization });
    expect(told(facts)).toEqual([403, "record.other-place"]);
  },
);

test("nobody reports for a school that is not theirs; whoever looks after a school may", async () => {
  const organization = cases.server.town.organizations["other-school"]!;
  expect(told(await cases.submit("teacher", "problem-report", report, { organization }))).toEqual([403, "record.other-place"]);
  expect((await cases.submit("education-office", "problem-report", report, { organization })).status).toBe(201);
});

test.each(["2026-11-20T23:59:60.000Z", "0000-00-00T00:00:00.000Z", "2026-11-20T99:99:99.000Z"])("a moment that never was, %s, is refused", async (madeAt) => {
  expect(told(await cases.submit("teacher", "problem-report", report, { madeAt }))).toEqual([400, "record.bad-action"]);
});

test("guesses in one burst get no more tries than one after the other", async () => {
  const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => cases.server.stranger().signIn("finance", `guess ${n}`)));
  const statuses = answers.map(({ status }) => status);
  expect([statuses.filter((status) => status === 401).length, statuses.filter((status) => status === 429).length]).toEqual([5, 25]);
  expect(told(await cases.server.stranger().signIn("finance"))).toEqual([429, "session.locked"]);
  cases.server.clock.advance(hour);
});

test("a new password ends every other session, however many there are", async () => {
  const { storage, town, clock } = cases.server;
  const account = town.accounts.mayor!;
  const own = cases.server.stranger();
  await own.signIn("mayor");
  const [now, end] = [clock.now(), clock.now() + hour].map((at) => new Date(at).toISOString());
  const doc = (n: number): SessionDoc => ({
    id: `stolen-${n}`,
    owner: town.organizations.a!,
    format: 1,
    rev: 1,
    account,
    language: "th",
    createdAt: now!,
    expiresAt: end!,
  });
  await storage.commit(Array.from({ length: 1_100 }, (_, n) => ({ op: "insert", collection: "sessions", doc: doc(n) })));
  const changed = await own.put("/api/v1/sessions/current/password", { current: "บ้านไร่ริมคลอง-42", password: "ทุ่งนาเขียวขจี-77" });
  expect(changed.status).toBe(200);
  expect((await storage.find("sessions", { filter: { account }, limit: 10 })).items).toHaveLength(1);
});

test("the limit of requests counts addresses in disguise, and a cookie that is nobody's makes nobody new", async () => {
  const strict = await startServer({ config: { RATE_LIMIT: 5 }, seed: 9 });
  const ask = (url: string, cookie: string) => strict.app.inject({ url, headers: { cookie: `session=${cookie}` } });
  const statuses = [];
  for (let n = 0; n < 6; n++) statuses.push((await ask(n % 2 ? "/%61pi/v1/setup" : "/api/v1/setup", `made-up-${n}`)).statusCode);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  const guess = (n: number) =>
    strict.app.inject({ method: "POST", url: "/%61pi/v1/sessions", payload: { username: `nobody-${n}`, password: "x" }, headers: { "x-n": String(n) } });
  const guesses = [];
  for (let n = 0; n < 61; n++) guesses.push((await guess(n)).statusCode);
  expect([guesses.filter((status) => status === 401).length, guesses.at(-1)]).toEqual([60, 429]);
  await strict.close();
});

test("a disguised address is the same address: it knows its session, and a change there needs the session's word", async () => {
  const teacher = await cases.as("teacher");
  expect((await teacher.get("/%61pi/v1/sessions/current")).status).toBe(200);
  expect((await teacher.get("/%61pi/v1/sessions/current")).headers["cache-control"]).toBe("private, no-cache");
  expect(told(await teacher.put("/%61pi/v1/sessions/current/language", { language: "th" }, { "x-csrf": "" }))).toEqual([403, "access.csrf"]);
});

test("a name cut in the middle of a letter is still a name: the file can be had", async () => {
  const teacher = await cases.as("teacher");
  const { body: file } = await teacher.upload<FileView>(`${"😀".repeat(80)}a.png`, png);
  expect(file.name).not.toMatch(/\p{Surrogate}/u);
  expect((await teacher.get(`/api/v1/files/${file.id}`)).status).toBe(200);
});

const whole = multipart("a.png", png);
test.each<[string, Buffer, string]>([
  ["without its boundary", whole.body, "multipart/form-data"],
  ["broken off near its end", whole.body.subarray(0, whole.body.length - 20), whole.type],
  ["broken off in its head", whole.body.subarray(0, 60), whole.type],
])("an upload %s is the sender's mistake, not the server's", async (_, body, type) => {
  const answer = await (await cases.as("teacher")).send("POST", "/api/v1/files", body, { "content-type": type });
  expect(told(answer)).toEqual([400, "server.malformed"]);
});

test("half a letter is refused before anything is kept of it", async () => {
  const teacher = await cases.as("teacher");
  const json = { "content-type": "application/json" };
  const answers = (text: string) => `{"answers":{"detail":"${text}"}}`;
  expect(told(await teacher.post("/api/v1/forms/problem-report/facts", answers("a\\ud83d"), json))).toEqual([400, "server.half-letter"]);
  expect(told(await teacher.post("/api/v1/forms/problem-report/facts", answers("\\ude00\\ud83d"), json))).toEqual([400, "server.half-letter"]);
  expect((await teacher.post("/api/v1/forms/problem-report/facts", answers("\\ud83d\\ude00 \\\\ud83d"), json)).status).toBe(200);
});

test.each(["/api/v1/records/%zz", `/api/v1/records/${"x".repeat(300)}`, "/api/v1/%ff", "/%c0%ae%c0%ae/etc/passwd"])(
  "an address that cannot be read is a problem like any other: %s",
  async (url) => {
    const answer = await (await cases.as("teacher")).get(url);
    expect(told(answer)).toEqual([404, "server.not-found"]);
    expect(answer.headers["content-type"]).toMatch(/^application\/problem\+json/);
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
  },
);

test("a title of strange shape never reaches the list of definitions", async () => {
  const admin = await cases.as("lao-admin");
  const strange = { kind: "form", id: "strange", title: { th: "ก", more: { $where: 1 } }, schema: { type: "object", properties: {} } };
  expect((await admin.put("/api/v1/definitions/form/strange", strange, { "if-match": "0" })).status).toBe(200);
  const { items } = (await admin.get<{ items: { id: string; title: unknown }[] }>("/api/v1/definitions")).body;
  expect(items.find(({ id }) => id === "strange")?.title).toEqual({ th: "ก" });
});

test("asking for the head of the live stream opens no stream", async () => {
  const { cookie } = await cases.as("teacher");
  const head = await cases.server.app.inject({ method: "HEAD", url: "/api/v1/live", headers: { cookie: `session=${cookie}` } });
  expect(head.statusCode).toBe(404);
});

test("a draft of 20,000 changes costs as many steps, not their square, and comes out as told", async () => {
  const teacher = await cases.as("teacher");
  const url = `/api/v1/drafts/${cases.server.newId()}`;
  const order = (changes: { path: string; to?: unknown }[]) => ({ form: "problem-report", release: "problem-report@1", changes });
  const rows = (message: string | undefined) => Array.from({ length: 20_000 }, (_, n) => ({ path: `thread/r${n}/message`, ...(message && { to: message }) }));
  const began = process.cpuUsage();
  expect((await teacher.patch(url, order(rows("ก")))).status).toBe(200);
  expect((await teacher.patch(url, order(rows("ข")))).status).toBe(200);
  const gone = Array.from({ length: 19_998 }, (_, n) => ({ path: `thread/r${n}` }));
  const last = await teacher.patch<Draft>(url, order([...gone, { path: "thread/r0/message", to: "ค" }]));
  expect((last.body.answers as { thread: unknown }).thread).toEqual([
    { $row: "r19998", message: "ข" },
    { $row: "r19999", message: "ข" },
    { $row: "r0", message: "ค" },
  ]);
  const { user } = process.cpuUsage(began);
  expect(user / 1e6).toBeLessThan(15);
});
