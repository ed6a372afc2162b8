// What was typed in the last moments, before IndexedDB has it: written without waiting, so that a reload or a crash right after a key loses nothing.
// It holds only what is still on its way, and is gone as soon as the database has kept it.
import type { DraftEdit } from "../../schemas/types.js";
import { withAnswer } from "./answers-at.js";
import type { LocalDraft } from "./database.js";

/** The changes on their way; with the whole draft until the database has it once. */
interface Journal {
  draft?: LocalDraft;
  edits: DraftEdit[];
  part: Partial<LocalDraft>;
}

const key = (draft: string) => `typed-${draft}`;

/** A store that is full or closed costs only this second net. */
export function noteTyped(id: string, journal: Journal): void {
  try {
    localStorage.setItem(key(id), JSON.stringify(journal));
  } catch {}
}

export function forgetTyped(id: string): void {
  try {
    localStorage.removeItem(key(id));
  } catch {}
}

/** The draft with what was typed after it was last kept. */
export function withTyped(id: string, stored: LocalDraft | undefined): LocalDraft | undefined {
  let journal: Journal | undefined;
  try {
    journal = JSON.parse(localStorage.getItem(key(id)) ?? "null") ?? undefined;
  } catch {}
  const draft = stored ?? journal?.draft;
  if (!draft || !journal || (stored && journal.draft && stored.account !== journal.draft.account)) return draft;
  const { edits, part } = journal;
  const answers = edits.reduce((all, { path, to }) => withAnswer(all, path.split("/"), to), draft.answers);
  const touched = edits.map(({ path }) => path);
  return { ...draft, ...part, answers, pending: [...new Set([...draft.pending, ...touched])] };
}
