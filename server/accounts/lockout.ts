// Signing in pauses after wrong passwords: five in a row, then longer each time. Names without an account are counted alike, so that nobody learns which exist.

import { sha256 } from "../events/event.js";
import type { Clock } from "../plugins/clock.js";
import { instant } from "../plugins/clock.js";
import type { Doc, Storage } from "../storage/port.js";

export interface LockDoc extends Doc {
  kind: "lock";
  failures: number;
  until: string;
  /** When it is forgotten. */
  expiresAt: string;
}

const free = 5;
const minute = 60_000;
const longest = 60 * minute;
const remembered = 24 * 60 * minute;

const idOf = (username: string) => `lock/${sha256(username)}`;

/** Minutes that are left of the pause; 0 when signing in may be tried. */
export async function pause(storage: Storage, clock: Clock, username: string): Promise<number> {
  const lock = await storage.get<LockDoc>("settings", idOf(username));
  const left = lock ? Date.parse(lock.until) - clock.now() : 0;
  return left > 0 ? Math.ceil(left / minute) : 0;
}

/** Counts a wrong password. Lost races are tried again: each guess counts. */
export async function countFailure(storage: Storage, clock: Clock, username: string): Promise<void> {
  const id = idOf(username);
  for (let attempt = 0; attempt < 20; attempt++) {
    const lock = await storage.get<LockDoc>("settings", id);
    const now = clock.now();
    const failures = (lock && Date.parse(lock.expiresAt) > now ? lock.failures : 0) + 1;
    const wait = failures < free ? 0 : Math.min(longest, minute * 2 ** (failures - free));
    const doc: LockDoc = {
      id,
      owner: "*",
      format: 1,
      rev: (lock?.rev ?? 0) + 1,
      kind: "lock",
      failures,
      until: instant(now + wait),
      expiresAt: instant(now + remembered),
    };
    const done = await storage.commit([lock ? { op: "replace", collection: "settings", doc, rev: lock.rev } : { op: "insert", collection: "settings", doc }]);
    if (!("conflict" in done)) return;
  }
}

/** A right password: the count begins anew. */
export async function forgetFailures(storage: Storage, username: string): Promise<void> {
  if (await storage.get("settings", idOf(username))) await storage.commit([{ op: "remove", collection: "settings", id: idOf(username) }]);
}
