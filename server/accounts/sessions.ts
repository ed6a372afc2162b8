// Sessions live on the server; the browser holds a random word, and the store only its hash. Each sign-in makes a new one.
import { createHash, randomBytes } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { CurrentSession } from "../plugins/access.js";
import { instant } from "../plugins/clock.js";
import { settle } from "../plugins/refusal.js";
import type { Doc } from "../storage/port.js";

export interface SessionDoc extends Doc {
  account: string;
  language: "th" | "en";
  createdAt: string;
  expiresAt: string;
}

const hour = 3_600_000;
/** A session ends when it was not used for so long, and in any case after so long. */
export const idle = 12 * hour;
export const longest = 7 * 24 * hour;
/** Its new end is written at most this often. */
const refresh = 5 * 60_000;

export const cookieName = "session";
const digest = (text: string) => createHash("sha256").update(text).digest("base64url");

/** The word that a signed-in page sends back with every change; nobody can tell it without the cookie. */
const csrfOf = (word: string) => digest(`csrf ${word}`);

export const current = (word: string, doc: SessionDoc): CurrentSession => ({
  id: doc.id,
  csrf: csrfOf(word),
  language: doc.language,
  expiresAt: doc.expiresAt,
});

/** The session of a request's cookie, with its end moved on; undefined when there is none or it has ended. */
export async function readSession(app: FastifyInstance, word: string | undefined): Promise<SessionDoc | undefined> {
  if (!word || word.length > 100) return undefined;
  const doc = await app.storage.get<SessionDoc>("sessions", digest(word));
  const now = app.clock.now();
  if (!doc || Date.parse(doc.expiresAt) <= now) return undefined;
  const end = Math.min(now + idle, Date.parse(doc.createdAt) + longest);
  if (end - Date.parse(doc.expiresAt) < refresh) return doc;
  const moved = { ...doc, rev: doc.rev + 1, expiresAt: instant(end) };
  // Another request may have moved it meanwhile, or ended it: then that holds, and this request goes on with what it read.
  await app.storage.commit([{ op: "replace", collection: "sessions", doc: moved, rev: doc.rev }]);
  return moved;
}

/** Begins a session and sets its cookie; one that the browser brought along is ended. */
export async function beginSession(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
  account: { id: string; owner: string; language?: "th" | "en" },
) {
  const word = randomBytes(32).toString("base64url");
  const now = app.clock.now();
  const doc: SessionDoc = {
    id: digest(word),
    owner: account.owner,
    format: 1,
    rev: 1,
    account: account.id,
    language: account.language ?? "th",
    createdAt: instant(now),
    expiresAt: instant(now + idle),
  };
  await settle(app.storage, [{ op: "insert", collection: "sessions", doc }]);
  // By itself: that it has ended already is no reason to refuse the new one.
  const brought = request.cookies[cookieName];
  if (brought) await app.storage.commit([{ op: "remove", collection: "sessions", id: digest(brought) }]);
  setCookie(app, reply, word);
  return current(word, doc);
}

/** Ends every session of an account but one, as writes. */
export async function endings(app: FastifyInstance, account: string, but?: string) {
  const items: SessionDoc[] = [];
  let after: string | undefined;
  do {
    const page = await app.storage.find<SessionDoc>("sessions", { filter: { account }, limit: 500, ...(after === undefined ? {} : { after }) });
    items.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return items.filter(({ id }) => id !== but).map(({ id }) => ({ op: "remove" as const, collection: "sessions" as const, id }));
}

function setCookie(app: FastifyInstance, reply: FastifyReply, word: string): void {
  reply.setCookie(cookieName, word, {
    path: "/",
    httpOnly: true,
    sameSite: "strict",
    secure: app.config.PUBLIC_URL?.startsWith("https:") ?? false,
    maxAge: longest / 1000,
  });
}

export const clearCookie = (reply: FastifyReply) => reply.clearCookie(cookieName, { path: "/" });
