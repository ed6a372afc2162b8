// Answers of the server, kept to be read without signal: the newest when it can be reached, the last one otherwise.
import { api } from "../api/api.js";
import { OfflineError } from "../api/problem-error.js";
import { session } from "../api/session.js";
import { clock } from "../ui/clock.js";
import { withDatabase } from "./database.js";

export interface Found<T> {
  value: T;
  /** When the server said so. */
  at: number;
  /** It is what this device remembers, not what the server says now. */
  old: boolean;
}

const keyOf = (path: string): string => `${session.current?.actor.account ?? ""} ${path}`;

/** GET a path; without reach, what it answered last to this account. */
export async function getKept<T>(path: string): Promise<Found<T>> {
  try {
    const value = await api.get<T>(path, { retries: 0 });
    const at = clock.now();
    void keep(path, value, at);
    return { value, at, old: false };
  } catch (error) {
    if (!(error instanceof OfflineError)) throw error;
    const kept = await readKept<T>(path);
    if (!kept) throw error;
    return kept;
  }
}

/** What this device remembers of a path, without asking the server. */
export async function readKept<T>(path: string): Promise<Found<T> | undefined> {
  const row = await withDatabase((db) => db.get("kept", keyOf(path))).catch(() => undefined);
  return row && { value: row.value as T, at: row.at, old: true };
}

/** Keeps an answer for this account. A full or closed device is no reason to fail: it only reads less without signal. */
export async function keep(path: string, value: unknown, at = clock.now()): Promise<void> {
  const account = session.current?.actor.account ?? "";
  await withDatabase((db) => db.put("kept", { key: keyOf(path), account, value, at })).catch(() => undefined);
}

/** Forgets what the server told an account, as when it signs out of a shared PC. Drafts and actions on their way stay. */
export async function forget(account: string): Promise<void> {
  await withDatabase(async (db) => {
    const keys = await db.getAllKeysFromIndex("kept", "account", account);
    await Promise.all(keys.map((key) => db.delete("kept", key)));
  });
}
