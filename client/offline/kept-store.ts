// Where answers of the server are kept, apart for each account.
import { session } from "../api/session.js";
import { withDatabase } from "./database.js";
import type { Found } from "./kept.js";

const account = (): string => session.current?.actor.account ?? "";
const keyOf = (path: string): string => `${account()} ${path}`;

export async function read<T>(path: string): Promise<Found<T> | undefined> {
  const row = await withDatabase((db) => db.get("kept", keyOf(path))).catch(() => undefined);
  return row && { value: row.value as T, at: row.at, old: true };
}

/** A full or closed device is no reason to fail: it only reads less without signal. */
export async function keep(path: string, value: unknown, at: number): Promise<void> {
  await withDatabase((db) => db.put("kept", { key: keyOf(path), account: account(), value, at })).catch(() => undefined);
}

/** What the server said goes. What it has not got yet (a definition being worked on) stays for when the account comes back. */
export async function forget(of: string): Promise<void> {
  await withDatabase(async (db) => {
    const keys = await db.getAllKeysFromIndex("kept", "account", of);
    await Promise.all(keys.filter((key) => !key.startsWith(`${of} designer/`)).map((key) => db.delete("kept", key)));
  });
}
