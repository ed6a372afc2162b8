// Prints a record: the document of its release over a plain context, as a page. A sealed record's print is kept and shown as it was printed.

import type { CompiledForm } from "../../engine/compile/compiled.js";
import { documentContext } from "../../engine/document/context.js";
import type { Facts } from "../../engine/expression/facts.js";
import { formsProblem } from "../../engine/problem/forms.js";
import { sealedText } from "../../engine/record/seal.js";
import { say } from "../../engine/text/text.js";
import { bangkokDate } from "../../engine/thai/date.js";
import { thaiDigits } from "../../engine/thai/digits.js";
import { numberOf } from "../../engine/workflow/record-fact.js";
import type { DocumentDefinition, FormRecord, Problem } from "../../schemas/types.js";
import { canonical, sha256 } from "../events/event.js";
import type { FileDoc } from "../files/file.js";
import { found, refuse } from "../plugins/refusal.js";
import type { LabelContext } from "../records/labels.js";
import { mask } from "../records/masking.js";
import type { RecordDoc, RecordForms } from "../records/subject.js";
import { storedFacts } from "../records/view.js";
import type { Storage } from "../storage/port.js";
import { printPage } from "./page.js";
import type { TemplateFault } from "./render-job.js";
import type { Templating } from "./templating.js";

export interface PrintOrder {
  record: RecordDoc;
  forms: RecordForms;
  document: string;
  /** Whether the reader may see what is sensitive. */
  sensitive: boolean;
  now: string;
}

/** A kept print: a file that says of which record in which revision it is. */
interface PrintDoc extends FileDoc {
  document: string;
  release: string;
  recordRev: number;
}

const printId = ({ record, document }: Pick<PrintOrder, "record" | "document">): string => `${record.id}-${document}-${record.rev}`;

/** The page as it was printed when the record was sealed, or as it prints now. */
export async function print(templating: Templating, context: LabelContext, order: PrintOrder): Promise<string> {
  const kept = order.record.sealed && order.sensitive ? await keptPrint(context.storage, order) : undefined;
  return kept ?? render(templating, context, order);
}

async function keptPrint(storage: Storage, order: PrintOrder): Promise<string | undefined> {
  const file = await storage.get<PrintDoc>("files", printId(order));
  const bytes = file && (await storage.files.get(file.sha256));
  if (!bytes) return undefined;
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

async function render(templating: Templating, context: LabelContext, order: PrintOrder): Promise<string> {
  const definition = await documentOf(context, order);
  const made = await pageOf(templating, definition, await filling(context, order));
  return "faults" in made ? refuse(templateProblems(made.faults)) : made.page;
}

/** What a page is filled with. */
export interface Filling {
  form: CompiledForm;
  record: FormRecord;
  facts: Facts;
  check: string;
  /** Of what exactly: the same again comes to the same. */
  of: string;
}

/** A record as this reader may see it. */
export async function filling(context: LabelContext, { record: stored, forms, sensitive, now }: Omit<PrintOrder, "document">): Promise<Filling> {
  const record = sensitive ? stored : mask(forms.own, stored).record;
  const kept = await storedFacts(context, forms.own, record, now);
  // The day it is printed; of a sealed record, the day that it keeps.
  const facts = record.sealed ? kept : { ...kept, today: bangkokDate(now) };
  return { form: forms.own, record, facts, check: checkCode(forms.own, stored), of: `${record.id}/${record.rev}` };
}

/** The page that a template makes of it. */
export async function pageOf(
  templating: Templating,
  definition: Omit<DocumentDefinition, "kind" | "id">,
  { form, record, facts, check, of }: Filling,
): Promise<{ page: string } | { faults: TemplateFault[] }> {
  const digits = definition.digits ?? "thai";
  const rendered = await templating.render(definition.template, documentContext(form, record, facts, { check }, digits), { owner: record.owner, of });
  if ("faults" in rendered) return rendered;
  const number = numberOf(form, record.answers as Record<string, unknown>);
  const words = number === undefined ? undefined : `เลขที่ ${digits === "thai" ? thaiDigits(number) : number}`;
  const page = printPage({
    title: [say(definition.title, "th"), number].filter(Boolean).join(" "),
    language: "th",
    paper: definition.paper ?? "A4",
    fragment: rendered.html,
    check: `รหัสตรวจสอบ ${check}`,
    ...(words === undefined ? {} : { number: words }),
  });
  return { page };
}

/** The version of a document that the record's release names. */
async function documentOf(context: LabelContext, { record, document }: PrintOrder): Promise<DocumentDefinition> {
  const release = await context.definitions.releaseDoc(record.owner, record.release);
  const version = found(release && Object.hasOwn(release.documents, document) ? release.documents[document] : undefined);
  const stored = await context.definitions.version(record.owner, "document", document, version);
  return found(stored?.content.kind === "document" ? stored.content : undefined);
}

/** Eight letters that change when any answer or signature does: whoever holds the paper can compare. */
export function checkCode(form: CompiledForm, record: FormRecord): string {
  const sections = form.pages.flatMap((page) => page.sections.map(({ id }) => id));
  const signatures = record.signatures.filter((one) => !one.void).map(({ id, hash }) => [id, hash]);
  const hash = sha256(canonical([record.id, sealedText(form, record.answers as Record<string, unknown>, sections), signatures])).toUpperCase();
  return `${hash.slice(0, 4)}-${hash.slice(4, 8)}`;
}

/** Keeps the print of a sealed record as a file. Done twice it is the same file, and the first one stays. */
export async function keepPrint(templating: Templating, context: LabelContext, order: PrintOrder): Promise<void> {
  const { storage } = context;
  const { record, forms, document, now } = order;
  const id = printId(order);
  if (!record.sealed || (await storage.get("files", id))) return;
  const bytes = Buffer.from(await render(templating, context, { ...order, sensitive: true }));
  const { sha256: hash, size } = await storage.files.put(only(bytes));
  const sensitive = mask(forms.own, record).masked.length > 0;
  const doc: PrintDoc = {
    id,
    owner: record.owner,
    format: 1,
    rev: 1,
    name: `${document}.html`,
    type: "text/html",
    size,
    sha256: hash,
    account: "system",
    createdAt: now,
    record: record.id,
    document,
    release: record.release,
    recordRev: record.rev,
    ...(sensitive ? { sensitive } : {}),
  };
  await storage.commit([{ op: "insert", collection: "files", doc }]);
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** What is wrong with a template, for whoever wrote it. */
export function templateProblems(faults: readonly TemplateFault[]): Problem[] {
  return faults.map((fault) => {
    if (fault.fault === "forbidden") return formsProblem("document.forbidden", { what: fault.what, line: fault.line ?? 1 }, "/template");
    if (fault.fault === "syntax") return formsProblem("document.template", { near: nearOf(fault.message), line: fault.line ?? 1 }, "/template");
    return formsProblem("document.too-much", {}, "/template");
  });
}

/** The words at the broken place, out of the library's own message: `Parse error on line 3:` and below it what stands there. */
const nearOf = (message: string): string =>
  (/^Parse error[^\n]*\n([^\n]*)/.exec(message)?.[1] ?? message)
    .replace(/^(\.\.\.|Invalid path: )/, "")
    .replace(/ - \d+:\d+$/, "")
    .slice(0, 80);
