// Runs the examples of forms beside what is checked: a form's own; those of the forms that a workflow moves, or whose rules read a code list.
// A form computes for as long as its author lets it, so others have their turn between two examples, and a check of a working copy ends in time:
// of a workflow or a list between two forms.
import { setImmediate as turn } from "node:timers/promises";
import { compileForm } from "../../engine/compile/compile.js";
import type { CompiledForm } from "../../engine/compile/compiled.js";
import { definitionProblem } from "../../engine/problem/definition.js";
import { formsProblem } from "../../engine/problem/forms.js";
import { refuses } from "../../engine/problem/problem.js";
import type { ExampleCodes } from "../../engine/record/example/outcome.js";
import { type ExampleResult, nextPath, runExample } from "../../engine/record/example/run.js";
import { inOne, toldExample } from "../../engine/record/example/told.js";
import { say } from "../../engine/text/text.js";
import type { CodeRow, FormDefinition, FormExample, Problem, Text, WorkflowDefinition } from "../../schemas/types.js";
import { codes as validCodes, form as validForm, workflow as validWorkflow } from "../../schemas/validators.js";
import type { Neighbours } from "./checker.js";
import type { Definitions } from "./definitions.js";
import { simpleWorkflow } from "./simple-workflow.js";

/** As many examples as one sentence names. */
const mostNamed = 3;

export interface ExampleRun {
  definitions: Definitions;
  owner: string;
  neighbours: Neighbours;
  beside: "working" | "published";
  /** How long it may go on beginning another example, in milliseconds; the rest is told to be left. */
  patience: number;
}

/** What comes out differently in the examples of a form, with its workflow and the rows that are published. */
export async function formExamples(run: ExampleRun, form: FormDefinition): Promise<Problem[]> {
  const examples = form.examples ?? [];
  const compiled = examples.length ? compiledBeside(form, run.neighbours) : undefined;
  if (!compiled) return [];
  const codes = await rowsFor(run, compiled);
  const until = performance.now() + run.patience;
  const found: Problem[] = [];
  for (const [index, example] of examples.entries()) {
    if (performance.now() > until) return [...found, notRun(examples.length - index, "/examples")];
    found.push(...toldExample(example, index, runExample(compiled, example, codes)));
    await turn();
  }
  return found;
}

const notRun = (count: number, path: string): Problem => definitionProblem("definition.examples-not-run", { count }, path, { level: "warn" });

/** Forms whose examples go on to another step with this workflow. What an author has already changed in the form's working copy is not held against it. */
export async function workflowExamples(run: ExampleRun, workflow: WorkflowDefinition): Promise<Problem[]> {
  const until = performance.now() + run.patience;
  const found: Problem[] = [];
  const users = usersOf(run.neighbours, ({ workflow: name }) => name === workflow.id);
  for (const [nth, form] of users.entries()) {
    if (performance.now() > until) return [...found, notRun(countIn(users.slice(nth)), "")];
    const compiled = compiledBeside(form, run.neighbours);
    if (!compiled) continue;
    const kept = run.beside === "published" ? ((await run.definitions.working(run.owner, "form", form.id)) as FormDefinition | undefined) : form;
    const still = new Map((validForm(kept) ? (kept?.examples ?? []) : []).map(({ id, expect }) => [id, expect.next]));
    const held = form.examples!.filter(({ id, expect }) => expect.next !== undefined && still.get(id) === expect.next);
    const broken = await failing(compiled, held, await rowsFor(run, compiled), ({ path, level }) => level !== "warn" && path === nextPath);
    if (broken.length) found.push(breaks(form, broken));
  }
  return found;
}

/** Doubts about forms whose examples come out as expected with the rows in use, and not with these. */
export async function codesExamples(run: ExampleRun, list: string, rows: CodeRow[]): Promise<Problem[]> {
  const until = performance.now() + run.patience;
  const found: Problem[] = [];
  const users = usersOf(run.neighbours, () => true);
  for (const [nth, form] of users.entries()) {
    if (performance.now() > until) return [...found, notRun(countIn(users.slice(nth)), "")];
    const compiled = compiledBeside(form, run.neighbours);
    const codes = compiled && (await rowsFor(run, compiled));
    if (!codes || !Object.hasOwn(codes, list)) continue;
    const before = (await run.definitions.rows(run.owner, list)) ?? [];
    const fine: FormExample[] = [];
    for (const example of form.examples!) {
      if (runExample(compiled, example, { ...codes, [list]: before }).passed) fine.push(example);
      await turn();
    }
    const broken = await failing(compiled, fine, { ...codes, [list]: rows }, refuses);
    if (broken.length) found.push({ ...breaks(form, broken), level: "warn" });
  }
  return found;
}

const usersOf = ({ forms }: Neighbours, uses: (form: FormDefinition) => boolean): FormDefinition[] =>
  Object.values(forms).filter((form) => validForm(form) && form.examples?.length && uses(form));

const countIn = (forms: readonly FormDefinition[]): number => forms.reduce((sum, { examples = [] }) => sum + examples.length, 0);

/** With the workflow beside it; undefined while either has faults, which are told elsewhere. */
function compiledBeside(form: FormDefinition, { workflows }: Neighbours): CompiledForm | undefined {
  const workflow = form.workflow === undefined ? simpleWorkflow : workflows[form.workflow];
  if (!validWorkflow(workflow)) return undefined;
  const compiled = compileForm(form, workflow as WorkflowDefinition, { owner: "", version: 1, workflowVersion: 1 });
  return Array.isArray(compiled) ? undefined : compiled;
}

/** As people choose from them: the published rows; of a list that was never published, those of its working copy. */
async function rowsFor({ definitions, owner, neighbours }: ExampleRun, { codes }: CompiledForm): Promise<ExampleCodes> {
  const found: ExampleCodes = {};
  for (const list of new Set([...codes, "holidays"])) {
    const written = neighbours.codes[list];
    const rows = (await definitions.rows(owner, list)) ?? (validCodes(written) ? written?.rows : undefined);
    if (rows) found[list] = rows;
  }
  return found;
}

type Failed = [example: FormExample, result: ExampleResult];

async function failing(form: CompiledForm, examples: readonly FormExample[], codes: ExampleCodes, counts: (problem: Problem) => boolean): Promise<Failed[]> {
  const found: Failed[] = [];
  for (const example of examples) {
    const result = runExample(form, example, codes);
    const differences = result.differences.filter(counts);
    if (differences.length) found.push([example, { ...result, differences }]);
    await turn();
  }
  return found;
}

function breaks(form: FormDefinition, broken: readonly Failed[]): Problem {
  const named = broken.slice(0, mostNamed).map(([{ title }, { differences }]): Text => {
    const words = inOne(differences);
    return { th: `“${say(title, "th")}” ${say(words, "th")}`, en: `“${say(title, "en")}” ${say(words, "en")}` };
  });
  const problems = broken.flatMap(([example, result]) => toldExample(example, form.examples!.indexOf(example), result));
  return formsProblem("definition.examples-break", { form: form.title, examples: named }, "", { problems });
}
