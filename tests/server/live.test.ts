// Open screens hear what happens, only what their actor may know, and end with the right or the session that they live on.
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventWrite } from "../../server/events/event.js";
import { hour, minute } from "../help/clock.js";
import { listening, openScreen } from "../help/listening.js";
import { startServer, type TestServer } from "../help/server.js";

let server: TestServer;
let url: string;
beforeAll(async () => {
  server = await startServer();
  url = await listening(server);
  const { organizations: place, accounts } = server.town;
  // Two records: one that the director may read, one that nobody but another school may.
  server.app.subjects.set("record", async (id) => ({
    owner: place.a!,
    unit: id === "mine" ? [place.class!, place.school!, place.a!] : [place["other-class"]!, place["other-school"]!, place.a!],
    author: id === "mine" ? accounts.teacher! : accounts["other-teacher"]!,
    handlers: [],
    access: { read: ["author", "director"] },
  }));
});
afterAll(() => server.close());

const happen = (id: string, kind = "record", owner = "a") =>
  server.storage.commit([
    eventWrite({
      owner: server.town.organizations[owner]!,
      type: `${kind}.changed`,
      at: new Date(server.clock.now()).toISOString(),
      subject: { kind, id },
      payload: { secret: "marker" },
    }),
  ]);
const screen = async (username: string, lastEventId?: number) => {
  const client = server.stranger();
  await client.signIn(username);
  return { client, ...(await openScreen(url, client.cookie!, lastEventId)) };
};

test("a screen hears of the records that its actor may read, of published definitions, and of nothing else", async () => {
  const director = await screen("director");
  const other = await screen("other-teacher");
  const b = await screen("b-teacher");
  await happen("mine");
  await happen("theirs");
  await happen("menu/main", "definition");
  await happen("menu/main", "definition", "b");
  expect((await director.until(2)).map(({ id }) => id)).toEqual(["mine", "menu/main"]);
  expect((await other.until(2)).map(({ id }) => id)).toEqual(["theirs", "menu/main"]);
  expect((await b.until(1)).map(({ id }) => id)).toEqual(["menu/main"]);
  expect(JSON.stringify([director.told, other.told, b.told])).not.toContain("marker");
  for (const one of [director, other, b]) one.close();
});

test("who reached a record until now hears that it has gone elsewhere, and nothing of it afterwards", async () => {
  const { organizations: place } = server.town;
  const director = await screen("director");
  const gone = (unit: string[]) =>
    server.storage.commit([
      eventWrite({
        owner: place.a!,
        type: "record.edit",
        at: new Date(server.clock.now()).toISOString(),
        subject: { kind: "record", id: "theirs", unit },
        payload: { secret: "marker" },
      }),
    ]);
  await gone([place["other-class"]!, place["other-school"]!, place.a!, place.class!, place.school!]);
  await gone([place["other-class"]!, place["other-school"]!, place.a!]);
  await happen("mine");
  expect((await director.until(2)).map(({ id }) => id)).toEqual(["theirs", "mine"]);
  // What it says is not theirs to read any more.
  const events = await director.client.get("/api/v1/events?since=0&limit=500");
  expect(events.text).not.toContain("theirs");
  director.close();
});

test("a screen that was away hears what it missed, once, from the number it had seen", async () => {
  const first = await screen("director");
  await happen("mine");
  const { seq } = (await first.until(1))[0]!;
  first.close();
  await happen("theirs");
  await happen("mine");
  await happen("menu/x", "definition");
  const back = await screen("director", seq);
  expect((await back.until(2)).map(({ id }) => id)).toEqual(["mine", "menu/x"]);
  expect(back.told.every((one) => one.seq > seq)).toBe(true);
  back.close();
});

test("nobody listens without having signed in", async () => {
  expect((await openScreen(url, "no such session")).status).toBe(401);
});

test("losing a position ends the stream; so does taking one, because the rights are others", async () => {
  const deputy = await screen("deputy");
  const clerk = await screen("clerk");
  const admin = await server.as("lao-admin");
  await admin.delete(`/api/v1/holdings/${server.town.holdings.deputy}`);
  await deputy.ended;
  await happen("menu/y", "definition");
  expect((await clerk.until(1)).at(-1)).toMatchObject({ kind: expect.stringMatching(/holding|definition/) });
  await admin.post("/api/v1/holdings", { position: server.town.positions.deputy, person: server.town.people.clerk, from: "2026-11-24" });
  await clerk.ended;
});

test("signing out ends the streams of that session and of no other", async () => {
  const one = await screen("mayor");
  const two = await screen("mayor");
  await one.client.delete("/api/v1/sessions/current");
  await one.ended;
  await happen("menu/z", "definition");
  expect((await two.until(1)).length).toBeGreaterThan(0);
  two.close();
});

test("closing an account ends its stream", async () => {
  const finance = await screen("finance");
  const admin = await server.as("lao-admin");
  await admin.patch(`/api/v1/accounts/${server.town.accounts.finance}`, { disabled: true }, { "if-match": "1" });
  await finance.ended;
});

test("a session that has run out ends its stream at the next heartbeat, and a delegation that has ended too", async () => {
  const director = await server.as("director");
  await director.post("/api/v1/delegations", {
    position: server.town.positions.director,
    person: server.town.people["class-teacher"],
    kind: "in-charge",
    from: "2026-11-24",
    to: "2026-11-24",
  });
  const acting = await screen("class-teacher");
  const idle = await screen("education-office");
  server.clock.goTo("2026-11-24T17:00:30.000Z"); // the day is over in Bangkok
  await acting.ended;
  server.clock.advance(12 * hour + minute);
  await idle.ended;
});

test("closing the server ends every stream and does not wait for them", async () => {
  const other = await startServer({ seed: 9 });
  const address = await listening(other);
  const teacher = await other.as("teacher");
  const open = await openScreen(address, teacher.cookie!);
  expect(open.status).toBe(200);
  await other.close();
  await open.ended;
});
