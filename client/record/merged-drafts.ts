// Drafts of the server and of this device as one list.
import type { Draft } from "../../schemas/types.js";
import type { LocalDraft } from "../offline/database.js";
import { clock } from "../ui/clock.js";

/** One of each id, the newer of the two; sent ones are no drafts any more. */
export function mergedDrafts(server: Draft[], local: LocalDraft[]): Draft[] {
  const drafts = new Map(server.map((draft) => [draft.id, draft]));
  for (const draft of local) {
    const known = drafts.get(draft.id);
    if (draft.action) drafts.delete(draft.id);
    else if (!known || Date.parse(known.updatedAt) < draft.updatedAt) drafts.set(draft.id, { ...known, ...viewOf(draft) });
  }
  return [...drafts.values()].sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
}

const viewOf = ({ id, form, title, release, target, base, answers, rev, updatedAt }: LocalDraft): Draft => ({
  id,
  form,
  title,
  release,
  answers,
  rev,
  updatedAt: clock.iso(updatedAt),
  ...(base && { record: target, base: base.rev }),
});
