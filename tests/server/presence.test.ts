// Who has a definition open, told to each window that has it: on both stores, for whoever designs and nobody else.
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { Company } from "../../schemas/types.js";
import type { Doc } from "../../server/storage/port.js";
import { minute, second } from "../help/clock.js";
import { freshDatabase } from "../help/database.js";
import { type Client, startServer, type TestServer } from "../help/server.js";

const mongodb = inject("mongodb");
const stores = [{ store: "sqlite", uri: undefined as string | undefined }, ...(mongodb ? [{ store: "mongodb", uri: mongodb }] : [])];
const codes = { kind: "codes", id: "colours", title: "สี", rows: [{ id: "1", title: "แดง" }] };
const path = "/api/v1/definitions/codes/colours";

describe.each(stores)("on $store", ({ uri }) => {
  let server: TestServer;
  let admin: Client;
  let database: ReturnType<typeof freshDatabase> | undefined;
  let [one, two] = ["", ""];
  beforeAll(async () => {
    database = uri === undefined ? undefined : freshDatabase(uri);
    server = await startServer(database && { mongodbUri: database.uri });
    admin = await server.as("lao-admin");
    await admin.put(path, codes, { "if-match": "0" });
    [one, two] = [server.newId(), server.newId()];
  });
  afterAll(async () => {
    await server.close();
    await database?.drop();
  });
  const said = async (window: string, where?: string) => (await admin.put<Company>(`${path}/presence`, { window, ...(where && { where }) })).body.others;

  test("each window hears of the others and what they have in hand, and of itself nothing", async () => {
    expect(await said(one)).toEqual([]);
    expect(await said(two, "row-1")).toEqual([{ name: admin.session!.actor.name, self: true }]);
    expect(await said(one)).toEqual([{ name: admin.session!.actor.name, self: true, where: "row-1" }]);
    // Said again, it stays one.
    expect(await said(one, "row-2")).toHaveLength(1);
    expect(await said(two)).toEqual([{ name: admin.session!.actor.name, self: true, where: "row-2" }]);
  });

  test("one that is closed, or not heard of for a while, is gone", async () => {
    expect((await admin.send("DELETE", `${path}/presence`, { window: two })).status).toBe(204);
    expect(await said(one)).toEqual([]);
    await said(two);
    server.clock.advance(30 * second);
    expect(await said(one)).toHaveLength(1);
    server.clock.advance(minute);
    expect(await said(one)).toEqual([]);
  });

  test("what was closed without a word leaves nothing behind, whatever is opened next", async () => {
    await admin.put("/api/v1/definitions/codes/sizes", { ...codes, id: "sizes" }, { "if-match": "0" });
    await admin.put("/api/v1/definitions/codes/sizes/presence", { window: two });
    server.clock.advance(minute);
    expect(await said(one)).toEqual([]);
    const { items } = await server.storage.find<Doc & { definition: string }>("presences", { filter: { owner: admin.session!.actor.owner } });
    expect(items.map(({ definition }) => definition.split("/").at(-1))).toEqual(["colours"]);
  });

  test("said many times at once, it is said once", async () => {
    expect(await Promise.all(Array.from({ length: 8 }, async () => (await admin.put(`${path}/presence`, { window: two })).status))).toEqual(Array(8).fill(200));
    expect(await said(one)).toHaveLength(1);
  });

  test("of what there is none, and by whoever does not design, nothing is said", async () => {
    expect((await admin.put("/api/v1/definitions/codes/nothing/presence", { window: one })).status).toBe(404);
    expect((await (await server.as("director")).put(`${path}/presence`, { window: one })).status).toBe(403);
    expect((await (await server.as("b-lao-admin")).put(`${path}/presence`, { window: one })).status).toBe(404);
    expect((await admin.put(`${path}/presence`, { window: "x".repeat(200) })).status).toBe(422);
  });
});
