// How much one client may ask for: requests a minute by session or address, counted by our clock, and a server that says when it is too busy.
import rateLimit, { type FastifyRateLimitStore } from "@fastify/rate-limit";
import underPressure from "@fastify/under-pressure";
import type { FastifyInstance } from "fastify";
import { serverProblem } from "../../engine/problem/server.js";
import type { Clock } from "./clock.js";
import { Refusal } from "./refusal.js";

const minute = 60_000;
/** Counters kept at once; the oldest go first. */
const most = 20_000;

/** Counts in windows of a minute. */
function windows(clock: Clock) {
  return class Windows implements FastifyRateLimitStore {
    readonly #counts = new Map<string, { current: number; ends: number }>();
    incr(key: string, callback: (error: Error | null, result?: { current: number; ttl: number }) => void): void {
      const now = clock.now();
      let count = this.#counts.get(key);
      if (!count || count.ends <= now) {
        this.#counts.delete(key);
        count = { current: 0, ends: now + minute };
        this.#counts.set(key, count);
        if (this.#counts.size > most) this.#counts.delete(this.#counts.keys().next().value!);
      }
      count.current++;
      callback(null, { current: count.current, ttl: count.ends - now });
    }
    child(): Windows {
      return new Windows();
    }
  };
}

/** `requests` a minute for each session, or for each address while signed out; 0 counts nothing. */
export async function installLimits(app: FastifyInstance, requests: number): Promise<void> {
  await app.register(rateLimit, {
    global: requests > 0,
    max: requests || 1,
    timeWindow: minute,
    store: windows(app.clock) as never,
    // A cookie that is no session makes nobody new. The route says what was asked: an address may be written in many ways.
    keyGenerator: (request) => request.session?.id ?? request.ip,
    allowList: (request) => !request.routeOptions.url?.startsWith("/api/"),
    errorResponseBuilder: (_request, { ttl }) => new Refusal(serverProblem("server.too-many", { seconds: Math.ceil(ttl / 1000) })),
  });
  await app.register(underPressure, {
    maxEventLoopDelay: 5_000,
    sampleInterval: 1_000,
    pressureHandler: (request, reply) => {
      // Whoever watches the server must hear from it most of all when it is busy.
      if (request.url === "/healthz") return;
      reply.header("retry-after", "5");
      throw new Refusal(serverProblem("server.busy"));
    },
  });
}

/** For routes that guess passwords or links are aimed at: a smaller limit by address. */
export const fewer = (max: number) => ({ rateLimit: { max, timeWindow: minute, keyGenerator: (request: { ip: string }) => request.ip } });
