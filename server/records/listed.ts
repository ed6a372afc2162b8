// Whether every record of a form is found by the filters of its newest release. After a publish that is so once its rebuild has ended.
import type { CompiledForm } from "../../engine/compile/compiled.js";
import { settle } from "../plugins/refusal.js";
import type { Doc, Storage } from "../storage/port.js";

interface Listed extends Doc {
  /** The version whose lines are all there. */
  release: number;
}

const idOf = (owner: string, form: string): string => `listed/${owner}/${form}`;
/** Releases that were found complete: they stay so. */
const complete = new WeakSet<CompiledForm>();

/** Asked before a filter is trusted to find everything. The first release begins without records. */
export async function isListed(storage: Storage, form: CompiledForm): Promise<boolean> {
  if (form.version === 1 || complete.has(form)) return true;
  const listed = await storage.get<Listed>("settings", idOf(form.owner, form.id));
  if ((listed?.release ?? 0) < form.version) return false;
  complete.add(form);
  return true;
}

/** The rebuild for a release has ended. */
export async function markListed(storage: Storage, owner: string, form: string, release: number): Promise<void> {
  const id = idOf(owner, form);
  const before = await storage.get<Listed>("settings", id);
  if (before && before.release >= release) return;
  const doc: Listed = { id, owner, format: 1, rev: (before?.rev ?? 0) + 1, release };
  await settle(storage, [before ? { op: "replace", collection: "settings", doc, rev: before.rev } : { op: "insert", collection: "settings", doc }]);
}
