// What two holders of one draft know, as one: windows of this device, this device and the server. Nothing that the server lacks goes.
import type { Draft, DraftEdit } from "../../schemas/types.js";
import { answerAt, withAnswer } from "./answers-at.js";
import type { LocalDraft } from "./database.js";

type Answers = Record<string, unknown>;

/** Paths of several lists, each once; what lies inside another of them goes with it. */
export function joined(...lists: string[][]): string[] {
  const all = new Set(lists.flat());
  const inside = (path: string): boolean => {
    for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) if (all.has(path.slice(0, at))) return true;
    return false;
  };
  return [...all].filter((path) => !inside(path));
}

/** What the server is told of a change. The draft of a record's change has no rows but these there, so that a table goes whole. */
export const owed = (draft: LocalDraft, paths: string[]): string[] => joined(draft.base ? paths.map((path) => path.split("/")[0]!) : paths);

/** The paths without those that the server has as they are in these answers. */
export function without(paths: string[], delivered: readonly DraftEdit[], answers: Answers): string[] {
  const gone = new Set(delivered.filter(({ path, to }) => alike(answerAt(answers, path.split("/")), to)).map(({ path }) => path));
  return paths.filter((path) => !gone.has(path));
}

/** The answers of the server, with what this device changed and the server lacks above them. */
export function answersOver(draft: Pick<LocalDraft, "answers" | "pending" | "base">, far: Draft): Answers {
  // Of a record's change the server's draft holds only what was changed.
  let answers: Answers = draft.base ? { ...draft.answers, ...(far.answers as Answers) } : (far.answers as Answers);
  for (const path of draft.pending) answers = withAnswer(answers, path.split("/"), answerAt(draft.answers, path.split("/")));
  return answers;
}

/** What the server knows from another device and this draft does not. */
export function elsewhere(draft: LocalDraft, far: Draft): DraftEdit[] {
  const now = answersOver(draft, far);
  return Object.keys({ ...draft.answers, ...now })
    .filter((name) => !alike(draft.answers[name], now[name]))
    .map((name) => editOf(now, name));
}

/** The change that makes an answer what it is here. */
export function editOf(answers: Answers, path: string): DraftEdit {
  const to = answerAt(answers, path.split("/"));
  return to === undefined ? { path } : { path, to };
}

/** Not alike only costs one request more, so that the order of names may count. */
const alike = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);
