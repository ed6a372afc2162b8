// Which failures are no refusal: what was to be sent comes again later, or after signing in.
import { ProblemError } from "../api/problem-error.js";

const again = [401, 408, 425, 429];

/** Whether the same request may yet be taken. No reach counts as well; a refusal does not get better by asking again. */
export const waits = (error: unknown): boolean => !(error instanceof ProblemError) || error.status >= 500 || again.includes(error.status);
