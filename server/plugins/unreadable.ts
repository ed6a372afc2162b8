// What never became a request: noise, half a request, headers without end. It is told like everything else, written straight to the socket.
import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import { serverProblem } from "../../engine/problem/server.js";
import type { Problem } from "../../schemas/types.js";

/** What the reader of requests says of a connection, in our words. */
const known: Record<string, Problem> = {
  HPE_HEADER_OVERFLOW: serverProblem("server.headers-too-large"),
  HPE_CHUNK_EXTENSIONS_OVERFLOW: serverProblem("server.too-large"),
  ERR_HTTP_REQUEST_TIMEOUT: serverProblem("server.timeout"),
};

/** The whole answer, as it goes over the line. */
export function unreadableAnswer(code: string | undefined): string {
  const problem = { type: "about:blank", ...((code !== undefined && Object.hasOwn(known, code) && known[code]) || serverProblem("server.malformed")) };
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status!]}`,
    "content-type: application/problem+json",
    `content-length: ${Buffer.byteLength(body)}`,
    "cache-control: no-store",
    "x-content-type-options: nosniff",
    "connection: close",
  ];
  return `${head.join("\r\n")}\r\n\r\n${body}`;
}

/** Answers a connection on which no request could be read, and ends it. One that has begun to be answered, or is gone, is only ended. */
export function answerUnreadableSocket(this: FastifyInstance, error: Error & { code?: string }, socket: Socket): void {
  const { _httpMessage: answering } = socket as { _httpMessage?: { headersSent: boolean } | null };
  if (error.code === "ECONNRESET" || !socket.writable || answering?.headersSent) {
    socket.destroy();
    return;
  }
  this.log.debug({ code: error.code }, "unreadable");
  socket.end(unreadableAnswer(error.code), () => socket.destroy());
}
