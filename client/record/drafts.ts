// The drafts of this person, from the server and from this device: what was filled without a signal is there too, and what is on its way is not.
import type { Draft, Drafts } from "../../schemas/types.js";
import { OfflineError } from "../api/problem-error.js";
import { session } from "../api/session.js";
import { withDatabase } from "../offline/database.js";
import { getKept } from "../offline/kept.js";
import { mergedDrafts } from "./merged-drafts.js";

export async function allDrafts(): Promise<Draft[]> {
  const account = session.current?.actor.account ?? "";
  const [server, local] = await Promise.all([
    // Without the server's the device's own are still there.
    getKept<Drafts>("/drafts").catch((error: unknown) => {
      if (error instanceof OfflineError) return undefined;
      throw error;
    }),
    withDatabase((db) => db.getAllFromIndex("drafts", "account", account)).catch(() => []),
  ]);
  return mergedDrafts(server?.value.items ?? [], local);
}
