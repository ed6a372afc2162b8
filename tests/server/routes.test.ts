// Every route of the interface × every kind of actor × every distance in the tree, against one record with its file, draft, print and events:
// whoever may not gets 401, 403 or 404, and no answer to them holds a word of what they may not see.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { EventView, FileView } from "../../schemas/types.js";
import { pdf } from "../help/attachments.js";
import { usernames } from "../help/municipality.js";
import { type Answer, type Client, startServer, type TestServer } from "../help/server.js";

/** Stands in the record, its draft, its file's name. */
const marker = "ดอกบัวสีม่วง7391";

const form = {
  kind: "form",
  id: "marker-form",
  title: "ใบบันทึก",
  schema: {
    type: "object",
    required: ["note"],
    properties: { note: { "x-field": "text", type: "string", title: "บันทึก" }, scan: { "x-field": "file", type: "string", title: "สำเนา" } },
  },
  access: { create: ["school-staff"], read: ["author", "director", "education-head"], list: ["author", "director"] },
  list: { columns: ["note"] },
  documents: ["marker-print"],
};
const report = {
  kind: "report",
  id: "marker-report",
  title: "รายงาน",
  access: ["director", "teacher"],
  sources: [{ form: "marker-form" }],
  group: [{ name: "note", title: "บันทึก", value: "note" }],
  columns: [{ name: "records", title: "เรื่อง", pick: "count" }],
};
const print = { kind: "document", id: "marker-print", title: "ใบบันทึก", paper: "A4", digits: "thai", template: "<p>{{note.text}}</p>" };

interface Asked {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  url: string;
  body?: unknown;
  headers?: Record<string, string>;
}
interface Row {
  /** As the description writes it. */
  route: string;
  asked: Asked;
  who: readonly string[];
  /** Answers to everybody else that touch only their own things: their own draft of that id, their own LAO's definition. */
  own?: readonly number[];
}

const all = usernames;
const ofA = all.filter((name) => !name.startsWith("b-") && name !== "province");
const below = all.filter((name) => name !== "province");
const staff = ["teacher", "co-teacher", "class-teacher", "director", "deputy", "clerk", "other-teacher", "other-director"];
const admin = ["lao-admin"];
const readers = ["teacher", "director", "education-head"];
const nobody: string[] = [];

let server: TestServer;
let rows: Row[];
let ids: Record<string, string>;

beforeAll(async () => {
  server = await startServer();
  const [administrator, teacher] = [await server.as("lao-admin"), await server.as("teacher")];
  const publish = async (definition: { kind: string; id: string }) => {
    const at = `/api/v1/definitions/${definition.kind}/${definition.id}`;
    for (const answer of [await administrator.put(at, definition, { "if-match": "0" }), await administrator.post(`${at}/publish`, {})])
      if (answer.status !== 200) throw new Error(answer.text);
  };
  await publish(print);
  await publish(form);
  await publish(report);
  await publish({ kind: "codes", id: "colours", title: "สี", rows: [{ id: "violet", title: "ม่วง" }] } as never);
  const file = await teacher.upload<FileView>(`${marker}.pdf`, pdf());
  const { fields, release } = (await teacher.get<{ form: { fields: { id: string; name: string }[]; release: string } }>("/api/v1/forms/marker-form")).body.form;
  const field = (name: string) => fields.find((one) => one.name === name)!.id;
  const record = server.newId();
  const madeAt = new Date(server.clock.now()).toISOString();
  const action = { type: "submit", form: "marker-form", release, base: 0, madeAt };
  const changes = [
    { path: field("note"), to: marker },
    { path: field("scan"), to: file.body.id },
  ];
  const done = await teacher.post("/api/v1/actions", { ...action, id: server.newId(), record, changes });
  if (done.status !== 201) throw new Error(done.text);
  const draft = server.newId();
  const change = { form: "marker-form", release, changes: [{ path: "note", to: marker }] };
  const drafted = await teacher.patch(`/api/v1/drafts/${draft}`, change);
  if (drafted.status >= 300) throw new Error(drafted.text);
  const notice = {
    id: server.newId(),
    owner: server.town.organizations.a!,
    format: 1,
    rev: 1,
    account: server.town.accounts.teacher,
    title: marker,
    at: madeAt,
    read: false,
  };
  await server.storage.commit([{ op: "insert", collection: "notices", doc: notice }]);
  const { town } = server;
  const delegation = { position: town.positions.director, person: town.people.deputy, kind: "in-charge", from: "2027-01-01", to: "2027-01-02" };
  const delegated = await (await server.as("director")).post<{ id: string }>("/api/v1/delegations", delegation);
  ids = { record, file: file.body.id, draft, notice: notice.id, delegation: delegated.body.id };
  const version = { "if-match": "1" };
  const place = { kind: "class", name: "ป.3/1", parent: town.organizations.school };
  const position = { title: "ครู", duties: ["teacher"], organization: town.organizations.class };
  const password = { current: "wrong", password: "another long password" };

  const row = (route: string, who: readonly string[], url = route.split(" ")[1]!, body?: unknown, headers?: Record<string, string>): Row => ({
    route,
    who,
    asked: { method: route.split(" ")[0] as Asked["method"], url, ...(body !== undefined && { body }), ...(headers && { headers }) },
  });
  const own = (route: string, who: readonly string[], id: string, body?: unknown, headers?: Record<string, string>) =>
    row(route, who, route.split(" ")[1]!.replace(/\{(\w+)\}/, id), body, headers);
  const here = { window: server.newId() };
  rows = [
    row("GET /api/v1/sessions/current", all),
    row("PUT /api/v1/sessions/current/language", all, undefined, { language: "th" }),
    row("GET /api/v1/organizations", all),
    row("GET /api/v1/positions", all),
    row("GET /api/v1/delegations", all),
    row("GET /api/v1/people", below),
    row("GET /api/v1/subdistricts", all, "/api/v1/subdistricts?q=%E0%B9%83%E0%B8%99"),
    row("GET /api/v1/events", all),
    row("GET /api/v1/notices", all),
    row("GET /api/v1/menus", all),
    row("GET /api/v1/menus/today", all),
    row("POST /api/v1/menus/preview", admin, undefined, { position: town.positions.teacher }),
    row("GET /api/v1/forms", below),
    row("GET /api/v1/drafts", all),
    row("GET /api/v1/records/mine", below),
    row("GET /api/v1/reports", below),
    own("GET /api/v1/reports/{report}", ["teacher", "co-teacher", "class-teacher", "other-teacher", "director", "other-director"], "marker-report"),
    row(
      "GET /api/v1/reports/{report}/print",
      ["teacher", "co-teacher", "class-teacher", "other-teacher", "director", "other-director"],
      "/api/v1/reports/marker-report/print",
    ),
    row("GET /api/v1/inbox", below),
    row("GET /api/v1/inbox/count", below),
    own("GET /api/v1/codes/{id}", ofA, "colours"),
    own("GET /api/v1/forms/{form}", staff, "marker-form"),
    own("POST /api/v1/forms/{form}/facts", staff, "marker-form", { answers: {} }),
    own("GET /api/v1/forms/{form}/records", ofA, "marker-form"),
    own("GET /api/v1/records/{id}", readers, record),
    own("GET /api/v1/records/{id}/history", readers, record),
    row("GET /api/v1/records/{id}/documents/{document}", readers, `/api/v1/records/${record}/documents/marker-print`),
    own("GET /api/v1/files/{id}", readers, file.body.id),
    own("GET /api/v1/files/{id}/view", readers, file.body.id),
    own("GET /api/v1/drafts/{id}", ["teacher"], draft),
    { ...own("PATCH /api/v1/drafts/{id}", ["teacher"], draft, { ...change, changes: [{ path: "note", to: "x" }] }), own: [200, 409] },
    { ...own("DELETE /api/v1/drafts/{id}", ["teacher"], draft), own: [204] },
    own("PUT /api/v1/notices/{id}/read", ["teacher"], notice.id),
    row("GET /api/v1/accounts", [...admin, "b-lao-admin"]),
    row("GET /api/v1/definitions", [...admin, "b-lao-admin"]),
    row("GET /api/v1/templates", [...admin, "b-lao-admin"]),
    row("GET /api/v1/templates/{id}", [...admin, "b-lao-admin"], "/api/v1/templates/leave-request"),
    row("GET /api/v1/operations/failures", [...admin, "b-lao-admin"]),
    row("GET /api/v1/documents/frame", all),
    row("POST /api/v1/definitions/document/{id}/preview", [...admin, "b-lao-admin"], "/api/v1/definitions/document/marker-print/preview", {
      title: "ใบบันทึก",
      template: "<p>{{fields.note.text}}</p>",
      form: "marker-form",
    }),
    row("GET /api/v1/definitions/{kind}/{id}", admin, "/api/v1/definitions/form/marker-form"),
    row("GET /api/v1/definitions/{kind}/{id}/versions", admin, "/api/v1/definitions/form/marker-form/versions"),
    row("GET /api/v1/definitions/{kind}/{id}/versions/{version}", admin, "/api/v1/definitions/form/marker-form/versions/1"),
    row("POST /api/v1/actions", nobody, undefined, { ...action, id: server.newId(), record, type: "no-such-action", base: 1, changes: [] }),
    row("POST /api/v1/organizations", admin, undefined, place),
    own("PUT /api/v1/organizations/{id}", admin, town.organizations.class!, { ...place, name: "ป.1/1" }, version),
    row("POST /api/v1/positions", admin, undefined, position),
    own("PUT /api/v1/positions/{id}", admin, town.positions["co-teacher"]!, position, version),
    row("POST /api/v1/holdings", admin, undefined, { position: town.positions.deputy, person: town.people.clerk, from: "2027-01-01" }),
    own("DELETE /api/v1/holdings/{id}", admin, town.holdings["class-teacher"]!),
    row("POST /api/v1/delegations", ["director", "lao-admin"], undefined, delegation),
    own("DELETE /api/v1/delegations/{id}", ["director", "lao-admin"], delegated.body.id),
    row("POST /api/v1/accounts", [...admin, "b-lao-admin"], undefined, { username: "fresh", password: "a long enough word", name: "นางใหม่ มาก" }),
    own("PATCH /api/v1/accounts/{id}", admin, town.accounts.finance!, { phone: "0812345678" }, version),
    { ...row("PUT /api/v1/definitions/{kind}/{id}", admin, "/api/v1/definitions/form/marker-form", form, version), own: [412] },
    row("POST /api/v1/definitions/{kind}/{id}/publish", admin, "/api/v1/definitions/form/marker-form/publish", {}),
    row("POST /api/v1/definitions/{kind}/{id}/retire", admin, "/api/v1/definitions/form/marker-form/retire", undefined),
    row("PUT /api/v1/definitions/{kind}/{id}/presence", admin, "/api/v1/definitions/form/marker-form/presence", here),
    { ...row("DELETE /api/v1/definitions/{kind}/{id}/presence", admin, "/api/v1/definitions/form/marker-form/presence", here), own: [204] },
    row("DELETE /api/v1/definitions/{kind}/{id}", admin, "/api/v1/definitions/codes/colours", undefined, version),
    row("POST /api/v1/templates/{id}/install", [...admin, "b-lao-admin"], "/api/v1/templates/menu-help/install", undefined),
    row("PUT /api/v1/templates/{id}/copies/{form}", [...admin, "b-lao-admin"], "/api/v1/templates/lunch/copies/our-lunch", {}),
    row("PUT /api/v1/sessions/current/password", nobody, undefined, password),
  ];
});
afterAll(() => server.close());

/** Routes for everybody, and those that have tests of their own because the request itself is special. */
const apart = [
  "GET /healthz",
  "GET /api/v1/openapi.json",
  "GET /api/v1/setup",
  "POST /api/v1/setup",
  "POST /api/v1/sessions",
  "GET /fonts/{font}",
  "DELETE /api/v1/sessions/current", // sessions.test.ts
  "POST /api/v1/files", // files.test.ts
  "GET /api/v1/live", // live.test.ts
];

const ask = (client: Client, { method, url, body, headers }: Asked): Promise<Answer<unknown>> => client.send(method, url, body, headers);
const refusals = [401, 403, 404];

test("every route of the description is in the table", async () => {
  const { paths } = (await server.stranger().get<{ paths: Record<string, object> }>("/api/v1/openapi.json")).body;
  const described = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
  expect([...rows.map(({ route }) => route), ...apart].sort()).toEqual(described.sort());
});

test("every reference of the description leads somewhere", async () => {
  const { text, body } = await server.stranger().get("/api/v1/openapi.json");
  const references = new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => to!));
  const lost = [...references].filter(
    (to) =>
      to
        .slice(2)
        .split("/")
        .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], body) === undefined,
  );
  expect(lost).toEqual([]);
  expect(references.size).toBeGreaterThan(30);
});

test("signed out, every route that is not for everybody answers 401", async () => {
  for (const { route, asked } of rows) expect([route, (await ask(server.stranger(), asked)).status]).toEqual([route, 401]);
});

test("whoever may not is refused, and no answer holds what they may not see; whoever may is answered", async () => {
  const wrong: string[] = [];
  const entitled = new Set([...readers, "lao-admin"]);
  let cases = 0;
  const check = async ({ route, asked, who, own = [] }: Row, username: string) => {
    cases++;
    const { status, text } = await ask(await server.as(username), asked);
    const refused = refusals.includes(status) || own.includes(status);
    if (who.includes(username) ? refusals.includes(status) || status >= 500 : !refused) wrong.push(`${route} as ${username}: ${status} ${text.slice(0, 200)}`);
    if (!readers.includes(username) && text.includes(marker)) wrong.push(`${route} as ${username} shows the marker`);
    if (!entitled.has(username) && [ids.file, ids.draft].some((id) => text.includes(id!) && !asked.url.includes(id!)))
      wrong.push(`${route} as ${username} names the file or the draft`);
  };
  // First everybody who may not: nothing that they do may change anything.
  const before = JSON.stringify(await server.storage.changes(server.town.organizations.a!, 0, 500));
  for (const row of rows) for (const username of usernames) if (!row.who.includes(username)) await check(row, username);
  expect(JSON.stringify(await server.storage.changes(server.town.organizations.a!, 0, 500))).toBe(before);
  // Then everybody who may read, and of those who may change, one: the second would find it changed.
  for (const row of rows) for (const username of row.asked.method === "GET" ? row.who : row.who.slice(0, 1)) await check(row, username);
  expect(wrong).toEqual([]);
  console.log(`routes × kinds of actor × distances: ${rows.length} × ${usernames.length + 1} = ${cases + rows.length} cases`);
});

test("the events of the record are heard by its readers, by number, and never with its words", async () => {
  for (const username of usernames) {
    const owner = username === "province" ? "province" : username.startsWith("b-") ? "b" : "a";
    const client = await server.as(username);
    let since = 0;
    let heard = false;
    for (;;) {
      const { body, text } = await client.get<EventView>(`/api/v1/events?since=${since}&limit=500`);
      heard ||= body.items.some(({ subject }) => subject?.id === ids.record);
      expect(text).not.toContain(marker);
      if (body.since === since) break;
      since = body.since;
    }
    expect([username, heard]).toEqual([username, readers.includes(username)]);
    expect(since).toBeGreaterThan(owner === "province" ? 0 : 10);
  }
});
