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
/** Lost races after which a try is refused uncounted. */
const mostRaces = 20;

const idOf = (username: string) => `lock/${sha256(username)}`;

/**
 * Counts a try before its password is looked at, so that many at the same moment are no more tries than one after the other.
 * Returns the minutes that are left of a pause: then nothing may be tried. A right password begins the count anew.
 */
export async function countTry(storage: Storage, clock: Clock, username: string): Promise<number> {
  const id = idOf(username);
  for (let attempt = 0; attempt < mostRaces; attempt++) {
    const lock = await storage.get<LockDoc>("settings", id);
    const now = clock.now();
    const left = lock ? Date.parse(lock.until) - now : 0;
    if (left > 0) return Math.ceil(left / minute);
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
    if (!("conflict" in done)) return 0;
  }
  return 1;
}

/** A right password: the count begins anew. */
export async function forgetFailures(storage: Storage, username: string): Promise<void> {
  if (await storage.get("settings", idOf(username))) await storage.commit([{ op: "remove", collection: "settings", id: idOf(username) }]);
}
