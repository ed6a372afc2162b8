// Signing in, staying in, and being out.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Session } from "../../schemas/types.js";
import { countTry } from "../../server/accounts/lockout.js";
import { day, hour, minute } from "../help/clock.js";
import { password } from "../help/municipality.js";
import { startServer, type TestServer } from "../help/server.js";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test("whoever signs in is told who they are, where, and with which positions", async () => {
  const teacher = server.stranger();
  const { status, body } = await teacher.signIn("teacher");
  expect(status).toBe(200);
  expect(body.actor.name).toBe("นางสาวกมลวรรณ ใจดี");
  expect(body.actor.positions.map(({ duties }) => duties)).toEqual([["teacher", "school-staff"]]);
  expect(body.lao.name).toBe("เทศบาลตำบลสระบัว");
  expect(body.admin).toBeUndefined();
  expect((await teacher.get<Session>("/api/v1/sessions/current")).body).toEqual(body);
});

test("only the administrator of the LAO is told that they may define forms", async () => {
  expect((await server.as("lao-admin")).session?.admin).toBe(true);
  expect((await server.as("mayor")).session?.admin).toBeUndefined();
});

test("a user name may be typed with capitals and spaces", async () => {
  expect((await server.stranger().signIn("  Teacher ")).status).toBe(200);
});

test("a wrong password and an unknown name get the same answer", async () => {
  const wrong = await server.stranger().signIn("mayor", "not the password");
  const unknown = await server.stranger().signIn("nobody-at-all", "not the password");
  expect([wrong.status, wrong.problem.code]).toEqual([401, "session.wrong"]);
  expect(unknown.body).toEqual(wrong.body);
  expect((await server.stranger().signIn("mayor")).status).toBe(200);
});

test.each(["clerk", "nobody-else"])("five wrong passwords pause %s, right passwords included, and the pause ends", async (username) => {
  for (let guess = 0; guess < 5; guess++) expect((await server.stranger().signIn(username, `guess ${guess}`)).status).toBe(401);
  const locked = await server.stranger().signIn(username);
  expect([locked.status, locked.problem.code, locked.headers["retry-after"]]).toEqual([429, "session.locked", "60"]);
  server.clock.advance(minute);
  expect((await server.stranger().signIn(username, "guess 6")).status).toBe(401);
  expect((await server.stranger().signIn(username)).problem.params).toEqual({ minutes: 2 });
  server.clock.advance(2 * minute);
  expect((await server.stranger().signIn(username)).status).toBe(username === "clerk" ? 200 : 401);
});

test("tries at the same moment each count, until there is a pause", async () => {
  const minutes = await Promise.all(Array.from({ length: 8 }, () => countTry(server.storage, server.clock, "finance")));
  expect(minutes.sort()).toEqual([0, 0, 0, 0, 0, 1, 1, 1]);
  expect((await server.stranger().signIn("finance")).problem.params).toEqual({ minutes: 1 });
  server.clock.advance(hour);
});

test("signing out ends the session for whoever kept its cookie", async () => {
  const deputy = server.stranger();
  await deputy.signIn("deputy");
  const { cookie } = deputy;
  expect((await deputy.delete("/api/v1/sessions/current")).status).toBe(204);
  deputy.cookie = cookie;
  expect((await deputy.get("/api/v1/sessions/current")).status).toBe(401);
});

test("a cookie that somebody planted is worth nothing after signing in: a new one is given, and the planted session has ended", async () => {
  const attacker = server.stranger();
  await attacker.signIn("class-teacher");
  const victim = server.stranger();
  victim.cookie = attacker.cookie;
  await victim.signIn("director");
  expect(victim.cookie).not.toBe(attacker.cookie);
  expect((await attacker.get("/api/v1/sessions/current")).status).toBe(401);
});

test("a changing request needs the session's word and no other site's origin", async () => {
  const mayor = await server.as("mayor");
  const to = { language: "en" };
  const wrong: Record<string, string>[] = [
    { "x-csrf": "" },
    { "x-csrf": "another word" },
    { "x-csrf": (await server.as("director")).session!.csrf },
    { "sec-fetch-site": "cross-site" },
  ];
  for (const headers of wrong) {
    const answer = await mayor.put("/api/v1/sessions/current/language", to, headers);
    expect([answer.status, answer.problem.code]).toEqual([403, "access.csrf"]);
  }
  expect((await mayor.put<Session>("/api/v1/sessions/current/language", to)).body.language).toBe("en");
});

test("the language is remembered at the next sign-in", async () => {
  const head = server.stranger();
  await head.signIn("education-head");
  await head.put("/api/v1/sessions/current/language", { language: "en" });
  expect((await server.stranger().signIn("education-head")).body.language).toBe("en");
});

test("a session in use goes on, writes its end at most every five minutes, and ends after twelve idle hours", async () => {
  const client = server.stranger();
  await client.signIn("education-office");
  const rev = async () =>
    (
      await server.storage.find<{ id: string; owner: string; format: number; rev: number }>("sessions", {
        filter: { account: server.town.accounts["education-office"]! },
        limit: 1,
      })
    ).items[0]?.rev;
  for (let request = 0; request < 20; request++) {
    server.clock.advance(10_000);
    expect((await client.get("/api/v1/sessions/current")).status).toBe(200);
  }
  expect(await rev()).toBe(1);
  server.clock.advance(6 * minute);
  await client.get("/api/v1/sessions/current");
  expect(await rev()).toBe(2);
  server.clock.advance(11 * hour);
  expect((await client.get("/api/v1/sessions/current")).status).toBe(200);
  server.clock.advance(12 * hour);
  expect((await client.get("/api/v1/sessions/current")).status).toBe(401);
});

test("a session ends after seven days however much it is used", async () => {
  const client = server.stranger();
  await client.signIn("permanent-secretary");
  for (let half = 0; half < 13; half++) {
    server.clock.advance(12 * hour - minute);
    expect((await client.get("/api/v1/sessions/current")).status).toBe(200);
  }
  server.clock.advance(day);
  expect((await client.get("/api/v1/sessions/current")).status).toBe(401);
});

test("a new password ends every other session of the account and opens the door from then on", async () => {
  const [phone, computer] = [server.stranger(), server.stranger()];
  await phone.signIn("co-teacher");
  await computer.signIn("co-teacher");
  const next = "น้ำใสไหลเย็น เห็นตัวปลา";
  const change = (client: typeof phone, current: string, to: string) => client.put<Session>("/api/v1/sessions/current/password", { current, password: to });
  expect((await change(phone, "wrong", next)).problem.code).toBe("password.wrong");
  expect((await change(phone, password, "short")).problem.code).toBe("password.short");
  expect((await change(phone, password, "password123")).problem.code).toBe("password.common");
  const done = await change(phone, password, next);
  expect(done.status).toBe(200);
  phone.session = done.body;
  expect((await phone.get("/api/v1/sessions/current")).status).toBe(200);
  expect((await computer.get("/api/v1/sessions/current")).status).toBe(401);
  expect((await server.stranger().signIn("co-teacher")).status).toBe(401);
  expect((await server.stranger().signIn("co-teacher", next)).status).toBe(200);
});

test("the cookie cannot be read by scripts or sent by other sites, and the store keeps neither it nor a password", async () => {
  const client = server.stranger();
  const answer = await client.signIn("director");
  expect(String(answer.headers["set-cookie"])).toMatch(/HttpOnly/);
  expect(String(answer.headers["set-cookie"])).toMatch(/SameSite=Strict/);
  const sessions = await server.storage.find("sessions", { filter: {}, limit: 500 });
  const accounts = await server.storage.find("accounts", { filter: {}, limit: 500 });
  expect(JSON.stringify(sessions.items)).not.toContain(client.cookie);
  expect(JSON.stringify(accounts.items)).not.toContain(password);
});
