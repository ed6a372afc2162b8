// A workflow beside its form: the sections, fields and documents it names are there.
import type { ActionDefinition, FieldType, FormDefinition, Problem, Text, WorkflowDefinition } from "../../schemas/types.js";
import { flatten } from "../definition/flatten.js";
import { flowProblem } from "../problem/flow.js";

export function checkForm(workflow: WorkflowDefinition, form: FormDefinition): Problem[] {
  const sections = new Set((form.layout ?? []).flatMap((page) => page.sections.map(({ id }) => id)));
  const types = new Map(flatten(form).flatMap(({ name, type, parent }) => (parent < 0 ? [[name, type] as const] : [])));
  return [
    ...workflow.states.flatMap(({ title, edit }, index) => unknownSections(edit?.sections, sections, title, `/states/${index}/edit/sections`, "warn")),
    ...workflow.actions.flatMap((action, index) => [
      ...unknownSections(action.sign?.sections, sections, action.title, `/actions/${index}/sign/sections`),
      ...fields(action, types, `/actions/${index}`),
      ...effects(action, form, `/actions/${index}/effects`),
    ]),
    ...prints(workflow, form),
    ...numbers(workflow, form),
  ];
}

// A section left open that another form of the same workflow has does this one no harm: a doubt. One that is signed must be there.
function unknownSections(
  named: readonly string[] | undefined,
  known: ReadonlySet<string>,
  owner: Text,
  path: string,
  level: "refuse" | "warn" = "refuse",
): Problem[] {
  return (named ?? []).flatMap((section, index) =>
    known.has(section) ? [] : [flowProblem("flow.unknown-section", { owner, section }, `${path}/${index}`, level === "warn" ? { level } : undefined)],
  );
}

function fields({ title, sign, person }: ActionDefinition, types: ReadonlyMap<string, FieldType | undefined>, path: string): Problem[] {
  const found: Problem[] = [];
  if (sign?.field !== undefined && types.get(sign.field) !== "signature")
    found.push(flowProblem("flow.sign-field", { action: title, field: sign.field }, `${path}/sign/field`));
  if (person !== undefined && types.get(person) !== "person") found.push(flowProblem("flow.person-field", { action: title, field: person }, `${path}/person`));
  return found;
}

function effects({ title, effects: list = [] }: ActionDefinition, form: FormDefinition, path: string): Problem[] {
  return list.flatMap(({ type, to, message, document }, index) => {
    const at = `${path}/${index}`;
    if (type === "document") {
      if (document === undefined) return [flowProblem("flow.effect-no-document", { action: title }, at)];
      return form.documents?.includes(document) ? [] : [flowProblem("flow.effect-document", { action: title, document }, `${at}/document`)];
    }
    return [
      ...(to?.length ? [] : [flowProblem("flow.effect-to", { action: title }, at)]),
      ...(message === undefined ? [flowProblem("flow.effect-message", { action: title }, at)] : []),
    ];
  });
}

function prints({ prints: all = [] }: WorkflowDefinition, form: FormDefinition): Problem[] {
  return all.flatMap(({ document }, index) =>
    form.documents?.includes(document) ? [] : [flowProblem("flow.print-document", { document }, `/prints/${index}/document`)],
  );
}

function numbers({ actions }: WorkflowDefinition, form: FormDefinition): Problem[] {
  const known = new Set(actions.map(({ id }) => id));
  return flatten(form).flatMap(({ schema, type, title }) => {
    const on = schema["x-number"]?.on ?? "submit";
    return type !== "running-number" || known.has(on) ? [] : [flowProblem("flow.number-action", { field: title, action: on }, "/actions")];
  });
}
