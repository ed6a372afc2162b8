// Every route of the description, asked by chance by everybody: no answer is a bug (500), none is outside the documentation, none tells its insides.
import { afterAll, beforeAll, expect, test } from "vitest";
import { png } from "../help/attachments.js";
import { type Cases, leave, openCases, report } from "../help/cases.js";
import { type Random, seeded } from "../help/chance.js";
import { type Maker, make, strange } from "../help/from-schema.js";
import { type Answer, type Client, multipart } from "../help/server.js";

type Schema = Record<string, unknown>;
interface Operation {
  parameters?: { name: string; in: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}
interface Route {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  operation: Operation;
}

/** Asked so often each; those that hash a password or end the session fewer times or not at all. */
const rounds = 30;
const few = /sessions|setup|accounts/;
/** A stream that never ends has its own tests. */
const apart = new Set(["GET /api/v1/live", "DELETE /api/v1/sessions/current", "PUT /api/v1/sessions/current/password"]);
const people = ["teacher", "director", "education-office", "lao-admin", "b-lao-admin", "province"];

let cases: Cases;
let description: Schema;
let routes: Route[];
let known: string[];
beforeAll(async () => {
  cases = await openCases(["problem-report", "leave-request", "menu-staff"]);
  const { town, newId } = cases.server;
  const admin = await cases.as("lao-admin");
  const teacher = await cases.as("teacher");
  const records = [await cases.submitted("teacher", "problem-report", report), await cases.submitted("teacher", "leave-request", leave)];
  const file = await teacher.upload<{ id: string }>("a.png", png());
  const draft = newId();
  await teacher.patch(`/api/v1/drafts/${draft}`, { form: "problem-report", release: "problem-report@1", changes: [{ path: "detail", to: "ก" }] });
  const form = await cases.form("teacher", "problem-report");
  known = [
    ...records,
    file.body.id,
    draft,
    ...Object.values(town.organizations).slice(0, 6),
    ...Object.values(town.positions).slice(0, 3),
    ...Object.values(town.people).slice(0, 3),
    ...Object.values(town.accounts).slice(0, 3),
    ...["form", "workflow", "codes", "document", "menu", "problem-report", "leave-request", "leave-approval", "leave-types", "holidays", "leave-form", "staff"],
    ...["submit", "edit", "assign", "teacher", "lao-admin", "problem-report@1", "leave-request@1", "state", "-updated", "detail", "thread/r1/message"],
    ...form.fields.slice(0, 12).map(({ id }) => id),
    '{"state":"reported"}',
    '{"state":{"$in":["reported",null]}}',
    '{"state":{"$regex":"."}}',
    Buffer.from('["a",1]').toString("base64url"),
    Buffer.from("[null,null]").toString("base64url"),
    "ก",
    "ลา",
    "0",
    "1",
  ];
  description = (await admin.get("/api/v1/openapi.json")).body;
  routes = Object.entries(description.paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase() as Route["method"], path, operation })),
  );
});
afterAll(() => cases.close());

const resolve = (reference: string): Schema =>
  reference
    .slice(2)
    .split("/")
    .reduce<unknown>((at, part) => (at as Schema)[part.replaceAll("~1", "/").replaceAll("~0", "~")], description) as Schema;

/** A whole definition with one place broken: what is unfinished is kept, and must not hurt whoever reads it beside others. */
function brokenDefinition(random: Random, definition: unknown): unknown {
  const copy = structuredClone(definition);
  const places: [Schema, string][] = [];
  const walk = (inner: unknown) => {
    if (typeof inner !== "object" || inner === null) return;
    for (const key of Object.keys(inner)) {
      places.push([inner as Schema, key]);
      walk((inner as Schema)[key]);
    }
  };
  // An example of a form is as often broken as all the rest of it.
  const examples = (copy as Schema).examples;
  const within = typeof examples === "object" && examples !== null && random.chance(0.4) ? random.pick(Object.values(examples)) : copy;
  walk(within);
  for (let times = random.below(3); times >= 0; times--) {
    const [holder, key] = random.pick(places);
    holder[key] = random.pick(strange);
  }
  return copy;
}

/** What an answer must never show. */
const insides = /node_modules|\.ts:|\.js:|\bat \w+ \(|SQLITE|MongoServer|\/tmp\/|TypeError|RangeError|undefined is not/;

function faults(route: string, sent: string, { status, text, headers }: Answer<unknown>): string[] {
  const about = `${route} ${sent.slice(0, 600)} → ${status} ${text.slice(0, 300)}`;
  const isProblem = String(headers["content-type"]).startsWith("application/problem+json");
  return [
    ...(status >= 500 ? [about] : []),
    ...(status >= 400 && !isProblem ? [`no problem: ${about}`] : []),
    ...(insides.test(text) ? [`insides: ${about}`] : []),
  ];
}

async function ask(maker: Maker, client: Client, { method, path, operation }: Route): Promise<string[]> {
  const { random } = maker;
  const value = (schema: Schema) => {
    const made = random.chance(0.5) ? random.pick(known) : make(maker, schema);
    return encodeURIComponent(typeof made === "object" ? JSON.stringify(made) : String(made));
  };
  const given = operation.parameters ?? [];
  const inPath = (name: string) => value(given.find((one) => one.in === "path" && one.name === name)?.schema ?? {}) || "x";
  const query = given.filter((one) => one.in === "query" && random.chance(0.5)).map(({ name, schema }) => `${name}=${value(schema)}`);
  const url = path.replace(/\{(\w+)\}/g, (_, name: string) => inPath(name)) + (query.length ? `?${query.join("&")}` : "");
  const headers: Record<string, string> = random.chance(0.7) ? { "if-match": random.pick(["0", "1", '"1"', "x", "-1"]) } : {};
  const content = operation.requestBody?.content ?? {};
  let body: unknown;
  if (content["multipart/form-data"]) {
    const whole = multipart(random.pick(["a.png", "a.pdf", "😀".repeat(80), "a\\b"]), Buffer.from(random.pick(["", "%PDF-1", "<svg/>", "PK\u0003\u0004"])));
    body = whole.body.subarray(0, random.chance(0.5) ? whole.body.length : random.below(whole.body.length));
    headers["content-type"] = random.pick([whole.type, whole.type, "multipart/form-data", "application/json"]);
  } else if (content["application/json"]) body = make(maker, content["application/json"].schema);
  return faults(`${method} ${path}`, `${url} ${Buffer.isBuffer(body) ? "" : JSON.stringify(body)}`, await client.send(method, url, body, headers));
}

test("whatever anybody sends to any route", async () => {
  const random = seeded(20_691_124);
  const maker: Maker = { random, resolve, known };
  const wrong: string[] = [];
  let asked = 0;
  for (let round = 0; round < rounds; round++) {
    for (const route of routes) {
      const name = `${route.method} ${route.path}`;
      if (apart.has(name) || (few.test(route.path) && round % 8)) continue;
      const client = random.chance(0.05) ? cases.server.stranger() : await cases.as(random.pick(people));
      wrong.push(...(await ask(maker, client, route)));
      asked++;
    }
  }
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(1_000);
});

test("definitions with broken places, each kept beside the others, and published when they can be", async () => {
  const random = seeded(8);
  const admin = await cases.as("lao-admin");
  const whole: [string, Schema][] = [];
  for (const [kind, id] of [
    ["form", "leave-request"],
    ["workflow", "leave-approval"],
    ["document", "leave-form"],
    ["codes", "leave-types"],
    ["menu", "staff"],
    ["form", "problem-report"],
  ]) {
    const { body } = await admin.get<{ definition?: Schema }>(`/api/v1/definitions/${kind}/${id}`);
    if (body.definition) whole.push([kind!, body.definition]);
  }
  expect(whole.length).toBeGreaterThan(4);
  const wrong: string[] = [];
  const revisions = new Map<string, number>();
  for (let n = 0; n < 150; n++) {
    const [kind, definition] = random.pick(whole);
    // Sometimes over the real one, so that the others are judged beside what is broken.
    const id = random.chance(0.3) ? String(definition.id) : `broken-${random.below(3)}`;
    const address = `/api/v1/definitions/${kind}/${id}`;
    const rev = revisions.get(address) ?? (await admin.get<{ rev?: number }>(address)).body.rev ?? 0;
    const body = { ...(brokenDefinition(random, definition) as Schema), kind, id };
    const saved = await admin.send<{ rev?: number }>("PUT", address, body, { "if-match": String(rev) });
    if (saved.status === 200) revisions.set(address, saved.body.rev!);
    wrong.push(...faults(`PUT ${address}`, JSON.stringify(body), saved));
    if (random.chance(0.3)) wrong.push(...faults(`POST ${address}/publish`, "", await admin.post(`${address}/publish`, {})));
    if (random.chance(0.3)) {
      // A print that is being written beside whatever is kept now.
      const order = { title: "ใบ", template: "{{fields.reason.text}}{{number}}{{#each signed}}{{name}}{{/each}}", filled: random.pick(["sample", "blank"]) };
      const form = random.pick(["leave-request", "problem-report", "broken-0", "broken-1", "broken-2"]);
      wrong.push(...faults(`POST preview of ${form}`, "", await admin.post("/api/v1/definitions/document/leave-form/preview", { ...order, form })));
    }
  }
  for (const username of ["teacher", "lao-admin"])
    for (const url of [
      "/api/v1/menus",
      "/api/v1/forms",
      "/api/v1/inbox",
      "/api/v1/records/mine",
      "/api/v1/forms/leave-request",
      "/api/v1/forms/problem-report/records?answers=true",
    ])
      wrong.push(...faults(`GET ${url}`, username, await (await cases.as(username)).get(url)));
  expect(wrong).toEqual([]);
});
