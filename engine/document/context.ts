// What a print template sees: plain data in the words of a letter. Every text is ready to print; templates only place it.
import type { FormRecord, Text } from "../../schemas/types.js";
import type { CompiledForm } from "../compile/compiled.js";
import type { Facts } from "../expression/facts.js";
import { say } from "../text/text.js";
import { thaiDigits } from "../thai/digits.js";
import { type Day, dayOf, instantDay } from "./day.js";
import { type Shown, showFields } from "./fields.js";
import { type Signed, signaturesOf } from "./signatures.js";

export type Digits = "thai" | "arabic";

/** Turns what is known into printed text: its digits as the document wants them. */
export type Print = (text: string) => string;

export interface DocumentContext {
  form: { id: string; title: string };
  /** The running number, or nothing. */
  number: string;
  state: { id: string; title: string };
  /** When the record was made, last changed, and printed. */
  created: Day;
  updated: Day;
  today: Day;
  /** By name; groups hold `fields`, tables hold `rows` of cells by name. */
  fields: Record<string, Shown>;
  /** In the order they were given; voided ones are not among them. */
  signed: Signed[];
  /** The last one by action, and by signature field. */
  signatures: Record<string, Signed>;
  signatureFields: Record<string, Signed>;
  author: { name: string; position: string; organization: string };
  /** Where the record belongs, and by kind what it belongs to: `organization.lao`, `organization.province`. */
  organization: Record<string, string>;
  [extra: string]: unknown;
}

/** The context of one record; `extras` are the server's own words (the LAO's address, a check code) and stand beside. */
export function documentContext(
  form: CompiledForm,
  record: FormRecord,
  facts: Facts,
  extras: Record<string, unknown> = {},
  digits: Digits = "thai",
): DocumentContext {
  const print: Print = digits === "thai" ? thaiDigits : (text) => text;
  const known = { ...facts, labels: { ...facts.labels, ...(record.facts as Partial<Facts>).labels } };
  const signed = signaturesOf(record, print);
  const by = (key: "action" | "field") => Object.fromEntries(signed.flatMap((one) => (one[key] === "" ? [] : [[one[key], one]])));
  const state = form.workflow.definition.states.find(({ id }) => id === record.state);
  const fields = showFields(form, record.answers, known, print);
  return {
    ...extras,
    form: { id: form.id, title: print(say(form.title, "th")) },
    number: Object.values(fields).find(({ type, text }) => type === "running-number" && text !== "")?.text ?? "",
    state: { id: record.state, title: state ? say(state.title, "th") : "" },
    created: instantDay(record.createdAt, print),
    updated: instantDay(record.updatedAt, print),
    today: dayOf(facts.today, print),
    fields,
    signed,
    signatures: by("action"),
    signatureFields: by("field"),
    author: {
      name: record.authorName,
      position: words(record.authorPosition, print),
      organization: words(facts.author?.organization, print),
    },
    organization: places(facts, print),
  };
}

function places({ organization }: Facts, print: Print): Record<string, string> {
  if (!organization) return { name: "" };
  const above = organization.ancestors.map(({ kind, name }) => [kind, words(name, print)] as const);
  return { ...Object.fromEntries(above), [organization.kind]: words(organization.name, print), name: words(organization.name, print), kind: organization.kind };
}

function words(text: Text | undefined, print: Print): string {
  return text === undefined ? "" : print(say(text, "th"));
}
