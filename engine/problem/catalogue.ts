// Every code that a person may be told, in one table: for the documentation and for the test that no code is given twice.
// Nothing that a phone loads for filling imports this.
import { dateProblem } from "./date.js";
import { definitionProblem } from "./definition.js";
import { exampleProblem } from "./example.js";
import { expressionProblem } from "./expression.js";
import { fieldProblem } from "./field.js";
import { flowProblem } from "./flow.js";
import { formsProblem } from "./forms.js";
import { importProblem } from "./import.js";
import { kindProblem } from "./kind.js";
import { patternProblem } from "./pattern.js";
import type { ProblemEntry } from "./problem.js";
import { queryProblem } from "./query.js";
import { recordProblem } from "./record.js";
import { reportProblem } from "./report.js";
import { serverProblem } from "./server.js";
import { storageProblem } from "./storage.js";
import { workflowProblem } from "./workflow.js";

/** Each area with its codes. */
export const areas: Readonly<Record<string, Readonly<Record<string, ProblemEntry>>>> = {
  date: dateProblem.entries,
  definition: definitionProblem.entries,
  example: exampleProblem.entries,
  expression: expressionProblem.entries,
  field: fieldProblem.entries,
  flow: flowProblem.entries,
  forms: formsProblem.entries,
  import: importProblem.entries,
  kind: kindProblem.entries,
  pattern: patternProblem.entries,
  query: queryProblem.entries,
  record: recordProblem.entries,
  report: reportProblem.entries,
  server: serverProblem.entries,
  storage: storageProblem.entries,
  workflow: workflowProblem.entries,
};

/** All codes, by code. */
export const problems: Readonly<Record<string, ProblemEntry>> = Object.assign({}, ...Object.values(areas));
