// A condition of a workflow read aloud, with the questions of the form that uses it; as it is written where the form is not whole yet.
import type { FormDefinition, WorkflowDefinition } from "../../../schemas/types.js";
import { session } from "../../api/session.js";
import { readerOf } from "../../fields/why/reader.js";
import { type Reader, ruleWords } from "../../fields/why/rule-words.js";
import { clock } from "../../ui/clock.js";
import { compileForm, type ExampleCodes, isTree, parse } from "../engine.js";

/** Of the definitions as they stand: a change makes others. */
const readers = new WeakMap<WorkflowDefinition, { form: FormDefinition; reader: Reader | undefined }>();

export function guardWords(rule: string, workflow: WorkflowDefinition, form: FormDefinition | undefined, codes: ExampleCodes): string {
  const tree = parse(rule);
  const reader = form && readerFor(workflow, form, codes);
  return (reader && isTree(tree) ? ruleWords(tree, reader) : undefined) ?? rule;
}

function readerFor(workflow: WorkflowDefinition, form: FormDefinition, codes: ExampleCodes): Reader | undefined {
  const known = readers.get(workflow);
  if (known?.form === form) return known.reader;
  const compiled = compileForm(form, workflow, { owner: session.current?.actor.owner ?? "", version: 1, workflowVersion: 1 });
  const reader = Array.isArray(compiled) ? undefined : readerOf(compiled, { today: clock.today(), lookups: {}, codes, labels: {}, partial: true });
  readers.set(workflow, { form, reader });
  return reader;
}
