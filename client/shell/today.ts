// What there is to do today, from what waits in the inbox, what was sent back and what is half filled, the most pressing first.

import type { Draft, RecordRow, Text } from "../../schemas/types.js";
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

const pressing: Task["kind"][] = ["back", "draft", "inbox"];

/** One line a thing to do: a case sent back whose correction has begun is one, not two. */
export function todaysWork(drafts: Draft[], inbox: RecordRow[], mine: RecordRow[]): Task[] {
  const editing = new Map(drafts.filter((draft) => draft.record).map((draft) => [draft.record!, draft]));
  // The inbox knows what is to be done, my own list the reason why it came back. (A case that was refused for good is no work.)
  const own = new Map(mine.map((row) => [row.id, row]));
  const rows = new Map(inbox.map((row) => [row.id, { ...own.get(row.id), ...row }]));
  const tasks: Task[] = [...rows.values()].map((row) => ofRow(row, editing.get(row.id)));
  for (const draft of drafts) if (!draft.record || !rows.has(draft.record)) tasks.push(ofDraft(draft));
  return tasks.sort((a, b) => dueFirst(a, b) || pressing.indexOf(a.kind) - pressing.indexOf(b.kind) || (a.at < b.at ? 1 : -1));
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

/** What has a deadline comes first, the nearest before. */
function dueFirst(a: Task, b: Task): number {
  if (a.due === b.due) return 0;
  if (a.due === undefined) return 1;
  if (b.due === undefined) return -1;
  return a.due < b.due ? -1 : 1;
}
