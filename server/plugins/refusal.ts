// How a handler says no: it throws a problem, and the error handler answers it as application/problem+json.
import { serverProblem } from "../../engine/problem/server.js";
import type { Problem } from "../../schemas/types.js";
import type { Committed, Storage, Write } from "../storage/port.js";

/** A problem on its way to the answer. */
export class Refusal extends Error {
  constructor(
    readonly problem: Problem,
    readonly headers: Record<string, string> = {},
  ) {
    super(problem.code);
  }
}

/** Ends the request with this problem; several come as one, whose status is the first one's. */
export function refuse(problem: Problem | Problem[], headers?: Record<string, string>): never {
  if (!Array.isArray(problem)) throw new Refusal(problem, headers);
  const [first, ...rest] = problem;
  if (!first) throw new Error("refuse: no problem given");
  throw new Refusal(rest.length ? { ...first, problems: problem } : first, headers);
}

/** The thing, or 404 when there is none. */
export function found<T>(thing: T | undefined | null): T {
  return thing ?? refuse(serverProblem("server.not-found"));
}

/** Commits the writes; a lost race is answered as a conflict, or as the problem given for it. */
export async function settle(storage: Storage, writes: Write[], lost: Problem = serverProblem("server.conflict")): Promise<Committed> {
  const done = await storage.commit(writes);
  return "conflict" in done ? refuse(lost) : done;
}

/** The revision in If-Match, as a number; a missing one is refused. */
export function ifMatch(headers: Record<string, string | string[] | undefined>): number {
  const text = String(headers["if-match"] ?? "").replace(/^(W\/)?"(.*)"$/, "$2");
  return /^\d{1,9}$/.test(text) ? Number(text) : refuse(serverProblem("server.condition-missing"));
}
