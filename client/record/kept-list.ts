// A list that several screens read in different lengths: without reach, what this device kept of any of them will do.
import { OfflineError } from "../api/problem-error.js";
import { type Found, getKept, readKept } from "../offline/kept.js";

/** GET a path; without reach what was kept of it, or of one of the others. */
export async function keptList<T>(path: string, ...others: string[]): Promise<Found<T>> {
  try {
    return await getKept<T>(path);
  } catch (error) {
    if (!(error instanceof OfflineError)) throw error;
    for (const other of others) {
      const kept = await readKept<T>(other);
      if (kept) return kept;
    }
    throw error;
  }
}
