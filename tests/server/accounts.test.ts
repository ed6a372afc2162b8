// Accounts, as an administrator keeps them, and the first minutes of a real installation.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Accounts, AccountView, Session } from "../../schemas/types.js";
import { openSetup } from "../../server/accounts/setup.js";
import { settle } from "../help/municipality.js";
import { startServer, type TestServer } from "../help/server.js";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const secret = "สี่คำต่อกันจำง่าย";
const ada = { username: "Ada.Lee", password: secret, name: "นางสาวเอดา ลีลา" };

test("an administrator opens an account, and its person signs in and can be chosen", async () => {
  const admin = await server.as("lao-admin");
  const made = await admin.post<AccountView>("/api/v1/accounts", ada);
  expect(made.status).toBe(201);
  expect(made.body.username).toBe("ada.lee");
  expect((await server.stranger().signIn("ada.lee", secret)).body.actor).toMatchObject({ name: ada.name, positions: [] });
  const chosen = await admin.get(`/api/v1/people?q=${encodeURIComponent("เอดา")}`);
  expect(chosen.text).toContain(made.body.person);
});

test("a user name is taken once in the whole installation, whatever its capitals", async () => {
  const other = await server.as("b-lao-admin");
  const answer = await other.post("/api/v1/accounts", { ...ada, username: "ADA.lee" });
  expect([answer.status, answer.problem.code]).toEqual([409, "account.taken"]);
});

test("an installation of several LAOs names none of them to whoever has not signed in", async () => {
  expect((await server.stranger().get("/api/v1/setup")).body).toEqual({ open: false });
});

test("two who ask for the same name at once: one gets it", async () => {
  const admin = await server.as("lao-admin");
  const answers = await Promise.all([1, 2, 3].map(() => admin.post("/api/v1/accounts", { username: "twin", password: secret, name: "นายแฝด คู่กัน" })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
});

test("a closed account is out at once, on every device, and cannot come in again", async () => {
  const admin = await server.as("lao-admin");
  const clerk = server.stranger();
  await clerk.signIn("clerk");
  const account = (await admin.get<Accounts>("/api/v1/accounts?limit=500")).body.items.find(({ username }) => username === "clerk")!;
  const closed = await admin.patch<AccountView>(`/api/v1/accounts/${account.id}`, { disabled: true }, { "if-match": String(account.rev) });
  expect(closed.body.disabled).toBe(true);
  expect((await clerk.get("/api/v1/sessions/current")).status).toBe(401);
  expect((await server.stranger().signIn("clerk")).problem.code).toBe("session.wrong");
  const opened = await admin.patch(`/api/v1/accounts/${account.id}`, { disabled: false }, { "if-match": String(closed.body.rev) });
  expect(opened.status).toBe(200);
  expect((await clerk.get("/api/v1/sessions/current")).status).toBe(401);
  expect((await server.stranger().signIn("clerk")).status).toBe(200);
});

test("an administrator gives a new password, corrects a name, and cannot close their own account", async () => {
  const admin = await server.as("lao-admin");
  const mayor = server.town.accounts.mayor!;
  const old = server.stranger();
  await old.signIn("mayor");
  const changed = await admin.patch<AccountView>(`/api/v1/accounts/${mayor}`, { password: secret, name: "นายนคร มั่นคงยิ่ง" }, { "if-match": "1" });
  expect(changed.body.name).toBe("นายนคร มั่นคงยิ่ง");
  expect((await old.get("/api/v1/sessions/current")).status).toBe(401);
  expect((await server.stranger().signIn("mayor", secret)).body.actor.name).toBe("นายนคร มั่นคงยิ่ง");
  const self = await admin.patch(`/api/v1/accounts/${server.town.accounts["lao-admin"]}`, { disabled: true }, { "if-match": "1" });
  expect(self.problem.code).toBe("account.self");
});

test("an administrator of another LAO finds no such account, and cannot use its person", async () => {
  const other = await server.as("b-lao-admin");
  expect((await other.patch(`/api/v1/accounts/${server.town.accounts.teacher}`, { disabled: true }, { "if-match": "1" })).status).toBe(404);
  const stolen = await other.post("/api/v1/accounts", { username: "stolen", password: secret, person: server.town.people.teacher });
  expect(stolen.problem.code).toBe("person.unknown");
  const names = (await other.get<Accounts>("/api/v1/accounts")).body.items.map(({ username }) => username);
  expect(names).toEqual(["b-director", "b-lao-admin", "b-teacher"]);
});

test("no answer and no event holds a password or its hash", async () => {
  const admin = await server.as("lao-admin");
  const texts = [(await admin.get("/api/v1/accounts?limit=500")).text, JSON.stringify(await server.storage.changes(server.town.organizations.a!, 0, 500))];
  for (const text of texts) {
    expect(text).not.toContain("argon2");
    expect(text).not.toContain(secret);
  }
});

const first = { province: "จังหวัดใหม่", lao: "เทศบาลตำบลใหม่", name: "นางเริ่ม ต้นดี", username: "first", password: secret };

test("a real installation begins by its one-time link: the first administrator is signed in, and the link is spent", async () => {
  const fresh = await startServer({ empty: true });
  const anybody = fresh.stranger();
  expect((await anybody.get("/api/v1/setup")).body).toEqual({ open: true });
  const old = await openSetup(fresh.storage);
  const token = (await openSetup(fresh.storage))!;
  for (const wrong of ["guess", old]) expect((await anybody.post("/api/v1/setup", { ...first, token: wrong })).problem.code).toBe("setup.closed");
  expect((await anybody.post("/api/v1/setup", { ...first, token, password: "short" })).problem.code).toBe("password.short");
  const done = await anybody.post<Session>("/api/v1/setup", { ...first, token });
  expect(done.status).toBe(201);
  expect(done.body).toMatchObject({ admin: true, lao: { name: "เทศบาลตำบลใหม่" } });
  expect((await anybody.get<Session>("/api/v1/sessions/current")).body.actor.name).toBe("นางเริ่ม ต้นดี");
  const again = await fresh.stranger().post("/api/v1/setup", { ...first, username: "second", token });
  expect([again.status, again.problem.code]).toEqual([403, "setup.closed"]);
  expect((await anybody.get("/api/v1/setup")).body).toEqual({ open: false, lao: { id: done.body.lao.id, name: "เทศบาลตำบลใหม่" } });
  expect(await openSetup(fresh.storage)).toBeUndefined();
  await fresh.close();
});

test("a link that was not used in time is worth nothing once somebody has an account", async () => {
  const fresh = await startServer({ empty: true, seed: 7 });
  const token = (await openSetup(fresh.storage))!;
  await settle(fresh.storage, fresh.newId, new Date(fresh.clock.now()).toISOString());
  expect((await fresh.stranger().post("/api/v1/setup", { ...first, token })).problem.code).toBe("setup.closed");
  await fresh.close();
});

test("two who open the link at the same moment: one becomes administrator", async () => {
  const fresh = await startServer({ empty: true, seed: 4 });
  const token = (await openSetup(fresh.storage))!;
  const answers = await Promise.all(["one", "two", "three"].map((username) => fresh.stranger().post("/api/v1/setup", { ...first, username, token })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 403, 403]);
  await fresh.close();
});
