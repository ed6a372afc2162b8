// Ids made here: ULIDs, whose letters come from a pool of random bytes, because asking the system for each letter costs more than the rest of the id.
import { randomFillSync } from "node:crypto";
import { ulid } from "ulid";

const pool = new Uint8Array(4096);
let used = pool.length;

/** From 0 up to, not including, 1. */
function chance(): number {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  return pool[used++]! / 256;
}

/** An id of this moment. */
export const newUlid = (now: number): string => ulid(now, chance);
