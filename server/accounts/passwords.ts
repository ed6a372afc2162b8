// Passwords: hashed with argon2id, and refused when they are easy to guess.
import { hash, verify } from "@node-rs/argon2";
import { serverProblem } from "../../engine/problem/server.js";
import type { Problem } from "../../schemas/types.js";

/** argon2id (the library's own choice) over 19 MiB, twice, one lane: about 40 ms on a small machine. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const shortest = 10;

/** What everybody tries first; anything that is only one character or a run of them counts too. */
const common = /^(?:password|passw0rd|qwerty|asdfgh|iloveyou|welcome|admin|1q2w3e4r|thailand|sawasdee|สวัสดี)[\d!@#]*$/i;
const runs = "01234567890123456789 abcdefghijklmnopqrstuvwxyz qwertyuiopasdfghjklzxcvbnm";

/** Why a new password is refused. */
export function weakness(password: string, username: string): Problem | undefined {
  if ([...password].length < shortest) return serverProblem("password.short", { limit: shortest }, "/password");
  const plain = password.toLowerCase();
  const dull = new Set(plain).size < 4 || common.test(plain) || runs.includes(plain) || plain.includes(username.toLowerCase());
  return dull ? serverProblem("password.common", {}, "/password") : undefined;
}

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/** Checked when there is no such account, so that the answer takes as long. */
let nobody: Promise<string> | undefined;

/** Whether the password is the account's; without an account it takes the same time to say no. */
export async function passwordFits(hashed: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword("nobody has this password");
  const fits = await verify(hashed ?? (await nobody), password).catch(() => false);
  return hashed !== undefined && fits;
}
