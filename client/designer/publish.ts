// Publishing as one request that can be made again: an answer that was lost on the way does no harm.
import type { Published, WorkingCopy } from "../../schemas/types.js";
import { api } from "../api/api.js";
import { ProblemError } from "../api/problem-error.js";

/**
 * Publishes what the server holds of a working copy; the version in use afterwards.
 * `again`: it was asked for before and the answer did not come, so that it may be published already. Then there is nothing left to do.
 */
export async function publish(path: string, { note, again = false }: { note?: string; again?: boolean } = {}): Promise<number> {
  try {
    return (await api.post<Published>(`${path}/publish`, note ? { note } : {})).version;
  } catch (error) {
    if (!again || !(error instanceof ProblemError) || error.problem.code !== "definition.unchanged") throw error;
    return (await api.get<WorkingCopy>(path)).version!;
  }
}
