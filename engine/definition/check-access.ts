// Rules of what a definition names around it: duties, the workflow, documents.
import type { DocumentDefinition, FormDefinition, Problem } from "../../schemas/types.js";
import { workflow as validWorkflow } from "../../schemas/validators.js";
import { nearest } from "../expression/scope.js";
import { definitionProblem } from "../problem/definition.js";
import { missingFields } from "./check-document.js";
import type { DefinitionContext } from "./context.js";
import { fieldType } from "./field-type.js";
import { listWords } from "./list-words.js";

/** Whoever is named by a relation to the record and not by a duty. */
const relations = new Set(["author", "handler", "anyone"]);

/** A duty that no position has. */
export function checkWho(who: readonly string[] | undefined, at: string, duties: readonly string[] | undefined): Problem[] {
  return (who ?? []).flatMap((name, index) => {
    const duty = name.split("@")[0]!;
    const path = `${at}/${index}`;
    if (who!.indexOf(name) !== index) return [definitionProblem("definition.repeated-name", { list: listWords(at.split("/").at(-1)!), name }, path)];
    if (!duties || relations.has(name) || duties.includes(duty)) return [];
    const suggestion = nearest(duty, [...duties, ...relations]);
    return [
      suggestion
        ? definitionProblem("definition.misspelt-duty", { name: duty, suggestion }, path)
        : definitionProblem("definition.unknown-duty", { name: duty }, path),
    ];
  });
}

/** A document that would print a blank where this form has nothing to give. */
function checkPrint(document: DocumentDefinition, form: FormDefinition, path: string): Problem[] {
  const fields = missingFields(document, form);
  return fields.length ? [definitionProblem("definition.document-field", { document: document.title, fields }, path, { level: "warn" })] : [];
}

/** Who may do what, and what goes with the form. */
export function checkAccess(form: FormDefinition, { duties, workflows, documents }: DefinitionContext): Problem[] {
  const found: Problem[] = [];
  for (const use of ["create", "read", "list", "export", "sensitive"] as const) found.push(...checkWho(form.access?.[use], `/access/${use}`, duties));
  for (const [index, name] of (form.access?.create ?? []).entries()) {
    if (name === "author" || name === "handler") found.push(definitionProblem("definition.create-by-relation", { name }, `/access/create/${index}`));
  }
  const place = form.access?.place;
  if (place !== undefined && fieldType(form.schema.properties[place] ?? {}) !== "organization")
    found.push(definitionProblem("definition.access-place", { name: place }, "/access/place"));
  if (workflows && form.workflow !== undefined && !Object.hasOwn(workflows, form.workflow))
    found.push(definitionProblem("definition.unknown-workflow", { name: form.workflow }, "/workflow"));
  for (const [index, name] of (form.documents ?? []).entries()) {
    const path = `/documents/${index}`;
    if (form.documents!.indexOf(name) !== index) found.push(definitionProblem("definition.repeated-name", { list: listWords("documents"), name }, path));
    else if (documents && !Object.hasOwn(documents, name)) found.push(definitionProblem("definition.unknown-document", { name }, path));
    else if (documents) found.push(...checkPrint(documents[name]!, form, path));
  }
  return found;
}

/**
 * Whoever may not read a record cannot act on it: a doubt where `read` is said and leaves out those whom the workflow waits for.
 * `handler` is whoever may act now, so naming it is enough.
 */
export function checkActors({ access, workflow }: FormDefinition, { workflows }: DefinitionContext): Problem[] {
  const read = access?.read;
  const flow = workflow !== undefined && workflows && Object.hasOwn(workflows, workflow) ? workflows[workflow] : undefined;
  // A workflow that is being written may have any shape.
  if (!read || !flow || !validWorkflow(flow) || read.includes("anyone")) return [];
  const reads = new Set(read.flatMap((who) => [who, who.split("@")[0]!]));
  const told = new Set<string>();
  return flow.actions.flatMap(({ title, from, who, system }) => {
    if (system || from.every((state) => state === "new")) return [];
    const blind = (who ?? []).filter((one) => !reads.has(one) && !(one !== "author" && (reads.has("handler") || reads.has(one.split("@")[0]!))));
    const missing = blind.includes("author") ? "author" : blind[0];
    if (missing === undefined || told.has(missing)) return [];
    told.add(missing);
    return [definitionProblem("definition.actor-cannot-read", { action: title, who: missing }, "/access/read", { level: "warn" })];
  });
}
