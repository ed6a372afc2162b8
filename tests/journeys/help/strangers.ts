// A teacher of another school tries every route of the interface with the ids of a record, and listens to the live stream meanwhile.
import { expect } from "vitest";
import type { FormRecord } from "../../../schemas/types.js";
import type { Served } from "../../help/served.js";
import { listen, Speaker } from "./api.js";

interface Attempt {
  admin: Speaker;
  served: Served;
  record: FormRecord;
  marker: string;
}

interface OpenApi {
  paths: Record<string, Record<string, unknown>>;
}

/** Signs in as the teacher of ป.2/1 at school 2, who has the same duties in another place. */
async function stranger({ admin, served }: Attempt): Promise<Speaker> {
  const { items } = await admin.must<{ items: { id: string; username: string; rev: number }[] }>("GET", "/api/v1/accounts");
  const account = items.find(({ username }) => username === "school-2-teacher-2")!;
  await admin.must("PATCH", `/api/v1/accounts/${account.id}`, { password: served.password }, { "if-match": String(account.rev) });
  const speaker = new Speaker(served.url);
  await speaker.signIn(account.username, served.password);
  return speaker;
}

/** For every route that takes an id: 403 or 404 with each id of the record. And no answer of any route holds the marker. */
export async function forbiddenEverywhere(attempt: Attempt): Promise<number> {
  const { admin, record, marker } = attempt;
  const other = await stranger(attempt);
  const stream = listen(other);
  const { items } = await admin
    .must<{ items: { id: string; seq: number; subject?: { id: string } }[] }>("GET", "/api/v1/events?since=0")
    .then(async (first) => first);
  const event = items.find(({ subject }) => subject?.id === record.id);
  const ids = [
    record.id,
    ...Object.values(record.answers as Record<string, unknown>)
      .flat()
      .filter((one): one is string => typeof one === "string" && /^[0-9A-HJKMNP-TV-Z]{26}$/.test(one)),
    ...(event ? [event.id] : []),
    record.answers["no" as never] as string,
  ];
  const api = await admin.must<OpenApi>("GET", "/api/v1/openapi.json");
  let cases = 0;
  for (const [path, methods] of Object.entries(api.paths))
    for (const method of Object.keys(methods)) {
      if (path.includes("/sessions") || path.endsWith("/live")) continue;
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
      for (const id of ids) {
        const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
          name === "document" ? "home-visit-form" : name === "form" ? "home-visit" : name === "kind" ? "form" : encodeURIComponent(id),
        );
        const { status, text } = await other.say(
          method.toUpperCase(),
          `${address}${method === "get" ? `?q=${encodeURIComponent(marker)}` : ""}`,
          method === "get" ? undefined : {},
        );
        cases++;
        expect(text, `${method} ${address}`).not.toContain(marker);
        // Routes of the record itself refuse as such; others must not find anything by its ids.
        if (names.length && path.startsWith("/api/v1/records/{")) expect([403, 404], `${method} ${address}: ${status}`).toContain(status);
        else expect(status, `${method} ${address}`).not.toBe(500);
      }
    }
  stream.end();
  expect(stream.heard()).not.toContain(marker);
  expect(stream.heard()).not.toContain(record.id);
  return cases;
}
