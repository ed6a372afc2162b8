// A small player for stories about records: who does what, on which day, and what came of it. Tests read it like a report.
import { createHash } from "node:crypto";
import { compileForm } from "../../engine/compile/compile.js";
import type { CompiledForm } from "../../engine/compile/compiled.js";
import type { Facts, OrganizationFact } from "../../engine/expression/facts.js";
import { act } from "../../engine/record/act.js";
import type { Acted, NewEvent } from "../../engine/record/act-types.js";
import { changesBetween } from "../../engine/record/changes.js";
import { bangkokDate } from "../../engine/thai/date.js";
import { availableActions } from "../../engine/workflow/available.js";
import { steps } from "../../engine/workflow/steps.js";
import type {
  Action,
  Actor,
  AvailableAction,
  Event,
  FieldSchema,
  FormDefinition,
  FormRecord,
  LayoutPage,
  Problem,
  WorkflowDefinition,
} from "../../schemas/types.js";
import { atSchool } from "./people.js";

export type Answers = Record<string, unknown>;

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** ULIDs that count up: the same in every run. */
export function counter(start = 0): () => string {
  let n = start;
  return () =>
    (n++)
      .toString(32)
      .toUpperCase()
      .replace(/[ILOU]/g, (letter) => ({ I: "W", L: "X", O: "Y", U: "Z" })[letter]!)
      .padStart(26, "0");
}

/** A form of these fields: ids are made of the names, each field in a section `main` unless the layout says otherwise. */
export function formOf(fields: Record<string, FieldSchema>, more: Partial<FormDefinition> & { required?: string[] } = {}): FormDefinition {
  const { required, ...rest } = more;
  const layout: LayoutPage[] = [{ page: "หน้า", sections: [{ id: "main", fields: Object.keys(fields) }] }];
  const schema = { type: "object" as const, ...(required && { required }), properties: identify(fields) };
  return { kind: "form", id: "request", title: "คำขอ", schema, layout, access: { create: ["school-staff"] }, ...rest };
}

function identify(fields: Record<string, FieldSchema>): Record<string, FieldSchema> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, { title: name, ...field, ...idOf(name, field), ...deeper(field) }]));
}

export const fieldId = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .padEnd(10, "0")
    .slice(0, 10);
const idOf = (name: string, field: FieldSchema) => ({ "x-id": field["x-id"] ?? fieldId(name) });
const deeper = ({ items, properties }: FieldSchema): Partial<FieldSchema> => ({
  ...(items?.properties && { items: { ...items, properties: identify(items.properties) } }),
  ...(properties && { properties: identify(properties) }),
});

/** A release, or an error that names what is wrong with the test's own definition. */
export function compiled(form: FormDefinition, workflow: WorkflowDefinition, version = 1): CompiledForm {
  const result = compileForm(form, workflow, { owner: "LAO", version, workflowVersion: version });
  if (Array.isArray(result)) throw new Error(result.map(({ code, path, title }) => `${code} ${path}: ${title.en}`).join("\n"));
  return result;
}

interface Deed {
  /** Answers that differ from the record's. */
  answers?: Answers;
  /** Changes as they are, instead of answers. */
  changes?: Action["changes"];
  /** The record as its maker saw it, when it was not the latest. */
  saw?: FormRecord | null;
  comment?: string;
  warnings?: boolean;
  id?: string;
  signature?: string;
  madeAt?: string;
}

export class Scenario {
  /** The newest version, and those before it. */
  form: CompiledForm;
  readonly older: Record<number, CompiledForm> = {};
  record: FormRecord | null = null;
  problems: Problem[] = [];
  done: Acted | undefined;
  readonly events: NewEvent[] = [];
  now = "2026-11-25T02:00:00.000Z";
  place: OrganizationFact = atSchool;
  facts: Partial<Facts> = {};
  readonly newId = counter();

  constructor(form: FormDefinition, workflow: WorkflowDefinition) {
    this.form = compiled(form, workflow);
  }

  /** It is this day, at nine in the morning in Bangkok unless said. */
  on(day: string, time = "09:00"): this {
    this.now = new Date(Date.parse(`${day}T${time}:00.000+07:00`)).toISOString();
    return this;
  }

  /** Publishes a new version of the form. */
  publishes(form: FormDefinition, workflow: WorkflowDefinition = this.form.workflow.definition): this {
    this.older[this.form.version] = this.form;
    this.form = compiled(form, workflow, this.form.version + 1);
    return this;
  }

  /** Somebody does something; what came of it is in `record` and `problems`. */
  does(actor: Actor, type: string, deed: Deed = {}): this {
    const result = act(this.record, this.action(type, deed), this.context(actor));
    this.problems = Array.isArray(result) ? result : [];
    this.done = Array.isArray(result) ? undefined : result;
    if (this.done) {
      // What the store does in the commit: running numbers take the place of their tokens.
      const text = this.done.numbers.reduce(
        (json, { token, pattern }, n) => json.replaceAll(token, pattern.replace("{n}", String(n + 1))),
        JSON.stringify(this.done.record),
      );
      this.record = JSON.parse(text) as FormRecord;
      this.events.push(...this.done.events);
    }
    return this;
  }

  action(type: string, { answers, changes, saw, comment, warnings, id, signature, madeAt }: Deed = {}): Action {
    const seen = saw === undefined ? this.record : saw;
    const before: Answers | null = seen?.answers ?? null;
    const made = changes ?? (answers || !seen ? changesBetween(this.formOf(seen), before, { ...before, ...answers }) : []);
    return {
      id: id ?? this.newId(),
      type,
      record: this.record?.id ?? `${"0".repeat(25)}R`,
      base: seen?.rev ?? 0,
      changes: made,
      madeAt: madeAt ?? this.now,
      ...(comment !== undefined && { comment }),
      ...(warnings !== undefined && { warnings }),
      ...(signature !== undefined && { signature }),
    };
  }

  context(actor: Actor) {
    return { release: { form: this.form, older: this.older }, actor, facts: this.known(actor), now: this.now, newId: this.newId, hash: sha256 };
  }

  /** Facts as the server would resolve them. */
  known(actor: Actor): Facts {
    const at = actor.positions[0];
    const own = { account: actor.account, person: actor.person, name: actor.name, duties: at?.duties ?? [], ...(at && { position: at.title }) };
    const others = this.record && this.record.author !== actor.account ? (this.record.facts as Partial<Facts>).author : undefined;
    return {
      today: bangkokDate(this.now),
      author: others ?? own,
      organization: this.place,
      lookups: {},
      codes: { holidays: [] },
      labels: {},
      ...this.facts,
    };
  }

  available(actor: Actor): Record<string, AvailableAction> {
    const actions = availableActions(this.formOf(this.record), this.record, actor, this.known(actor), { now: this.now });
    return Object.fromEntries(actions.map((action) => [action.id, action]));
  }

  /** Ids of the actions somebody has now. */
  may(actor: Actor): string[] {
    return Object.values(this.available(actor)).flatMap(({ id, allowed }) => (allowed ? [id] : []));
  }

  /** Why somebody has not this action. */
  whyNot(actor: Actor, action: string): string | undefined {
    return this.available(actor)[action]?.why?.code;
  }

  thread() {
    const events = this.events.map((event, index) => ({ ...event, id: `LAO/${index + 1}`, seq: index + 1 }) as Event);
    return steps(this.formOf(this.record), this.record!, events).map(({ state, status }) => `${state} ${status}`);
  }

  get answers(): Answers {
    return this.record!.answers;
  }

  get state(): string | undefined {
    return this.record?.state;
  }

  /** Codes of what stood in the way. */
  get refused(): string[] {
    return this.problems.map(({ code }) => code);
  }

  private formOf(record: FormRecord | null): CompiledForm {
    const version = record ? Number(record.release.split("@")[1]) : this.form.version;
    return this.older[version] ?? this.form;
  }
}
