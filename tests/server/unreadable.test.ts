// What comes over the line and is no request gets a problem like everybody else, over a real socket.
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Problem } from "../../schemas/types.js";
import { unreadableAnswer } from "../../server/plugins/unreadable.js";
import { listening } from "../help/listening.js";
import { startServer, type TestServer } from "../help/server.js";

let server: TestServer;
let port: number;
beforeAll(async () => {
  server = await startServer();
  port = Number(new URL(await listening(server)).port);
});
afterAll(() => server.close());

/** All that comes back until the server ends the connection; `half` says no more after these bytes. */
const say = (bytes: string, half = false): Promise<string> =>
  new Promise((done) => {
    let heard = "";
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true }, () => (half ? socket.end(bytes) : socket.write(bytes)));
    socket.setEncoding("utf8").on("data", (text) => {
      heard += text;
    });
    // A server that ends while we still speak cuts the line: what was heard counts.
    socket.on("error", () => undefined).on("end", () => socket.end());
    socket.on("close", () => done(heard));
  });

function read(answer: string): { status: number; headers: string; problem: Problem } {
  const [headers = "", body = ""] = answer.split("\r\n\r\n");
  expect(headers.toLowerCase()).toContain(`content-length: ${Buffer.byteLength(body)}`);
  return { status: Number(headers.split(" ")[1]), headers: headers.toLowerCase(), problem: JSON.parse(body) as Problem };
}

const host = "Host: 127.0.0.1\r\n";
test.each([
  ["noise", "\u0016\u0003\u0001 hello\r\n\r\n", false, 400, "server.malformed"],
  ["a method that is none", `FETCH /healthz HTTP/1.1\r\n${host}\r\n`, false, 400, "server.malformed"],
  ["a length that is no number", `POST /api/v1/sessions HTTP/1.1\r\n${host}Content-Length: many\r\n\r\n`, false, 400, "server.malformed"],
  ["a request that stops in its headers", `POST /api/v1/sessions HTTP/1.1\r\n${host}Content-Ty`, true, 400, "server.malformed"],
  ["headers that never end", `GET /healthz HTTP/1.1\r\n${host}X-Much: ${"a".repeat(20_000)}\r\n\r\n`, false, 431, "server.headers-too-large"],
  ["a search of a whole book", `GET /api/v1/forms/x/records?q=${"a".repeat(20_000)} HTTP/1.1\r\n${host}\r\n`, false, 431, "server.headers-too-large"],
])("%s is told as a problem, and the connection ends", async (_, bytes, half, status, code) => {
  const { problem, headers, ...answer } = read(await say(bytes, half));
  expect([answer.status, problem.status, problem.code]).toEqual([status, status, code]);
  expect(headers).toContain("content-type: application/problem+json");
  expect(headers).toContain("connection: close");
  expect(problem.title.th).toMatch(/[ก-๙]/);
  expect(problem.title.en).toMatch(/[A-Za-z]/);
  expect(server.app.check({ $ref: "problem.schema.json" })(problem)).toEqual([]);
});

test("a request that comes too slowly is told so", () => {
  const { status, problem } = read(unreadableAnswer("ERR_HTTP_REQUEST_TIMEOUT"));
  expect([status, problem.code]).toEqual([408, "server.timeout"]);
});

test("the server goes on serving", async () => {
  await Promise.all(Array.from({ length: 20 }, () => say("noise\r\n\r\n")));
  expect(await say(`GET /healthz HTTP/1.1\r\n${host}Connection: close\r\n\r\n`)).toContain("200 OK");
});
