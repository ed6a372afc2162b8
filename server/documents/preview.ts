// A print while it is being written: the template over an example of its form, over nothing, or over a record that its writer may read.
import { compileForm } from "../../engine/compile/compile.js";
import type { CompiledForm } from "../../engine/compile/compiled.js";
import { checkDocument } from "../../engine/definition/check-document.js";
import { sampleAuthor, sampleRecord, sampleSignature } from "../../engine/document/sample.js";
import { sampleLabels } from "../../engine/edit/sample.js";
import { formsProblem } from "../../engine/problem/forms.js";
import { bangkokDate } from "../../engine/thai/date.js";
import type { DocumentDefinition, FormDefinition, PrintPage, PrintPreview, WorkflowDefinition } from "../../schemas/types.js";
import { form as validForm, workflow as validWorkflow } from "../../schemas/validators.js";
import type { Definitions } from "../definitions/definitions.js";
import { simpleWorkflow } from "../definitions/simple-workflow.js";
import type { Snapshot } from "../organizations/snapshot.js";
import { codesFor, type LabelContext } from "../records/labels.js";
import { organizationFact } from "../records/people-facts.js";
import { checkCode, type Filling, pageOf, templateProblems } from "./print.js";
import type { Templating } from "./templating.js";

/** Pictures of the example, in the place of the files that are nowhere. */
const pictures: Record<string, string> = {
  "sample-photo": `<rect width="120" height="90" fill="#ddd"/><circle cx="60" cy="36" r="16" fill="#999"/><path d="M24 90a36 30 0 0 1 72 0z" fill="#999"/>`,
  [sampleSignature]: `<path d="M6 64c22-58 34-52 26-14s6 20 16-4 12 22 22 4 10 10 20-2 14 6 24 2" fill="none" stroke="#224" stroke-width="3"/>`,
};

/** A form without questions: what a print is tried with that no form prints yet. */
const noForm: FormDefinition = { kind: "form", id: "none", title: "–", schema: { type: "object", properties: {} } };

export interface PreviewOrder extends Pick<PrintPreview, "title" | "template" | "paper" | "digits" | "form" | "filled"> {
  id: string;
  /** A record instead of an example, as its reader may see it. */
  filling?: Filling;
  now: string;
}

export async function preview(templating: Templating, context: LabelContext, order: PreviewOrder): Promise<PrintPage> {
  const { id, template, title, paper, digits } = order;
  const form =
    order.form === undefined ? { definition: noForm, compiled: compiledOf(noForm, simpleWorkflow, context.snapshot.owner) } : await formOf(context, order.form);
  const document: DocumentDefinition = { kind: "document", id, title, template, ...(paper ? { paper } : {}), ...(digits ? { digits } : {}) };
  // What the form lacks is told beside the page; where no form is chosen nothing is known of it.
  const prints = form && order.form !== undefined ? { [order.form]: { ...(form.written ?? form.definition), documents: [id] } } : {};
  const problems = checkDocument(document, { forms: prints });
  if (problems.some(({ level }) => level !== "warn")) return { problems };
  if (!form?.compiled) return { problems: [...problems, formsProblem("document.form-unready", { form: form?.definition.title ?? order.form ?? "" })] };
  const filling = order.filling ?? (await example(context, form.definition, form.compiled, order));
  const made = await pageOf(templating, document, filling);
  return "faults" in made ? { problems: templateProblems(made.faults) } : { page: drawn(made.page), problems };
}

/** What an example is made of, and what its author has written: where that cannot be filled yet, the form as it is published. */
interface Exemplified {
  definition: FormDefinition;
  compiled: CompiledForm | undefined;
  written?: FormDefinition;
}

async function formOf({ definitions, snapshot: { owner } }: LabelContext, id: string): Promise<Exemplified | undefined> {
  const working = await definitions.working(owner, "form", id);
  const written = working && validForm(working) ? (working as unknown as FormDefinition) : undefined;
  const compiled = written && compiledOf(written, await workflowOf(definitions, owner, written), owner);
  if (compiled) return { definition: written, compiled };
  const [published, newest] = await Promise.all([definitions.newest(owner, "form", id), definitions.newestForm(owner, id)]);
  if (published && newest) return { definition: published, compiled: newest.form, ...(written ? { written } : {}) };
  return written && { definition: written, compiled: undefined };
}

async function workflowOf(definitions: Definitions, owner: string, { workflow }: FormDefinition): Promise<WorkflowDefinition> {
  if (workflow === undefined) return simpleWorkflow;
  const working = await definitions.working(owner, "workflow", workflow);
  if (working && validWorkflow(working)) return working as unknown as WorkflowDefinition;
  return (await definitions.newest(owner, "workflow", workflow)) ?? simpleWorkflow;
}

function compiledOf(form: FormDefinition, workflow: WorkflowDefinition, owner: string): CompiledForm | undefined {
  const compiled = compileForm(form, workflow, { owner, version: 1, workflowVersion: 1 });
  return Array.isArray(compiled) ? undefined : compiled;
}

async function example(context: LabelContext, definition: FormDefinition, form: CompiledForm, { filled, now }: PreviewOrder): Promise<Filling> {
  const { definitions, snapshot } = context;
  const organization = placeOf(snapshot, form.unit);
  const facts = {
    today: bangkokDate(now),
    author: { account: "", person: "", duties: [], ...sampleAuthor, organization: organization?.name ?? "" },
    ...(organization ? { organization } : {}),
    lookups: {},
    codes: await codesFor(definitions, snapshot.owner, form),
    labels: { ...sampleLabels },
  };
  const record = sampleRecord({ form, definition, facts, now, blank: filled === "blank" });
  return { form, record, facts, check: checkCode(form, record), of: `preview/${filled ?? "sample"}/${form.id}` };
}

/** A real place of the kind that records of the form belong to. */
function placeOf(snapshot: Snapshot, unit: CompiledForm["unit"]) {
  const kinds = { own: ["school", "centre"], class: ["class"], school: ["school", "centre"], lao: ["lao"] }[unit];
  const own = [...snapshot.organizations.values()].filter(({ owner }) => owner === snapshot.owner);
  const place = own.find(({ kind }) => kinds.includes(kind)) ?? own[0];
  return place && organizationFact(snapshot, place.id);
}

const drawn = (page: string): string =>
  page.replace(/\/api\/v1\/files\/(sample-(?:photo|signature))/g, (_, id: string) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 90">${pictures[id]}</svg>`;
    return `data:image/svg+xml,${encodeURIComponent(svg)}`;
  });
