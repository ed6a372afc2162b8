// A reader who leaves before a print or a report came is no error: over a real socket, cut while the server reads, and cut midway.
import { type ClientRequest, type IncomingMessage, request } from "node:http";
import type { Socket } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { FileView } from "../../schemas/types.js";
import { pdf } from "../help/attachments.js";
import { type Cases, openCases, report } from "../help/cases.js";
import { listening } from "../help/listening.js";
import type { Client } from "../help/server.js";

let cases: Cases;
let port: number;
let client: Client;
/** What was logged since the test began. */
const logged: string[] = [];

beforeAll(async () => {
  cases = await openCases(["problem-report", "report-problem-summary"]);
  const admin = await cases.as("lao-admin");
  // A line a record, long enough that it goes out as a stream and not in one piece.
  for (let nth = 0; nth < 60; nth++) await cases.submitted("teacher", "problem-report", { ...report, detail: `${nth} ${"ช้ามาก ".repeat(140)}` });
  const long = { kind: "report", id: "long", title: "ยาว", access: ["lao-admin"], sources: [{ form: "problem-report" }] };
  const lines = { group: [{ name: "detail", title: "รายละเอียด", value: "detail" }], columns: [{ name: "n", title: "n", pick: "count" }] };
  await admin.put("/api/v1/definitions/report/long", { ...long, ...lines }, { "if-match": "0" });
  const published = await admin.post("/api/v1/definitions/report/long/publish", {});
  if (published.status !== 200) throw new Error(published.text);
  client = admin;
  port = Number(new URL(await listening(cases.server)).port);
  // Without a logger all of them are one.
  for (const level of ["error", "warn", "info", "debug"] as const)
    vi.spyOn(cases.server.app.log, level).mockImplementation((first: unknown, words?: unknown) => void logged.push(`${level} ${words ?? first}`));
});
afterAll(() => cases.close());

const json = { "content-type": "application/json" };

interface Asked {
  asked: ClientRequest;
  /** When the server knows that the line is cut. */
  gone: Promise<void>;
  answered: Promise<IncomingMessage>;
}

function ask(path: string, body?: object, by = client): Asked {
  logged.length = 0;
  const gone = new Promise<void>((done) => cases.server.app.server.once("connection", (socket: Socket) => socket.once("close", () => done())));
  const headers = { cookie: `session=${by.cookie}`, "accept-encoding": "br", "x-csrf": by.session!.csrf };
  const asked = request({
    port,
    host: "127.0.0.1",
    path: `/api/v1${path}`,
    agent: false,
    method: body ? "POST" : "GET",
    headers: { ...headers, ...(body && json) },
  });
  const answered = new Promise<IncomingMessage>((done) => asked.once("response", done));
  asked.on("error", () => undefined).end(body && JSON.stringify(body));
  return { asked, gone, answered };
}

/** Cuts the line while the server is in the middle of it. */
async function leave(path: string, body?: object, by = client): Promise<void> {
  const { definitions } = cases.server.app;
  const rows = definitions.rows.bind(definitions);
  let left: Asked | undefined;
  const held = vi.spyOn(definitions, "rows").mockImplementation(async (owner, list) => {
    left?.asked.destroy();
    await left?.gone;
    return rows(owner, list);
  });
  left = ask(path, body, by);
  await left.gone;
  held.mockRestore();
}

/** Everything but what only whoever looks for something reads. */
const told = () => logged.filter((line) => !line.startsWith("debug"));

test("left while the facts of a form were looked up", async () => {
  await leave("/forms/problem-report/facts", { answers: {} }, await cases.as("teacher"));
  await expect.poll(() => logged).toEqual(["debug the reader left"]);
});

test.each(["/reports/long/print", "/reports/long"])("left before anything came: %s", async (path) => {
  await leave(path);
  expect((await client.get(`/api/v1${path}`)).status).toBe(200);
  expect(told()).toEqual([]);
});

test("left midway", async () => {
  const { asked, gone, answered } = ask("/reports/long/print");
  expect((await answered).headers["content-encoding"]).toBe("br");
  asked.destroy();
  await gone;
  expect((await client.get("/api/v1/reports/long")).status).toBe(200);
  expect(told()).toEqual([]);
});

test("what breaks while the reader waits stays an error", async () => {
  const file = await client.upload<FileView>("หนังสือ.pdf", pdf());
  const broken = vi.spyOn(cases.server.storage.files, "get").mockImplementation(async () => {
    // The store breaks off before the first byte.
    const bytes = async function* (): AsyncGenerator<Uint8Array> {
      yield await Promise.reject(Object.assign(new Error("Premature close"), { code: "ERR_STREAM_PREMATURE_CLOSE" }));
    };
    return bytes();
  });
  const { asked, answered } = ask(`/files/${file.body.id}`);
  expect((await answered).statusCode).toBe(500);
  asked.destroy();
  broken.mockRestore();
  expect(told()).toEqual(["error server.error"]);
});
