// Every code that a person may be told, in one table: for the documentation and for the test that no code is given twice.
// Nothing that a phone loads for filling imports this.
import { dateProblem } from "./date.js";
import { expressionProblem } from "./expression.js";
import { patternProblem } from "./pattern.js";
import type { ProblemEntry } from "./problem.js";
import { queryProblem } from "./query.js";

/** Each area with its codes. */
export const areas: Readonly<Record<string, Readonly<Record<string, ProblemEntry>>>> = {
  expression: expressionProblem.entries,
  pattern: patternProblem.entries,
  query: queryProblem.entries,
  date: dateProblem.entries,
};

/** All codes, by code. */
export const problems: Readonly<Record<string, ProblemEntry>> = Object.assign({}, ...Object.values(areas));
