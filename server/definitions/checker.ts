// Says everything that is wrong with a definition: by itself, beside the owner's other definitions, and beside what is published of it.
import { randomBytes } from "node:crypto";
import { checkDefinition } from "../../engine/definition/check.js";
import { identify } from "../../engine/definition/identify.js";
import { limits } from "../../engine/definition/limits.js";
import { definitionProblem } from "../../engine/problem/definition.js";
import { refuses } from "../../engine/problem/problem.js";
import { checkReport } from "../../engine/report/compile.js";
import { checkWorkflow } from "../../engine/workflow/check.js";
import type { CodesDefinition, FormDefinition, Problem, ReportDefinition, WorkflowDefinition } from "../../schemas/types.js";
import { codes as validCodes, form as validForm, report as validReport, workflow as validWorkflow } from "../../schemas/validators.js";
import { refuse } from "../plugins/refusal.js";
import { AskedAlready, type OtherForm } from "./asked.js";
import { codesProblems } from "./codes-rows.js";
import type { Definitions } from "./definitions.js";
import { type DefinitionKind, type DefinitionOf, definitionKinds, type Version, versionId, type Working, workingId } from "./docs.js";
import { codesExamples, type ExampleRun, formExamples, workflowExamples } from "./examples.js";

/** What a definition is read beside: by kind, by id. */
export interface Neighbours {
  forms: Record<string, DefinitionOf["form"]>;
  workflows: Record<string, DefinitionOf["workflow"]>;
  documents: Record<string, DefinitionOf["document"]>;
  codes: Record<string, CodesDefinition>;
  reports: Record<string, ReportDefinition>;
}

interface Read extends Neighbours {
  /** The forms that are not retired, as their heads count them. */
  inUse: OtherForm[];
}

const shelf = { form: "forms", workflow: "workflows", document: "documents", codes: "codes", report: "reports" } as const;
/** How long a check may run examples, in milliseconds. Publishing runs them all. */
const patience = { working: 1000, published: Number.POSITIVE_INFINITY };
/** Documents asked for in one question. */
const chunk = 100;
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** The id of a field: 10 characters of base 32, by chance. */
export const newFieldId = (): string => Array.from(randomBytes(10), (byte) => alphabet[byte % 32]).join("");

/** The rules of a workflow, and how it fits the forms that name it; of a form, how its workflow fits. */
function flowProblems(kind: DefinitionKind, definition: Record<string, unknown>, { forms, workflows }: Neighbours): Problem[] {
  if (kind === "workflow" && validWorkflow(definition)) {
    const workflow = definition as unknown as WorkflowDefinition;
    const users = Object.values(forms).filter((form) => form.workflow === workflow.id && validForm(form));
    return unlike([checkWorkflow(workflow), ...users.map((form) => checkWorkflow(workflow, form))]);
  }
  if (kind !== "form" || !validForm(definition)) return [];
  const form = definition as unknown as FormDefinition;
  const workflow = workflows[form.workflow ?? ""];
  if (!workflow || !validWorkflow(workflow)) return [];
  const alone = new Set(checkWorkflow(workflow).map(same));
  return checkWorkflow(workflow, form)
    .filter((problem) => !alone.has(same(problem)))
    .map((problem) => ({ ...problem, path: "/workflow" }));
}

const same = ({ code, path, title }: Problem): string => `${code} ${path} ${title.en}`;

/** What the examples of forms say of a definition that is right by itself. */
function exampleProblems(run: ExampleRun, kind: DefinitionKind, definition: unknown): Promise<Problem[]> | Problem[] {
  if (kind === "form") return formExamples(run, definition as FormDefinition);
  if (kind === "workflow") return workflowExamples(run, definition as WorkflowDefinition);
  return kind === "codes" ? codesExamples(run, (definition as CodesDefinition).id, (definition as CodesDefinition).rows) : [];
}

/** Each problem once, although several forms have it. */
function unlike(lists: Problem[][]): Problem[] {
  return [...new Map(lists.flat().map((problem) => [same(problem), problem])).values()];
}

export class Checker {
  /** What only a later capability can check, by kind: documents register their templates' syntax here. */
  readonly more = new Map<DefinitionKind, (definition: Record<string, unknown>, owner: string) => Promise<Problem[]>>();

  readonly #asked = new AskedAlready();

  constructor(readonly definitions: Definitions) {}

  /** The definition with an id for each field that has none. */
  identify(kind: DefinitionKind, given: Record<string, unknown>): Record<string, unknown> {
    return kind === "form" ? (identify(given as never, newFieldId) as unknown as Record<string, unknown>) : given;
  }

  /** Even an unfinished working copy has an end. */
  refuseTooLarge(definition: Record<string, unknown>): void {
    const size = Buffer.byteLength(JSON.stringify(definition));
    if (size > limits.bytes) refuse(definitionProblem("definition.too-large", { size, limit: limits.bytes }));
  }

  /** All problems at once. `beside` says whether its neighbours are the working copies or what is published. */
  async problems(
    place: { owner: string; kind: DefinitionKind; name: string },
    definition: Record<string, unknown>,
    beside: "working" | "published" = "working",
  ): Promise<Problem[]> {
    const { inUse, ...neighbours } = await this.#read(place.owner, beside);
    // A definition may speak of itself: a leave request looks up earlier leave requests.
    if (place.kind !== "menu") (neighbours[shelf[place.kind]] as Record<string, unknown>)[place.name] = definition;
    const found = [...checkDefinition(definition, neighbours), ...flowProblems(place.kind, definition, neighbours)];
    if (place.kind === "codes" && validCodes(definition)) {
      const published = await this.definitions.newest(place.owner, "codes", place.name);
      if (published) found.push(...codesProblems(published, definition as unknown as CodesDefinition));
    }
    if (place.kind === "report" && validReport(definition)) {
      // A form whose shape is not right yet has no fields to speak of.
      const forms = Object.fromEntries(Object.entries(neighbours.forms).filter(([, form]) => validForm(form)));
      found.push(...checkReport(definition as unknown as ReportDefinition, { ...neighbours, forms }));
    }
    // Only what is right can be run.
    if (!found.some(refuses)) {
      const run = { definitions: this.definitions, owner: place.owner, neighbours, beside, patience: patience[beside] };
      found.push(...(await exampleProblems(run, place.kind, definition)));
    }
    if (place.kind === "form" && beside === "working" && validForm(definition))
      found.push(...this.#asked.doubts(place.owner, definition as unknown as FormDefinition, inUse));
    const more = this.more.get(place.kind);
    return more ? [...found, ...(await more(definition, place.owner))] : found;
  }

  async neighbours(owner: string, beside: "working" | "published"): Promise<Neighbours> {
    const { inUse: _, ...neighbours } = await this.#read(owner, beside);
    return neighbours;
  }

  async #read(owner: string, beside: "working" | "published"): Promise<Read> {
    const heads = await this.definitions.heads(
      owner,
      definitionKinds.filter((kind) => kind !== "menu"),
    );
    const neighbours: Read = { forms: {}, workflows: {}, documents: {}, codes: {}, reports: {}, inUse: [] };
    const wanted = beside === "working" ? heads : heads.filter(({ version }) => version > 0);
    for (let at = 0; at < wanted.length; at += chunk) {
      const part = wanted.slice(at, at + chunk);
      const contents = new Map<string, unknown>();
      if (beside === "working") {
        const docs = await this.definitions.storage.getMany<Working>(
          "definitions",
          part.map(({ kind, name }) => workingId(owner, kind, name)),
        );
        for (const doc of docs) contents.set(doc.id.slice(0, -"/working".length), doc.definition);
      } else {
        const docs = await this.definitions.storage.getMany<Version>(
          "versions",
          part.map(({ kind, name, version }) => versionId(owner, kind, name, version)),
        );
        for (const doc of docs) contents.set(doc.id.slice(0, doc.id.lastIndexOf("/")), doc.content);
      }
      for (const head of part) {
        const content = contents.get(head.id);
        if (content) (neighbours[shelf[head.kind as keyof typeof shelf]] as Record<string, unknown>)[head.name] = content;
        if (content && head.kind === "form" && !head.retired)
          neighbours.inUse.push({ id: head.name, saved: `${head.updatedAt} ${head.edit}`, form: content as FormDefinition });
      }
    }
    return neighbours;
  }
}
