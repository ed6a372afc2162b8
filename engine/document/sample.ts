// A record as an example for a print: answered, numbered, signed by everybody who signs, and at its end; or with nothing answered yet.
import type { FormDefinition, FormRecord, Signature, WorkflowDefinition } from "../../schemas/types.js";
import type { CompiledForm } from "../compile/compiled.js";
import { holderOf, holds } from "../edit/form/tree.js";
import { sampleAnswer, sampleAnswers, sampleLabels } from "../edit/sample.js";
import type { Facts } from "../expression/facts.js";
import { isEmpty } from "../fields/field.js";
import { openForm } from "../form-state/open.js";

type Holder = Parameters<typeof holderOf>[0];
type Answers = Record<string, unknown>;

/** The picture of a drawn signature, as files are named. */
export const sampleSignature = "sample-signature";

/** Whose record it is, and who signs it, one after the other. */
export const sampleAuthor = { name: "นางสาวมาลี ใจดี", position: "ครู" };
const signers = [
  { name: "นายวิชัย ตั้งใจ", position: "ผู้อำนวยการสถานศึกษา" },
  { name: "นางสาวสุดา รักงาน", position: "ผู้อำนวยการกองการศึกษา" },
  { name: "นายปรีชา มั่นคง", position: "ปลัด" },
];

export interface SampleOrder {
  /** The form as people fill it, and as its author wrote it. */
  form: CompiledForm;
  definition: FormDefinition;
  facts: Facts;
  now: string;
  /** With nothing in it: how the paper looks before anybody writes. */
  blank?: boolean;
}

export function sampleRecord({ form, definition, facts, now, blank }: SampleOrder): FormRecord {
  const { states } = form.workflow.definition;
  const last = states.findLast(({ final, look }) => final && look === "ok") ?? states.at(-1);
  return {
    format: 1,
    id: "sample",
    owner: form.owner,
    form: form.id,
    release: form.release,
    organization: facts.organization?.id ?? "",
    unit: [],
    author: "",
    authorName: sampleAuthor.name,
    authorPosition: sampleAuthor.position,
    createdAt: now,
    updatedAt: now,
    rev: 1,
    state: blank ? (states[0]?.id ?? "") : (last?.id ?? ""),
    stateSince: now,
    answers: blank ? {} : answered(form, definition, facts),
    retired: {},
    facts: {},
    signatures: blank ? [] : signatures(form.workflow.definition, now),
    signing: {},
    handlers: [],
    sealed: false,
    row: {},
  };
}

/** What people answer, what rules make of it, and for what neither gives something of its kind. */
function answered(form: CompiledForm, definition: FormDefinition, facts: Facts): Answers {
  const own = sampleAnswers(definition, facts);
  const known = { ...facts, labels: { ...facts.labels, ...sampleLabels }, partial: true as const };
  return filled(definition.schema, openForm(form, own, known).answers as Answers, facts);
}

function filled(holder: Holder, answers: Answers, facts: Facts): Answers {
  const entries = Object.entries(holderOf(holder).properties).map(([name, schema]) => {
    const value = Object.hasOwn(answers, name) ? answers[name] : undefined;
    const kind = holds(schema);
    if (kind === "group") return [name, filled(schema, (value ?? {}) as Answers, facts)] as const;
    if (isEmpty(value)) return [name, sampleAnswer(schema, facts)] as const;
    return [name, kind === "table" && Array.isArray(value) ? value.map((row) => ({ ...row, ...filled(schema, row as Answers, facts) })) : value] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** One of each place to sign: where two actions sign in the same field, the first of them was done. */
function signatures({ actions }: WorkflowDefinition, now: string): Signature[] {
  const signing = actions.filter(({ sign }, at) => sign && (sign.field === undefined || actions.findIndex((other) => other.sign?.field === sign.field) === at));
  return signing.map(({ id, sign }, at) => ({
    id: `sample-${id}`,
    action: id,
    ...(sign?.as === undefined ? {} : { as: sign.as }),
    ...(sign?.field === undefined ? {} : { field: sign.field }),
    account: "",
    ...signers[at % signers.length]!,
    comment: "เห็นควรอนุญาต",
    at: now,
    image: sampleSignature,
    sections: [],
    hash: "",
  }));
}
