// Answers of the server, kept to be read without signal: the newest when it can be reached, the last one otherwise.
// Where they are kept (kept-store.ts) loads afterwards: the first drawing does not wait for it.
import { api } from "../api/api.js";
import { OfflineError } from "../api/problem-error.js";
import { clock } from "../ui/clock.js";

export interface Found<T> {
  value: T;
  /** When the server said so. */
  at: number;
  /** It is what this device remembers, not what the server says now. */
  old: boolean;
}

/** What is shown first comes first. */
const aMoment = 500;
const store = () => import("./kept-store.js");

/** GET a path; without reach, what it answered last to this account. */
export async function getKept<T>(path: string): Promise<Found<T>> {
  try {
    const value = await api.get<T>(path, { retries: 0 });
    const at = clock.now();
    clock.after(aMoment, () => void store().then(({ keep }) => keep(path, value, at)));
    return { value, at, old: false };
  } catch (error) {
    if (!(error instanceof OfflineError)) throw error;
    const kept = await readKept<T>(path);
    if (!kept) throw error;
    return kept;
  }
}

/** What this device remembers of a path, without asking the server. */
export const readKept = async <T>(path: string): Promise<Found<T> | undefined> => (await store()).read<T>(path);

/** Keeps an answer for this account. */
export const keep = async (path: string, value: unknown): Promise<void> => (await store()).keep(path, value, clock.now());

/** Forgets what the server told an account, as when it signs out of a shared PC. Drafts and actions on their way stay. */
export const forget = async (account: string): Promise<void> => (await store()).forget(account);
