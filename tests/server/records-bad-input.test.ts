// Bad input on every route that changes forms, drafts, definitions and records: a clear problem with a code, never a 500, and what is stored stays.
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Action, Problem } from "../../schemas/types.js";
import { type Cases, openCases, report } from "../help/cases.js";
import { rowId } from "../help/forms.js";
import type { Answer, Client } from "../help/server.js";

let cases: Cases;
let admin: Client;
let teacher: Client;
let record: string;
let good: Action;
let form: Record<string, unknown>;
beforeAll(async () => {
  cases = await openCases(["problem-report"]);
  [admin, teacher] = [await cases.as("lao-admin"), await cases.as("teacher")];
  record = await cases.submitted("teacher", "problem-report", report);
  good = await cases.fill("teacher", "problem-report", report);
  form = (await admin.get<{ definition: Record<string, unknown> }>("/api/v1/definitions/form/problem-report")).body.definition;
});
afterAll(() => cases.close());

const seed = 20_691_124;
/** A success, or a problem that says what to do in both languages. */
const clear = ({ status, body, text }: Answer<unknown>): void => {
  if (status < 300) return;
  const problem = body as Problem;
  if (status >= 500 || !problem.code || !problem.title.th || !problem.title.en) throw new Error(`${status} ${text.slice(0, 500)}`);
};

/** A value with one place in it replaced, removed or doubled. */
function broken(value: unknown, at: number, by: unknown): unknown {
  const places: [object, string][] = [];
  const copy = structuredClone(value);
  const walk = (inner: unknown) => {
    if (typeof inner !== "object" || inner === null) return;
    for (const key of Object.keys(inner)) {
      places.push([inner, key]);
      walk((inner as Record<string, unknown>)[key]);
    }
  };
  walk(copy);
  const [holder, key] = places[at % places.length]!;
  if (by === undefined) delete (holder as Record<string, unknown>)[key];
  else (holder as Record<string, unknown>)[key] = by;
  return copy;
}
const strange = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    undefined,
    null,
    "",
    "\u0000",
    "__proto__",
    -1,
    1e308,
    0.1,
    true,
    [],
    {},
    "๑๒๓",
    "a/b/c",
    "$where",
    "01J00000000000000000000000",
    "x".repeat(5_000),
    [[[[]]]],
    { $row: 1 },
  ),
);

test("any body on any changing route", async () => {
  const routes: [Client, "post" | "put" | "patch", string][] = [
    [teacher, "post", "/api/v1/actions"],
    [teacher, "patch", "/api/v1/drafts/01J00000000000000000000009"],
    [teacher, "post", "/api/v1/forms/problem-report/facts"],
    [teacher, "post", "/api/v1/forms/none/facts"],
    [admin, "put", "/api/v1/definitions/form/random"],
    [admin, "put", "/api/v1/definitions/codes/random"],
    [admin, "put", "/api/v1/definitions/constructor/random"],
    [admin, "post", "/api/v1/definitions/form/random/publish"],
    [admin, "post", "/api/v1/definitions/form/random/retire"],
    [admin, "post", "/api/v1/templates/none/install"],
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...routes),
      fc.jsonValue({ maxDepth: 4 }),
      fc.constantFrom("0", "1", "-1", "x"),
      async ([client, method, url], body, rev) => {
        clear(await client[method](url, body, { "if-match": rev }));
      },
    ),
    { seed, numRuns: 300 },
  );
});

test("an action with one thing wrong in it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), strange, fc.boolean(), async (at, by, existing) => {
      const action = broken(
        { ...good, id: cases.server.newId(), record: existing ? record : cases.server.newId(), type: existing ? "edit" : "submit" },
        at,
        by,
      );
      clear(await teacher.post("/api/v1/actions", action));
    }),
    { seed, numRuns: 300 },
  );
});

test("changes of any shape to any place", async () => {
  const fields = (await cases.form("teacher", "problem-report")).fields.map(({ id }) => id);
  const path = fc.oneof(
    fc.constantFrom(...fields),
    fc.tuple(fc.constantFrom(...fields), fc.string({ maxLength: 30 })).map((parts) => parts.join("/")),
    fc.string({ maxLength: 60 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ path, was: strange, to: strange }), { maxLength: 4 }), async (changes) => {
      clear(await admin.post("/api/v1/actions", { id: cases.server.newId(), type: "edit", record, madeAt: good.madeAt, changes }));
      clear(
        await teacher.post("/api/v1/actions", { ...good, id: cases.server.newId(), record: cases.server.newId(), changes: [...good.changes!, ...changes] }),
      );
    }),
    { seed, numRuns: 200 },
  );
});

test("answers of any shape when asking for facts, and in drafts", async () => {
  const names = (await cases.form("teacher", "problem-report")).fields.map(({ name }) => name);
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom(...names), strange), async (answers) => {
      clear(await teacher.post("/api/v1/forms/problem-report/facts", { answers }));
      const changes = Object.entries(answers).map(([path, to]) => ({ path, to }));
      clear(await teacher.patch(`/api/v1/drafts/${cases.server.newId()}`, { form: "problem-report", release: "problem-report@1", changes }));
    }),
    { seed, numRuns: 150 },
  );
});

test("a form with one thing wrong in it is kept with its problems or refused, and never hurts the published one", async () => {
  let rev = 0;
  await fc.assert(
    fc.asyncProperty(fc.nat(), strange, async (at, by) => {
      const answer = await admin.put<{ rev?: number }>("/api/v1/definitions/form/mutant", broken({ ...form, id: "mutant" }, at, by), {
        "if-match": String(rev),
      });
      clear(answer);
      if (answer.status === 200) rev = answer.body.rev!;
      clear(await admin.post("/api/v1/definitions/form/mutant/publish"));
    }),
    { seed, numRuns: 120 },
  );
  expect((await cases.submit("teacher", "problem-report", report)).status).toBe(201);
});

const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
test.each<[string, () => Promise<Answer<unknown>>, number, string]>([
  ["JSON that ends in the middle", () => teacher.post("/api/v1/actions", '{"id":', { "content-type": "application/json" }), 400, "server.malformed"],
  [
    "nesting without an end",
    () => admin.put("/api/v1/definitions/form/deep", nested(5_000), { "if-match": "0", "content-type": "application/json" }),
    400,
    "server.too-deep",
  ],
  ["a body without an end", () => teacher.post("/api/v1/actions", { ...good, comment: "ก".repeat(2_000_000) }), 413, "server.too-large"],
  ["a key that is no member", () => teacher.post("/api/v1/actions", { ...good, admin: true }), 422, "server.invalid"],
  ["a prototype as a key", () => teacher.post("/api/v1/actions", '{"__proto__":{"x":1}}', { "content-type": "application/json" }), 400, "server.unsafe-key"],
  ["NUL in a text", () => cases.submit("teacher", "problem-report", { ...report, detail: "ก\u0000ข" }), 400, "server.nul"],
  ["a record of nobody", () => teacher.get("/api/v1/records/01J00000000000000000000000"), 404, "server.not-found"],
  ["a form of nobody", () => teacher.get("/api/v1/forms/none"), 404, "server.not-found"],
  ["an action on a record of nobody", () => cases.act("teacher", "01J00000000000000000000000", "assign", { base: 1 }), 404, "server.not-found"],
])("%s", async (_, ask, status, code) => {
  const answer = await ask();
  expect([answer.status, answer.problem.code]).toEqual([status, code]);
});

test("a form of 2,000 fields, a table of 5,000 rows and a text of a megabyte are told, and the server stays up", async () => {
  const properties = Object.fromEntries(Array.from({ length: 2_000 }, (_, n) => [`f${n}`, { "x-field": "text", type: "string", title: `ช่อง ${n}` }]));
  const wide = await admin.put<{ problems: Problem[] }>(
    "/api/v1/definitions/form/wide",
    { kind: "form", id: "wide", title: "กว้าง", schema: { type: "object", properties } },
    { "if-match": "0" },
  );
  clear(wide);
  expect(wide.status === 200 ? wide.body.problems.length : 1).toBeGreaterThan(0);
  const thread = Array.from({ length: 5_000 }, (_, n) => ({ $row: rowId(n), message: "x" }));
  expect(await cases.act("lao-admin", record, "edit", { answers: { thread } })).toMatchObject({ status: 422, problem: { path: "/thread" } });
  // The conversation is shown only once the record is there, and is not its author's to begin: it never comes to light.
  const talkative = await cases.submitted("teacher", "problem-report", { ...report, thread: thread.slice(0, 300) });
  expect((await cases.view("lao-admin", talkative)).body.record.answers).not.toHaveProperty("thread");
  const asked = await teacher.post<Problem>("/api/v1/forms/problem-report/facts", {
    answers: { ...report, thread: Array.from({ length: 500_000 }, () => ({})) },
  });
  expect([asked.status, asked.body.code, asked.body.path]).toEqual([422, "field.too-many", "/thread"]);
  expect((await cases.submit("teacher", "problem-report", { ...report, detail: "x".repeat(1_000_000) })).problem).toMatchObject({ path: "/detail" });
  const health = await Promise.all(Array.from({ length: 100 }, () => cases.server.stranger().get("/healthz")));
  expect(new Set(health.map(({ status }) => status))).toEqual(new Set([200]));
});
