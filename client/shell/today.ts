// What there is to do today, from what waits in the inbox, what was sent back and what is half filled, the most pressing first.

import type { Draft, RecordRow, Text } from "../../schemas/types.js";
import { shelved } from "../inbox/shelves.js";
import { bareTitle } from "../ui/screen/name.js";

export interface Task {
  kind: "back" | "draft" | "inbox";
  /** Of the record or draft. */
  id: string;
  title: Text;
  /** Form, person or reason beside the title. */
  form?: Text;
  who?: string;
  comment?: string;
  icon?: string;
  href: string;
  at: string;
  due?: string;
}

/** One line a thing to do: a case sent back whose correction has begun is one, not two. */
export function todaysWork(drafts: Draft[], inbox: RecordRow[], mine: RecordRow[]): Task[] {
  const editing = new Map(drafts.filter((draft) => draft.record).map((draft) => [draft.record!, draft]));
  // The inbox knows what is to be done, my own list the reason why it came back. (A case that was refused for good is no work.)
  const own = new Map(mine.map((row) => [row.id, row]));
  const rows = new Map(inbox.map((row) => [row.id, { ...own.get(row.id), ...row }]));
  // The order of the inbox itself, what was left half filled after what came back.
  const tasks: Task[] = shelved([...rows.values()], "all").map((row) => ofRow(row, editing.get(row.id)));
  for (const draft of drafts) if (!draft.record || !rows.has(draft.record)) tasks.push(ofDraft(draft));
  return tasks.sort((a, b) => rank(a) - rank(b));
}

function ofRow(row: RecordRow, draft: Draft | undefined): Task {
  const back = row.state.look === "back";
  return {
    kind: back ? "back" : "inbox",
    id: row.id,
    title: bareTitle(row.title, row.number) || row.formTitle,
    form: row.formTitle,
    ...(row.author && !back && { who: row.author }),
    ...(row.comment && { comment: row.comment }),
    ...(row.icon && { icon: row.icon }),
    href: draft ? `/drafts/${draft.id}` : `/records/${row.id}`,
    at: row.state.since ?? row.at,
    ...(row.state.due && { due: row.state.due }),
  };
}

const ofDraft = (draft: Draft): Task => ({ kind: "draft", id: draft.id, title: draft.title ?? draft.form, href: `/drafts/${draft.id}`, at: draft.updatedAt });

const rank = ({ kind, due }: Task): number => (due !== undefined ? 0 : kind === "back" ? 1 : kind === "draft" ? 2 : 3);
