// The whole server in this process, on a store of its own in a temporary folder, with a clock that the test moves and ids that repeat.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import type { Config, Problem, Session } from "../../schemas/types.js";
import { buildApp } from "../../server/app.js";
import { openStorage } from "../../server/storage/open.js";
import type { Storage } from "../../server/storage/port.js";
import { type ManualClock, manualClock } from "./clock.js";
import { type Undocumented, watchAnswers } from "./documented.js";
import { seededIds } from "./ids.js";
import { password, settle, type Town } from "./municipality.js";

export interface Answer<T> {
  status: number;
  body: T;
  /** The body, when it is a problem. */
  problem: Problem;
  headers: Record<string, string | string[] | number | undefined>;
  text: string;
}

type Headers = Record<string, string>;
type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** A browser of somebody: it keeps its cookie and sends its CSRF word. */
export interface Client {
  session: Session | undefined;
  cookie: string | undefined;
  send<T = Record<string, unknown>>(method: Method, url: string, body?: unknown, headers?: Headers): Promise<Answer<T>>;
  get<T = Record<string, unknown>>(url: string, headers?: Headers): Promise<Answer<T>>;
  post<T = Record<string, unknown>>(url: string, body?: unknown, headers?: Headers): Promise<Answer<T>>;
  put<T = Record<string, unknown>>(url: string, body?: unknown, headers?: Headers): Promise<Answer<T>>;
  patch<T = Record<string, unknown>>(url: string, body?: unknown, headers?: Headers): Promise<Answer<T>>;
  delete<T = Record<string, unknown>>(url: string, headers?: Headers): Promise<Answer<T>>;
  upload<T = Record<string, unknown>>(name: string, bytes: Uint8Array, headers?: Headers): Promise<Answer<T>>;
  signIn(username: string, secret?: string): Promise<Answer<Session>>;
}

export interface TestServer {
  app: FastifyInstance;
  storage: Storage;
  clock: ManualClock;
  town: Town;
  dataDir: string;
  newId: () => string;
  /** A signed-in browser of this user; the same one each time. */
  as(username: string): Promise<Client>;
  /** A browser in which nobody has signed in. */
  stranger(): Client;
  /** Answers outside the documentation so far. */
  undocumented: Undocumented;
  close(): Promise<void>;
}

export interface ServerOptions {
  /** Without the municipality: an empty installation. */
  empty?: boolean;
  clock?: ManualClock;
  mongodbUri?: string;
  config?: Partial<Config>;
  clientDir?: string;
  seed?: number;
}

export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), "thongthin-"));
  const clock = options.clock ?? manualClock();
  const newId = seededIds(options.seed ?? 1, clock);
  const storage = await openStorage({ dataDir, clock, ...(options.mongodbUri && { mongodbUri: options.mongodbUri }) });
  const undocumented: Undocumented = [];
  const config: Config = { PORT: 0, HOST: "127.0.0.1", DATA_DIR: dataDir, DEMO: "off", LOG: "silent", RATE_LIMIT: 0, ...options.config };
  const none: Town = { organizations: {}, positions: {}, holdings: {}, people: {}, accounts: {} };
  const town = options.empty ? none : await settle(storage, newId, new Date(clock.now()).toISOString());
  const app = await buildApp({
    config,
    storage,
    clock,
    newId,
    before: (fresh) => watchAnswers(fresh, undocumented),
    ...(options.clientDir && { clientDir: options.clientDir }),
  });
  await app.ready();
  const clients = new Map<string, Promise<Client>>();
  const signedIn = async (username: string) => {
    const client = clientOf(app);
    const { status, text } = await client.signIn(username);
    if (status !== 200) throw new Error(`${username} could not sign in: ${text}`);
    return client;
  };
  return {
    app,
    storage,
    clock,
    town,
    dataDir,
    newId,
    undocumented,
    stranger: () => clientOf(app),
    as(username) {
      if (!clients.has(username)) clients.set(username, signedIn(username));
      return clients.get(username)!;
    },
    async close() {
      await app.close();
      await storage.close();
      rmSync(dataDir, { recursive: true, force: true });
      if (undocumented.length) throw new Error(`answered outside the documentation:\n${[...new Set(undocumented)].join("\n")}`);
    },
  };
}

/** A browser in which nobody has signed in. */
export function clientOf(app: FastifyInstance): Client {
  const client: Client = {
    session: undefined,
    cookie: undefined,
    async send<T>(method: Method, url: string, body?: unknown, headers: Headers = {}) {
      const response = await app.inject({
        method,
        url,
        headers: {
          ...(client.cookie && { cookie: `session=${client.cookie}` }),
          ...(client.session && method !== "GET" && { "x-csrf": client.session.csrf }),
          ...headers,
        },
        ...(body !== undefined && { payload: body as object }),
      });
      const cookie = response.cookies.find(({ name }) => name === "session");
      if (cookie) client.cookie = cookie.value || undefined;
      const json = String(response.headers["content-type"] ?? "").includes("json") && response.body !== "";
      const value = json ? JSON.parse(response.body) : undefined;
      return { status: response.statusCode, body: value as T, problem: value as Problem, headers: response.headers, text: response.body };
    },
    get: (url, headers) => client.send("GET", url, undefined, headers),
    post: (url, body, headers) => client.send("POST", url, body, headers),
    put: (url, body, headers) => client.send("PUT", url, body, headers),
    patch: (url, body, headers) => client.send("PATCH", url, body, headers),
    delete: (url, headers) => client.send("DELETE", url, undefined, headers),
    upload: (name, bytes, headers) => {
      const { body, type } = multipart(name, bytes);
      return client.send("POST", "/api/v1/files", body, { "content-type": type, ...headers });
    },
    async signIn(username, secret = password) {
      const answer = await client.post<Session>("/api/v1/sessions", { username, password: secret });
      if (answer.status === 200) client.session = answer.body;
      return answer;
    },
  };
  return client;
}

/** One file as a browser's form sends it. */
export function multipart(name: string, bytes: Uint8Array): { body: Buffer; type: string } {
  const boundary = "----thongthin-test-boundary";
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return { body: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]), type: `multipart/form-data; boundary=${boundary}` };
}
