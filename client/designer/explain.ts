// Why something could not be done, in words.
import type { Problem } from "../../schemas/types.js";
import { OfflineError } from "../api/problem-error.js";
import { say, t } from "../ui/words.js";

/** As many of the problems inside one as are said with it. */
const most = 3;

/** A problem of the server in its words, with the first of those inside it; a sentence of this screen as it is. */
export function explain(error: unknown): string {
  const { problem, message } = error as { problem?: Problem; message: string };
  if (error instanceof OfflineError) return t("error.offline");
  if (!problem) return message;
  const inside = (problem.problems ?? []).filter(({ level }) => level !== "warn").slice(0, most);
  return [problem, ...inside].map(({ title }) => say(title)).join(" · ");
}
