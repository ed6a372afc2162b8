// A teacher of another school tries every route of the interface with the ids of a record, and listens to the live stream meanwhile.
import { ulid } from "ulid";
import { expect } from "vitest";
import type { Action, Event, FormRecord } from "../../../schemas/types.js";
import type { Served } from "../../help/served.js";
import { listen, Speaker } from "./api.js";
import { document, form, workflow } from "./home-visit.js";

interface Attempt {
  admin: Speaker;
  /** Sees the record's events, which an administrator does not. */
  author: Speaker;
  served: Served;
  record: FormRecord;
  marker: string;
}

interface OpenApi {
  paths: Record<string, Record<string, { parameters?: Parameter[] }>>;
}
interface Parameter {
  name: string;
  in: string;
  schema?: { pattern?: string; $ref?: string };
}

/** Whether an id has the shape that a place of an address asks for: only then does its route look for anything. */
function fits(api: OpenApi, parameters: Parameter[], place: string, id: string): boolean {
  const { schema = {} } = parameters.find((one) => one.in === "path" && one.name === place) ?? {};
  const named = schema.$ref
    ?.slice(2)
    .split("/")
    .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], api) as { pattern?: string } | undefined;
  return new RegExp(schema.pattern ?? named?.pattern ?? "").test(id);
}

/** Signs in as the teacher of ป.2/1 at school 2, who has the same duties in another place. */
async function stranger({ admin, served }: Attempt): Promise<Speaker> {
  const { items } = await admin.must<{ items: { id: string; username: string; rev: number }[] }>("GET", "/api/v1/accounts?limit=100");
  const account = items.find(({ username }) => username === "school-2-teacher-2")!;
  await admin.must("PATCH", `/api/v1/accounts/${account.id}`, { password: served.password }, { "if-match": String(account.rev) });
  const speaker = new Speaker(served.url);
  await speaker.signIn(account.username, served.password);
  return speaker;
}

/** The record, its files, its number, its events and its print: everything of it that has a name. */
async function idsOf({ author, record }: Attempt): Promise<string[]> {
  const events: Event[] = [];
  for (let since = 0; ; ) {
    const page = await author.must<{ items: Event[]; since: number }>("GET", `/api/v1/events?since=${since}`);
    events.push(...page.items);
    if (page.since === since) break;
    since = page.since;
  }
  const own = events.filter(({ subject }) => subject?.id === record.id);
  const { picture = [], no } = record.answers as { no: string; picture?: string[] };
  // Without a file and without events the rest would prove little.
  expect(picture.length, "files of the record").toBeGreaterThan(0);
  expect(own.length, "events of the record").toBeGreaterThan(0);
  const { id, seq } = own.at(-1)!;
  return [record.id, ...picture, no, id, String(seq), document.id];
}

/** Every action of the workflow, an edit, and a look at the facts: whatever names the record in its body. */
function bodiesNaming(record: FormRecord): [method: string, path: string, body: unknown][] {
  const action = (type: string): Action => ({
    id: ulid(),
    type,
    record: record.id,
    base: record.rev,
    changes: [],
    comment: "ลองทำ",
    madeAt: new Date(0).toISOString(),
  });
  const types = [...workflow.actions.map(({ id }) => id), "edit"];
  return [
    ...types.map((type): [string, string, unknown] => ["POST", "/api/v1/actions", action(type)]),
    ["POST", `/api/v1/forms/${form.id}/facts`, { answers: {}, record: record.id }],
  ];
}

/** Places of an address that an id could stand in; a kind and a version are words of ours. */
const notIds = ["kind", "version"];

/** What each route that changes something wants to read before it decides, so that no answer is only about the body. */
const bodiesFor = ({ organization }: FormRecord): Record<string, unknown> => ({
  "PUT /api/v1/definitions/{kind}/{id}": form,
  "PUT /api/v1/definitions/{kind}/{id}/presence": { window: ulid() },
  "DELETE /api/v1/definitions/{kind}/{id}/presence": { window: ulid() },
  "POST /api/v1/definitions/document/{id}/preview": { title: "เอกสารลอง", template: "<p>ลอง</p>", form: form.id },
  "POST /api/v1/forms/{form}/facts": { answers: {} },
  "PUT /api/v1/organizations/{id}": { kind: "class", name: "ห้องเรียนลอง", parent: organization },
  "PUT /api/v1/positions/{id}": { title: "ตำแหน่งลอง", duties: ["teacher"], organization },
  "PATCH /api/v1/accounts/{id}": { name: "ชื่อลอง" },
});

/** A draft is its author's alone and may have any id: this one becomes the stranger's own, and tells nothing of what bears the same id elsewhere. */
const ownDraft = "PATCH /api/v1/drafts/{id}";

/** With each id 403 or 404; no answer of any route, nor the live stream, tells anything of the record. Returns the count of requests. */
export async function forbiddenEverywhere(attempt: Attempt): Promise<number> {
  const { admin, record, marker } = attempt;
  const other = await stranger(attempt);
  const stream = listen(other);
  const ids = await idsOf(attempt);
  const api = await admin.must<OpenApi>("GET", "/api/v1/openapi.json");
  let count = 0;
  const tried = async (method: string, address: string, body?: unknown) => {
    const { status, text } = await other.say(method, address, body, method === "PUT" || method === "PATCH" ? { "if-match": "1" } : {});
    count++;
    expect(text, `${method} ${address}`).not.toContain(marker);
    expect(status, `${method} ${address}: ${text}`).toBeLessThan(500);
    return { status, text };
  };
  const bodies = bodiesFor(record);
  const told: string[] = [];
  const asked = new Map<string, number>();
  for (const [path, methods] of Object.entries(api.paths))
    for (const [name, { parameters = [] }] of Object.entries(methods)) {
      const method = name.toUpperCase();
      const route = `${method} ${path}`;
      if (!path.startsWith("/api/") || path.includes("/sessions") || path.endsWith("/live") || route === ownDraft) continue;
      const reads = method === "GET" || method === "DELETE";
      const body = bodies[route] ?? (reads ? undefined : {});
      const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, key]) => key!).filter((key) => !notIds.includes(key));
      if (!places.length) {
        const searches = parameters.some((one) => one.in === "query" && one.name === "q");
        for (const words of searches ? [marker, ...ids] : [""]) await tried(method, words ? `${path}?q=${encodeURIComponent(words)}` : path, body);
        continue;
      }
      for (const place of places)
        for (const id of ids) {
          const values: Record<string, string> = {
            id: path.startsWith("/api/v1/templates/") ? form.id : record.id,
            form: form.id,
            document: document.id,
            kind: "form",
            version: "1",
            [place]: id,
          };
          const address = path.replaceAll(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(values[key] ?? id));
          const { status, text } = await tried(method, address, body);
          asked.set(id, (asked.get(id) ?? 0) + 1);
          // An address of another shape is refused before anybody looks, whatever there is.
          const allowed = fits(api, parameters, place, id) ? [403, 404] : [403, 404, 422];
          if (!allowed.includes(status)) told.push(`${method} ${address}: ${status} ${text.slice(0, 200)}`);
        }
    }
  expect(told).toEqual([]);
  for (const id of ids) expect(asked.get(id), id).toBeGreaterThan(20);
  for (const [method, path, body] of bodiesNaming(record)) {
    const { status } = await tried(method, path, body);
    expect([403, 404], `${method} ${path} ${JSON.stringify(body)}`).toContain(status);
  }
  for (const id of ids.slice(0, 2)) {
    const { text } = await tried("PATCH", `/api/v1/drafts/${id}`, { form: form.id, release: record.release, record: record.id, base: record.rev, changes: [] });
    const draft = JSON.parse(text) as { answers?: unknown };
    expect(draft.answers ?? {}, text).toEqual({});
  }
  stream.end();
  expect(stream.heard()).not.toContain(marker);
  expect(stream.heard()).not.toContain(record.id);
  return count;
}
