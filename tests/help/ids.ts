// ULIDs that are the same at every run: the time of the clock, and a counter with the seed in it.
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

function base32(value: number, length: number): string {
  let text = "";
  let rest = value;
  for (let at = 0; at < length; at++) {
    text = letters[rest % 32]! + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

export function seededIds(seed: number, clock: { now(): number }): () => string {
  let count = 0;
  return () => `${base32(clock.now(), 10)}${base32(seed, 6)}${base32(++count, 10)}`;
}
