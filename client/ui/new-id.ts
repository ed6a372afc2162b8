// Makes ULIDs: 48 bits of time and 80 bits of chance, in Crockford's base 32. Ids are made where a thing is made, also offline.
import { clock } from "./clock.js";

const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A new ULID. */
export function newId(): string {
  let time = clock.now();
  let id = "";
  for (let i = 0; i < 10; i++) {
    id = letters[time % 32] + id;
    time = Math.floor(time / 32);
  }
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) id += letters[byte % 32];
  return id;
}
