// Why something could not be done, in words.
import { OfflineError } from "../api/problem-error.js";
import { say, t } from "../ui/words.js";

/** A problem of the server in its words; a sentence of this screen as it is. */
export function explain(error: unknown): string {
  const { problem, message } = error as { problem?: { title: { th: string; en: string } }; message: string };
  if (error instanceof OfflineError) return t("error.offline");
  return problem ? say(problem.title) : message;
}
