// A question that the store will not answer: an unknown operator, a field it cannot sort by, a cursor it did not make.
import { storageProblem } from "../../engine/problem/storage.js";
import type { Problem } from "../../schemas/types.js";

/** Thrown by `find`, `list` and `search`; the server answers with its problems. */
export class QueryRefused extends Error {
  constructor(readonly problems: Problem[]) {
    super(problems.map((problem) => problem.code).join(", "));
    this.name = "QueryRefused";
  }
}

export const badCursor = (): QueryRefused => new QueryRefused([storageProblem("query.bad-cursor")]);

export const badSort = (field: string): QueryRefused => new QueryRefused([storageProblem("query.bad-sort", { field })]);
