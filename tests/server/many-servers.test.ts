// Two servers in front of one MongoDB: whoever signs in at one is known to the other, and what is lost at one is lost at the other.
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { FileView, Session } from "../../schemas/types.js";
import { buildApp } from "../../server/app.js";
import { openStorage } from "../../server/storage/open.js";
import { pdf } from "../help/attachments.js";
import { freshDatabase } from "../help/database.js";
import { listening, openScreen } from "../help/listening.js";
import { type Client, clientOf, startServer, type TestServer } from "../help/server.js";

const mongodb = inject("mongodb");

describe.skipIf(!mongodb)("two servers on MongoDB", () => {
  let one: TestServer;
  let two: TestServer;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const database = freshDatabase(mongodb);
    drop = database.drop;
    one = await startServer({ mongodbUri: database.uri });
    const storage = await openStorage({ dataDir: one.dataDir, clock: one.clock, mongodbUri: database.uri });
    const app = await buildApp({ config: one.app.config, storage, clock: one.clock });
    await app.ready();
    two = { ...one, app, storage };
  });
  afterAll(async () => {
    await two.app.close();
    await two.storage.close();
    await one.close();
    await drop();
  });

  /** The same browser, talking to the other server. */
  const across = (client: Client): Client => Object.assign(clientOf(two.app), { session: client.session, cookie: client.cookie });

  test("a session of one is a session of the other, and signing out at one is being out at both", async () => {
    const teacher = one.stranger();
    await teacher.signIn("teacher");
    expect((await across(teacher).get<Session>("/api/v1/sessions/current")).body.actor.name).toBe("นางสาวกมลวรรณ ใจดี");
    await across(teacher).delete("/api/v1/sessions/current");
    expect((await teacher.get("/api/v1/sessions/current")).status).toBe(401);
  });

  test("wrong passwords count together", async () => {
    for (let guess = 0; guess < 5; guess++) await (guess % 2 ? one.stranger() : clientOf(two.app)).signIn("clerk", `guess ${guess}`);
    expect([(await one.stranger().signIn("clerk")).status, (await clientOf(two.app).signIn("clerk")).status]).toEqual([429, 429]);
  });

  test("a file that came in at one goes out at the other", async () => {
    const teacher = one.stranger();
    await teacher.signIn("teacher");
    const { body } = await teacher.upload<FileView>("a.pdf", pdf("of one"));
    expect((await across(teacher).get(`/api/v1/files/${body.id}`)).text).toBe(pdf("of one").toString());
  });

  test("a position taken away at one ends the screen that is open at the other, and its rights there", async () => {
    const url = await listening(two);
    const director = one.stranger();
    await director.signIn("director");
    const screen = await openScreen(url, director.cookie!);
    expect(screen.status).toBe(200);
    await (await one.as("lao-admin")).delete(`/api/v1/holdings/${one.town.holdings.director}`);
    await screen.ended;
    expect((await across(director).get<Session>("/api/v1/sessions/current")).body.actor.positions).toEqual([]);
  });
});
