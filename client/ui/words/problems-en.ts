// Gives the problems of answers their English, for who reads it.
import { dateProblem } from "../../../engine/problem/date.js";
import { fieldProblem } from "../../../engine/problem/field.js";
import type { ProblemEntry } from "../../../engine/problem/problem.js";
import * as whole from "./problems-whole.js";

const fill = (into: Readonly<Record<string, ProblemEntry>>, from: Readonly<Record<string, ProblemEntry>>): void => {
  for (const [code, entry] of Object.entries(from)) if (into[code]) into[code].en = entry.en;
};

export function problemsInEnglish(): void {
  fill(fieldProblem.entries, whole.fieldProblem.entries);
  fill(dateProblem.entries, whole.dateProblem.entries);
}
