// Asks the server. A refusal is thrown as ProblemError, no reach as OfflineError; a changing request carries the session's token.
import type { Problem, Session } from "../../schemas/types.js";
import { clock } from "../ui/clock.js";
import { network } from "./network.js";
import { OfflineError, ProblemError } from "./problem-error.js";
import { session } from "./session.js";

export interface Ask {
  /** Sent as JSON; FormData as it is. */
  body?: unknown;
  /** Headers besides ours, such as `if-match`. */
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** How often to ask again when the server cannot be reached. Only for requests that do no harm twice. */
  retries?: number;
}

/** One request to `/api/v1` + path. */
export async function ask<T>(method: string, path: string, options: Ask = {}): Promise<T> {
  for (let tries = options.retries ?? (method === "GET" ? 1 : 0); ; tries--) {
    try {
      return await once<T>(method, path, options);
    } catch (error) {
      if (error instanceof ProblemError && error.problem.code.endsWith("csrf") && tries >= 0) {
        // The token is of an older session on this device: fetch the present one, then ask again. Nothing goes under the name of somebody else.
        const now = await once<Session>("GET", "/sessions/current", {});
        if (session.current && now.actor.account !== session.current.actor.account) {
          session.lose();
          throw error;
        }
        session.set(now);
      } else if (!(error instanceof OfflineError) || tries <= 0 || !network.reachable) throw error;
      else await clock.wait(400);
    }
  }
}

async function once<T>(method: string, path: string, { body, headers, signal }: Ask): Promise<T> {
  const json = body !== undefined && !(body instanceof FormData);
  const token = session.current?.csrf;
  const answer = await fetch(`/api/v1${path}`, {
    method,
    credentials: "same-origin",
    headers: {
      accept: "application/json, application/problem+json",
      ...(json && { "content-type": "application/json" }),
      ...(token && method !== "GET" && { "x-csrf": token }),
      ...headers,
    },
    ...(body !== undefined && { body: json ? JSON.stringify(body) : (body as FormData) }),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    network.tell(false);
    throw new OfflineError();
  });
  return read<T>(answer);
}

async function read<T>(answer: Response): Promise<T> {
  const kind = answer.headers.get("content-type") ?? "";
  if (!kind.includes("json")) {
    // Between us and the server stands something that is not it: a proxy's page, a captive portal.
    if (answer.status === 204) return undefined as T;
    if (answer.ok && kind.startsWith("text/")) return (await answer.text()) as T;
    network.tell(false);
    throw new OfflineError();
  }
  // A connection that breaks in the middle of an answer is no answer.
  const value: unknown = await answer.json().catch(() => {
    throw new OfflineError();
  });
  network.tell(true);
  if (answer.ok) return value as T;
  if (answer.status === 401) session.lose();
  throw new ProblemError(value as Problem, answer.status);
}

export const api = {
  get: <T>(path: string, options?: Ask): Promise<T> => ask<T>("GET", path, options),
  post: <T>(path: string, body?: unknown, options?: Ask): Promise<T> => ask<T>("POST", path, { ...options, body }),
  put: <T>(path: string, body?: unknown, options?: Ask): Promise<T> => ask<T>("PUT", path, { ...options, body }),
  patch: <T>(path: string, body?: unknown, options?: Ask): Promise<T> => ask<T>("PATCH", path, { ...options, body }),
  delete: <T>(path: string, options?: Ask): Promise<T> => ask<T>("DELETE", path, options),
};

/** A path with its query; empty values are left out. */
export function query(path: string, params: Record<string, string | number | boolean | undefined>): string {
  const given = Object.entries(params).filter(([, value]) => value !== undefined && value !== "");
  return given.length ? `${path}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}` : path;
}
