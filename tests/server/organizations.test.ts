// The tree, its positions, who holds them and who acts for whom: rights follow, at once, and every change is an event.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Choices, DelegationView, EventView, OrganizationTree, OrganizationView, Positions, PositionView, Session } from "../../schemas/types.js";
import { buildApp } from "../../server/app.js";
import { day } from "../help/clock.js";
import { startServer, type TestServer } from "../help/server.js";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const place = (key: string) => server.town.organizations[key]!;
const lastEvent = async (owner = "a") => {
  const feed = server.app.feed;
  await feed.read(place(owner));
  return (await server.storage.changes(place(owner), feed.position(place(owner)) - 1, 1))[0]!;
};
const positionsOf = async (username: string) => (await (await server.as(username)).get<Session>("/api/v1/sessions/current")).body.actor.positions;

test("everybody sees the tree of their own LAO and what stands above it, and nothing of another LAO", async () => {
  const { body } = await (await server.as("teacher")).get<OrganizationTree>("/api/v1/organizations");
  const seen = body.items.map(({ id }) => id);
  expect(seen).toContain(place("other-class"));
  expect(seen).toContain(place("province"));
  expect(seen).not.toContain(place("b-school"));
  expect(seen).not.toContain(place("b"));
});

test("the province sees every organization below it, and nobody's position in them", async () => {
  const province = await server.as("province");
  const { body } = await province.get<OrganizationTree>("/api/v1/organizations");
  expect(body.items.map(({ id }) => id)).toEqual(expect.arrayContaining([place("a"), place("class"), place("b-class")]));
  const positions = await province.get<Positions>("/api/v1/positions");
  expect(positions.body.items.map(({ title }) => title)).toEqual(["ท้องถิ่นจังหวัด"]);
});

test("an administrator makes a class, renames it and moves it; each is an event that says who", async () => {
  const admin = await server.as("lao-admin");
  const made = await admin.post<OrganizationView>("/api/v1/organizations", { kind: "class", name: "ป.2/1", parent: place("school") });
  expect(made.status).toBe(201);
  expect(await lastEvent()).toMatchObject({
    type: "organization.made",
    subject: { kind: "organization", id: made.body.id, unit: [made.body.id, place("school"), place("a"), place("district"), place("province")] },
    actor: { account: server.town.accounts["lao-admin"], position: "ผู้ดูแลระบบ" },
  });
  const change = { kind: "class", name: "ป.2/2", parent: place("other-school") };
  const moved = await admin.put<OrganizationView>(`/api/v1/organizations/${made.body.id}`, change, { "if-match": "1" });
  expect(moved.body).toMatchObject({ name: "ป.2/2", parent: place("other-school"), rev: 2 });
  expect((await lastEvent()).payload).toMatchObject({ was: { name: "ป.2/1" }, to: { name: "ป.2/2" } });
});

test("two administrators who change the same organization: the second is told, and nothing is overwritten", async () => {
  const admin = await server.as("lao-admin");
  const to = (name: string) => ({ kind: "school", name, parent: place("a") });
  const url = `/api/v1/organizations/${place("other-school")}`;
  expect((await admin.put(url, to("โรงเรียนวัดทุ่งนาใหม่"), { "if-match": "1" })).status).toBe(200);
  const late = await admin.put(url, to("โรงเรียนวัดทุ่งนาเก่า"), { "if-match": "1" });
  expect([late.status, late.problem.code]).toEqual([409, "server.conflict"]);
  expect((await admin.put(url, to("x"))).status).toBe(428);
  const tree = await admin.get<OrganizationTree>("/api/v1/organizations");
  expect(tree.body.items.find(({ id }) => id === place("other-school"))?.name).toBe("โรงเรียนวัดทุ่งนาใหม่");
});

test.each([
  ["a class under the LAO", "class", "a", "organization.place", 422],
  ["a LAO under a school", "lao", "school", "organization.place", 422],
  ["a school under another LAO", "school", "b", "access.denied", 403],
  ["a LAO under the district", "lao", "district", "access.denied", 403],
  ["an office under nothing that exists", "office", "nowhere", "access.denied", 403],
])("refused: %s", async (_what, kind, parent, code, status) => {
  const answer = await (await server.as("lao-admin")).post("/api/v1/organizations", { kind, name: "ชื่อ", parent: server.town.organizations[parent] ?? parent });
  expect([answer.status, answer.problem.code]).toEqual([status, code]);
});

test("an organization cannot stand under itself", async () => {
  const admin = await server.as("lao-admin");
  const answer = await admin.put(`/api/v1/organizations/${place("school")}`, { kind: "school", name: "วน", parent: place("school") }, { "if-match": "1" });
  expect(answer.problem.code).toBe("organization.loop");
});

test("somebody who takes a position has its rights with the next click, and loses them with the next click", async () => {
  const admin = await server.as("lao-admin");
  expect(await positionsOf("class-teacher")).toHaveLength(1);
  const holding = { position: server.town.positions.deputy, person: server.town.people["class-teacher"], from: "2026-11-24" };
  const given = await admin.post<PositionView>("/api/v1/holdings", holding);
  expect(given.status).toBe(201);
  expect((await positionsOf("class-teacher")).map(({ title }) => title)).toEqual(["ครูประจำชั้น ป.1/2", "รองผู้อำนวยการโรงเรียน"]);
  expect((await admin.post("/api/v1/holdings", holding)).problem.code).toBe("period.overlap");
  const held = given.body.holders!.find(({ person }) => person === holding.person)!;
  expect((await admin.delete(`/api/v1/holdings/${held.holding}`)).status).toBe(200);
  expect(await positionsOf("class-teacher")).toHaveLength(1);
  expect(await lastEvent()).toMatchObject({ type: "holding.ended", subject: { id: held.holding } });
});

test("who changes something sees it with the next click, even before anybody has heard of it", async () => {
  const deaf = await startServer({ seed: 11 });
  const admin = await deaf.as("lao-admin");
  await deaf.app.feed.stop();
  const made = await admin.post<OrganizationView>("/api/v1/organizations", { kind: "office", name: "กองคลัง", parent: deaf.town.organizations.a });
  const { body } = await admin.get<OrganizationTree>("/api/v1/organizations");
  expect(body.items.map(({ id }) => id)).toContain(made.body.id);
  await deaf.close();
});

test("another process hears of a position that was lost, and grants it no longer", async () => {
  const { storage, clock, town, app } = server;
  const other = await buildApp({ config: app.config, storage, clock });
  await other.ready();
  const duties = async () => (await other.directory.of(place("a"))).actor(town.accounts.finance!, "2026-11-24")!.positions.length;
  expect(await duties()).toBe(1);
  await (await server.as("lao-admin")).delete(`/api/v1/holdings/${town.holdings.finance}`);
  await other.feed.read(place("a"));
  expect(await duties()).toBe(0);
  await other.close();
});

test("a position that begins next week gives nothing today and its rights next week", async () => {
  const later = await startServer({ seed: 2 });
  const admin = await later.as("lao-admin");
  await admin.post("/api/v1/holdings", { position: later.town.positions.deputy, person: later.town.people.clerk, from: "2026-12-01", to: "2026-12-02" });
  const count = async () => {
    const clerk = later.stranger();
    await clerk.signIn("clerk");
    return clerk.session!.actor.positions.length;
  };
  expect(await count()).toBe(1);
  later.clock.goTo("2026-11-30T17:00:00.000Z"); // 1 December in Bangkok
  expect(await count()).toBe(2);
  later.clock.advance(2 * day);
  expect(await count()).toBe(1);
  await later.close();
});

test("the holder of a position lets somebody act for it from a day to a day; it shows for whom, and ends with its last day", async () => {
  const other = await startServer({ seed: 3 });
  const director = await other.as("director");
  const delegation = {
    position: other.town.positions.director,
    person: other.town.people.deputy,
    kind: "in-charge",
    from: "2026-11-24",
    to: "2026-11-25",
    order: "คำสั่งที่ 12/2569",
  };
  expect((await director.post<DelegationView>("/api/v1/delegations", delegation)).status).toBe(201);
  const acting = async () => {
    const deputy = other.stranger();
    await deputy.signIn("deputy");
    return deputy.session!.actor.positions.filter((position) => position.acting);
  };
  expect(await acting()).toMatchObject([{ title: "ผู้อำนวยการโรงเรียน", acting: { kind: "in-charge", person: other.town.people.director, name: "นายจรัส วงศ์ดี" } }]);
  other.clock.goTo("2026-11-25T16:59:59.000Z");
  expect(await acting()).toHaveLength(1);
  other.clock.goTo("2026-11-25T17:00:00.000Z");
  expect(await acting()).toEqual([]);
  await other.close();
});

test("a delegation can be taken back; from then on it gives nothing", async () => {
  const director = await server.as("director");
  const body = { position: server.town.positions.director, person: server.town.people.clerk, kind: "on-behalf", from: "2026-11-24", to: "2026-12-31" };
  const { body: made } = await director.post<DelegationView>("/api/v1/delegations", body);
  expect(await positionsOf("clerk")).toHaveLength(2);
  expect((await director.delete<DelegationView>(`/api/v1/delegations/${made.id}`)).body.ended).toBe(true);
  expect(await positionsOf("clerk")).toHaveLength(1);
});

test("nobody delegates a position that is not theirs, to its own holder, or backwards in time", async () => {
  const body = (position: string, person: string, from = "2026-11-24", to = "2026-11-30") => ({
    position: server.town.positions[position],
    person: server.town.people[person],
    kind: "in-charge",
    from,
    to,
  });
  const deputy = await server.as("deputy");
  expect((await deputy.post("/api/v1/delegations", body("director", "deputy"))).status).toBe(403);
  const director = await server.as("director");
  expect((await director.post("/api/v1/delegations", body("director", "director"))).problem.code).toBe("delegation.self");
  expect((await director.post("/api/v1/delegations", body("director", "deputy", "2026-11-30", "2026-11-24"))).problem.code).toBe("period.order");
  expect((await director.post("/api/v1/delegations", body("director", "b-teacher"))).problem.code).toBe("person.unknown");
  expect((await director.post("/api/v1/delegations", body("director", "deputy", "2026-02-30", "2026-11-24"))).problem.path).toBe("/from");
});

test("an administrator of a school makes positions there, and none that reaches further", async () => {
  const admin = await server.as("lao-admin");
  const seat = { title: "ผู้ดูแลระบบของโรงเรียน", duties: ["lao-admin"], organization: place("school") };
  const { body } = await admin.post<PositionView>("/api/v1/positions", seat);
  await admin.post("/api/v1/holdings", { position: body.id, person: server.town.people["co-teacher"], from: "2026-11-24" });
  const local = await server.as("co-teacher");
  expect((await local.post("/api/v1/positions", { title: "ครู", duties: ["teacher"], organization: place("class") })).status).toBe(201);
  expect((await local.post("/api/v1/positions", { ...seat, scope: place("a") })).status).toBe(403);
  expect((await local.post("/api/v1/positions", { ...seat, organization: place("a-office"), scope: place("school") })).status).toBe(403);
  const wider = await local.put(`/api/v1/positions/${body.id}`, { ...seat, scope: place("a") }, { "if-match": "1" });
  expect(wider.status).toBe(403);
});

test("people come in Thai order and are found by a part of their name, only those of one's own LAO", async () => {
  const teacher = await server.as("teacher");
  const names = async (query: string) => (await teacher.get<Choices>(`/api/v1/people?${query}`)).body.items.map(({ title }) => title);
  const all = await names("limit=200");
  expect(all).toEqual([...all].sort(new Intl.Collator("th", { numeric: true }).compare as (a: unknown, b: unknown) => number));
  expect(all).toHaveLength(14);
  expect(await names(`q=${encodeURIComponent("ศรี")}`)).toEqual(["นางคำแก้ว ศรีสุข", "นางสาวถนอม ศรีงาม"].sort(new Intl.Collator("th").compare));
  expect(await names(`q=${encodeURIComponent("ดอนแก้ว")}`)).toEqual([]);
  expect(await names(`within=${place("other-school")}`)).toHaveLength(2);
});

test("people come in pages that miss nobody", async () => {
  const teacher = await server.as("teacher");
  const seen: string[] = [];
  let after = "";
  for (let page = 0; page < 10; page++) {
    const { body } = await teacher.get<Choices>(`/api/v1/people?limit=4${after}`);
    seen.push(...body.items.map(({ id }) => id));
    if (!body.next) break;
    after = `&after=${body.next}`;
  }
  expect(new Set(seen).size).toBe(14);
  expect(seen).toHaveLength(14);
});

test("events are read on from a number, only those one may know, and the cursor goes on past the others", async () => {
  const [teacher, admin] = [await server.as("teacher"), await server.as("lao-admin")];
  const all = (await admin.get<EventView>("/api/v1/events?limit=500")).body;
  const some = (await teacher.get<EventView>("/api/v1/events?limit=500")).body;
  expect(all.items.some(({ type }) => type === "account.made")).toBe(true);
  expect(some.items.some(({ type }) => type.startsWith("account") || type.startsWith("person"))).toBe(false);
  expect(some.items.some(({ type }) => type === "organization.made")).toBe(true);
  expect(some.since).toBe(all.since);
  expect((await admin.get<EventView>(`/api/v1/events?since=${all.since}`)).body).toEqual({ items: [], since: all.since });
});
