// The demo municipality: forty staff in real positions, a term of records in every state, made once, through actions like everybody else's.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DemoAccounts, RecordList, SetupState } from "../../schemas/types.js";
import { chance } from "../../server/operations/demo/chance.js";
import { openDemo } from "../../server/operations/demo/demo.js";
import { lives } from "../../server/operations/demo/live.js";
import { municipality } from "../../server/operations/demo/municipality.js";
import { classesOf, pupils } from "../../server/operations/demo/pupils.js";
import { manualClock } from "../help/clock.js";
import { workflowOf } from "../help/library.js";
import { type Client, startServer, type TestServer } from "../help/server.js";

let server: TestServer;
let demo: DemoAccounts;
const signedIn = async (username: string): Promise<Client> => {
  const client = server.stranger();
  expect((await client.signIn(username, demo.password)).status, username).toBe(200);
  return client;
};

beforeAll(async () => {
  server = await startServer({ empty: true });
  demo = (await openDemo(server.app, lives.small))!;
});
afterAll(() => server.close());

test("forty staff hold positions in offices, three schools and a centre with classes", () => {
  const plan = municipality(chance(2569));
  expect(plan.staff).toHaveLength(40);
  const kinds = (kind: string) => plan.organizations.filter((one) => one.kind === kind).length;
  expect([kinds("lao"), kinds("school"), kinds("centre"), kinds("office")]).toEqual([1, 3, 1, 3]);
  expect(kinds("class")).toBe(20);
  expect(new Set(plan.staff.map(({ name }) => `${name.first} ${name.last}`)).size).toBe(40);
});

test("six hundred children: classes of thirty to forty-five in the schools, smaller rooms in the centre, each child once", () => {
  const plan = municipality(chance(2569));
  const children = pupils(chance(2569), classesOf(plan), lives.on.pupils, "2026-11-24", (key) => key);
  expect(children).toHaveLength(600);
  const sizes = new Map<string, number>();
  for (const { class: room, seat } of children) {
    sizes.set(room, (sizes.get(room) ?? 0) + 1);
    expect(seat).toBe(sizes.get(room));
  }
  expect(sizes.size).toBe(20);
  for (const [room, size] of sizes) {
    expect(size, room).toBeGreaterThanOrEqual(room.startsWith("school") ? 30 : 15);
    expect(size, room).toBeLessThanOrEqual(45);
  }
  // The teacher whom the demo announces has one of the large ones.
  const teacher = plan.staff.find(({ username }) => username === "teacher")!;
  expect(sizes.get(teacher.organization)).toBe(36);
  for (const field of ["student_no", "citizen_id"]) expect(new Set(children.map(({ answers }) => answers[field])).size).toBe(600);
  // A few of each class still wait for the school's word; in a small demo nobody does.
  expect(children.filter(({ waits }) => waits)).toHaveLength(40);
  expect(pupils(chance(2569), classesOf(plan), lives.small.pupils, "2026-11-24", (key) => key).filter(({ waits }) => waits)).toEqual([]);
});

test("the same seed makes the same people", () => {
  expect(municipality(chance(2569))).toEqual(municipality(chance(2569)));
  expect(municipality(chance(1))).not.toEqual(municipality(chance(2)));
});

test("the sign-in page tells a demo's accounts, and none of a real installation's", async () => {
  expect((await server.stranger().get<SetupState>("/api/v1/setup")).body.demo).toEqual(demo);
  const real = await startServer();
  try {
    expect((await real.stranger().get<SetupState>("/api/v1/setup")).body.demo).toBeUndefined();
  } finally {
    await real.close();
  }
});

test("everybody who is announced can sign in", async () => {
  expect(demo.accounts.map(({ username }) => username).sort()).toEqual(["clerk", "director", "education-head", "lao-admin", "mayor", "province", "teacher"]);
  for (const { username } of demo.accounts) await signedIn(username);
});

test.each(["leave-request", "problem-report"])("%s stands in every state of its workflow", async (form) => {
  const admin = await signedIn(form === "leave-request" ? "education-head" : "lao-admin");
  const states = new Set<string>();
  const numbers: string[] = [];
  for (let after = ""; ; ) {
    const { status, body, text } = await admin.get<RecordList>(`/api/v1/forms/${form}/records?limit=100${after && `&after=${encodeURIComponent(after)}`}`);
    expect(status, text).toBe(200);
    for (const row of body.items) {
      states.add(row.state.id);
      numbers.push(row.number ?? "");
    }
    if (!body.next) break;
    after = body.next;
  }
  const all = workflowOf(form === "leave-request" ? "leave-request" : "problem-report").states.map(({ id }) => id);
  expect([...states].sort()).toEqual([...all].sort());
  expect(numbers.every((number) => /^\d+\/25\d\d$/.test(number))).toBe(true);
  expect(new Set(numbers).size).toBe(numbers.length);
});

test.each([
  ["a Saturday", "2026-11-28T01:00:00.000Z"],
  ["midnight of a Sunday", "2026-12-12T17:00:00.000Z"],
  ["New Year's Day", "2027-01-01T02:00:00.000Z"],
  ["Songkran", "2027-04-14T03:00:00.000Z"],
  ["the first day of a fiscal year", "2027-09-30T17:01:00.000Z"],
])("a first start on %s makes it as well", async (_, now) => {
  const other = await startServer({ empty: true, clock: manualClock(now) });
  try {
    expect(await openDemo(other.app, lives.small)).toBeDefined();
  } finally {
    await other.close();
  }
});

test("the province's viewer sees no personal record", async () => {
  const province = await signedIn("province");
  expect([403, 404]).toContain((await province.get("/api/v1/forms/leave-request/records")).status);
  expect((await province.get<RecordList>("/api/v1/inbox")).status).not.toBe(200);
});

test("a second start makes nothing again, and tells the same accounts", async () => {
  const before = (await server.storage.find("records", { limit: 1, filter: {} })).items;
  expect(await openDemo(server.app, lives.small)).toEqual(demo);
  expect((await server.storage.find("records", { limit: 1, filter: {} })).items).toEqual(before);
});

test("where real people have accounts, no demo is made", async () => {
  const real = await startServer();
  try {
    expect(await openDemo(real.app, lives.small)).toBeUndefined();
  } finally {
    await real.close();
  }
});
