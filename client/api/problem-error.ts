// What goes wrong between this device and the server: a problem the server names, or no way to reach it.
import type { Problem } from "../../schemas/types.js";

/** The server refused, and says why in both languages. */
export class ProblemError extends Error {
  constructor(
    readonly problem: Problem,
    readonly status: number,
  ) {
    super(problem.code);
  }
}

/** The server cannot be reached now: no signal, or it is restarting. What was to be sent waits. */
export class OfflineError extends Error {}
