// Reading and replacing inside answers by a path of names and row ids. Rows of a table carry their id as `$row`.
import { safeKey } from "../../engine/path/path.js";

type Answers = Record<string, unknown>;
type Row = Answers & { $row?: string };

/** The value at a path; undefined where there is none. */
export function answerAt(answers: unknown, path: readonly string[]): unknown {
  let at = answers;
  for (const part of path) {
    if (Array.isArray(at)) at = (at as Row[]).find((row) => row?.$row === part);
    else if (typeof at === "object" && at !== null && Object.hasOwn(at, part)) at = (at as Answers)[part];
    else return undefined;
  }
  return at;
}

/** The answers with another value at a path; undefined and null remove what is there. A row that is gone stays gone. */
export function withAnswer<T>(answers: T, [part, ...rest]: readonly string[], to: unknown): T {
  if (part === undefined) return to as T;
  if (!safeKey(part)) return answers;
  if (Array.isArray(answers)) {
    const rows = answers as Row[];
    if (!rest.length && (to === undefined || to === null)) return rows.filter((row) => row.$row !== part) as T;
    return rows.map((row) => (row.$row === part ? withAnswer(row, rest, to) : row)) as T;
  }
  const own = (typeof answers === "object" && answers !== null ? answers : {}) as Answers;
  const { [part]: before, ...others } = own;
  const next = rest.length ? withAnswer(Object.hasOwn(own, part) ? before : {}, rest, to) : to;
  return (next === undefined || next === null ? others : { ...own, [part]: next }) as T;
}
