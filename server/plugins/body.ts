// Reads JSON bodies with care: nesting is bounded before anything walks it, and NUL and prototype keys are refused at the edge.
import type { FastifyInstance } from "fastify";
import { serverProblem } from "../../engine/problem/server.js";
import { Refusal } from "./refusal.js";

/** The largest JSON body: a definition of 2 MB and its envelope. */
export const bodyLimit = 3 * 1024 * 1024;
/** Deeper than any definition's 64 levels need, far below what overflows a stack. */
const deepest = 400;

/** An escaped NUL: an odd number of backslashes before `u0000`. */
const nul = /(?<!\\)(?:\\\\)*\\u0000/;

/** Whether brackets nest deeper than the limit; strings are skipped. */
export function deeper(json: string, limit: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at++) {
    const unit = json.charCodeAt(at);
    if (quoted) {
      if (unit === 92) at++;
      else if (unit === 34) quoted = false;
    } else if (unit === 34) quoted = true;
    else if (unit === 123 || unit === 91) {
      if (++depth > limit) return true;
    } else if (unit === 125 || unit === 93) depth--;
  }
  return false;
}

/** Half a letter (a surrogate without its other half) written as an escape; whole ones come out of JSON unescaped. */
function halved(body: string, value: unknown): boolean {
  return /\\u[dD][89a-fA-F]/.test(body) && /(?<!\\)(?:\\\\)*\\ud[89a-f]/.test(JSON.stringify(value));
}

/** What the careful parser refuses although it is JSON has a key that reaches for prototypes. */
function isJson(body: string): boolean {
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}

/** Puts the careful parser in place of the framework's. */
export function installBody(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser("error", "error");
  app.removeContentTypeParser("text/plain");
  app.addContentTypeParser("application/json", { parseAs: "string" }, (request, body: string, done) => {
    if (body === "") return done(null, undefined);
    if (deeper(body, deepest)) return done(new Refusal(serverProblem("server.too-deep", { limit: deepest })));
    if (body.includes("\\u0000") && nul.test(body)) return done(new Refusal(serverProblem("server.nul")));
    parse(request, body, (error, value) => {
      if (!error && halved(body, value)) return done(new Refusal(serverProblem("server.half-letter")));
      if (!error) return done(null, value);
      done(new Refusal(serverProblem(isJson(body) ? "server.unsafe-key" : "server.malformed")));
    });
  });
}
