// A teacher of another school tries every route of the interface with the ids of a record, and listens to the live stream meanwhile.
import { ulid } from "ulid";
import { expect } from "vitest";
import type { Action, Event, FormRecord } from "../../../schemas/types.js";
import type { Served } from "../../help/served.js";
import { listen, Speaker } from "./api.js";
import { form, workflow } from "./home-visit.js";

interface Attempt {
  admin: Speaker;
  served: Served;
  record: FormRecord;
  marker: string;
}

interface OpenApi {
  paths: Record<string, Record<string, { parameters?: { name: string; in: string }[] }>>;
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

/** The record, its files and its number, and its newest event: everything of it that has a name. */
async function idsOf({ admin, record }: Attempt): Promise<string[]> {
  const events: Event[] = [];
  for (let since = 0; ; ) {
    const page = await admin.must<{ items: Event[]; since: number }>("GET", `/api/v1/events?since=${since}`);
    events.push(...page.items);
    if (page.since === since) break;
    since = page.since;
  }
  const event = events.findLast(({ subject }) => subject?.id === record.id);
  const answers = record.answers as { no: string; picture?: string[] };
  return [record.id, ...(answers.picture ?? []), answers.no, event?.id ?? `${record.owner}/1`, String(event?.seq ?? 1)];
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

const isAnId = (path: string): boolean => /\{id\}/.test(path) && !/^\/api\/v1\/(definitions|codes|templates)\//.test(path);

/** With each id 403 or 404; no answer of any route, nor the live stream, tells anything of the record. Returns the count of requests. */
export async function forbiddenEverywhere(attempt: Attempt): Promise<number> {
  const { admin, record, marker } = attempt;
  const other = await stranger(attempt);
  const stream = listen(other);
  const ids = await idsOf(attempt);
  const api = await admin.must<OpenApi>("GET", "/api/v1/openapi.json");
  let count = 0;
  const tried = async (method: string, address: string, body?: unknown) => {
    const { status, text } = await other.say(method, address, body);
    count++;
    expect(text, `${method} ${address}`).not.toContain(marker);
    expect(status, `${method} ${address}: ${text}`).toBeLessThan(500);
    return status;
  };
  for (const [path, methods] of Object.entries(api.paths))
    for (const [name, { parameters = [] }] of Object.entries(methods)) {
      const method = name.toUpperCase();
      if (path.includes("/sessions") || path.endsWith("/live")) continue;
      const searches = parameters.some((one) => one.in === "query" && one.name === "q");
      for (const id of ids) {
        const values: Record<string, string> = { id, form: form.id, document: "home-visit-form", kind: "form", version: "1" };
        const address = path.replaceAll(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(values[key] ?? id));
        const reads = method === "GET" || method === "DELETE";
        const status = await tried(method, searches ? `${address}?q=${encodeURIComponent(marker)}` : address, reads ? undefined : {});
        if (!isAnId(path)) continue;
        if (reads && id === record.id) expect([403, 404], `${method} ${address}: ${status}`).toContain(status);
        else expect(status, `${method} ${address}`).toBeGreaterThanOrEqual(400);
      }
    }
  for (const [method, path, body] of bodiesNaming(record))
    expect([403, 404], `${method} ${path} ${JSON.stringify(body)}`).toContain(await tried(method, path, body));
  stream.end();
  expect(stream.heard()).not.toContain(marker);
  expect(stream.heard()).not.toContain(record.id);
  return count;
}
