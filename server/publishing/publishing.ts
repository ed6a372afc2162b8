// Publishes a working copy: a version that never changes again, and the releases it makes, in one commit with its event.
// A form pins the newest versions of its workflow and documents at that moment; a new version of a workflow or document
// makes a new release of every form that names it, so that a form is never in use with something else than people see published.
import { compileForm } from "../../engine/compile/compile.js";
import { formsProblem } from "../../engine/problem/forms.js";
import type { Actor, FormDefinition, Problem, Published, WorkflowDefinition } from "../../schemas/types.js";
import type { Checker } from "../definitions/checker.js";
import type { Definitions } from "../definitions/definitions.js";
import { type DefinitionKind, type Head, type ReleaseDoc, releaseId, type Version, versionId } from "../definitions/docs.js";
import type { Place } from "../definitions/saving.js";
import { simpleWorkflow } from "../definitions/simple-workflow.js";
import { eventWrite } from "../events/event.js";
import { found, refuse, settle } from "../plugins/refusal.js";
import type { Storage, Write } from "../storage/port.js";

export interface Press {
  storage: Storage;
  definitions: Definitions;
  checker: Checker;
  newId(): string;
}

export interface PublishOrder extends Place {
  actor: Actor;
  at: string;
  note?: string;
}

/** A form that gets a new release: its head, the version it stands at, and what it is pinned to. */
interface Pinned {
  head: Head;
  formVersion: number;
  workflow: { id: string; version: number };
  documents: Record<string, number>;
}

const refusing = (problem: Problem): boolean => problem.level !== "warn";

export async function publish(press: Press, order: PublishOrder): Promise<Published> {
  const { definitions, checker, storage } = press;
  const head = found(await definitions.head(order.owner, order.kind, order.name));
  const definition = found(await definitions.working(order.owner, order.kind, order.name));
  if (head.version && head.publishedEdit === head.edit && !head.retired)
    refuse(formsProblem("definition.unchanged", { id: order.name, version: head.version }));

  const problems = (await checker.problems(order, definition, "published")).filter(refusing);
  if (problems.length) refuse(unpublishable(order, problems));
  const version: Version = {
    id: versionId(order.owner, order.kind, order.name, head.version + 1),
    owner: order.owner,
    format: 1,
    rev: 1,
    kind: order.kind,
    definition: order.name,
    version: head.version + 1,
    content: definition as unknown as Version["content"],
    at: order.at,
    by: order.actor.name,
    ...(order.note === undefined ? {} : { note: order.note }),
  };
  const next: Head = { ...head, rev: head.rev + 1, version: version.version, publishedEdit: head.edit, retired: false };
  const { pinned, asserts } = await whatItPins(press, order, next, version);

  const releases = pinned.map((one) => release(one, order));
  const own = releases.find(({ form }) => order.kind === "form" && form === order.name);
  const writes: Write[] = [
    ...(order.kind === "form" ? [] : [{ op: "replace" as const, collection: "definitions" as const, doc: next, rev: head.rev }]),
    { op: "insert", collection: "versions", doc: version },
    ...pinned.flatMap((one, nth): Write[] => [
      { op: "replace", collection: "definitions", doc: released(one.head, releases[nth]!), rev: one.head.rev - 1 },
      { op: "insert", collection: "releases", doc: releases[nth]! },
      ...rebuild(press, one.head, releases[nth]!, order.at),
    ]),
    ...asserts,
    published(order, version.version, releases),
  ];
  const done = await settle(storage, writes, formsProblem("definition.revision", { id: order.name, found: head.edit }));
  definitions.published.forget(order.owner);
  return { kind: order.kind, id: order.name, version: version.version, seq: done.events[0]!, ...(own ? { release: `${order.name}@${own.version}` } : {}) };
}

const released = (head: Head, { version }: ReleaseDoc): Head => ({ ...head, release: version });

const unpublishable = (order: Place, problems: Problem[]): Problem =>
  formsProblem("definition.not-publishable", { id: order.name, count: problems.length }, undefined, { problems });

/** The forms that get a new release, their heads one revision on, and what must still be so at the commit. */
async function whatItPins(press: Press, order: PublishOrder, next: Head, version: Version): Promise<{ pinned: Pinned[]; asserts: Write[] }> {
  if (version.content.kind === "form") return pinForm(press, order, next, version.content);
  if (version.content.kind !== "workflow" && version.content.kind !== "document") return { pinned: [], asserts: [] };
  const { kind } = version.content;
  const users = (await press.definitions.heads(order.owner, ["form"])).filter(
    (head) => head.release > 0 && (kind === "workflow" ? head.workflow === order.name : head.documents?.includes(order.name)),
  );
  const pinned: Pinned[] = [];
  const broken: Problem[] = [];
  for (const head of users) {
    const newest = found(await press.definitions.releaseDoc(order.owner, `${head.name}@${head.release}`));
    const pin: Pinned = { head: { ...head, rev: head.rev + 1 }, formVersion: newest.formVersion, workflow: newest.workflow, documents: newest.documents };
    if (version.content.kind === "workflow") {
      pin.workflow = { id: order.name, version: version.version };
      const form = found(await press.definitions.version(order.owner, "form", head.name, newest.formVersion)).content as FormDefinition;
      const problems = faults(form, version.content, order.owner);
      if (problems.length) broken.push(formsProblem("definition.form-breaks", { form: head.title }, undefined, { problems }));
    } else pin.documents = { ...newest.documents, [order.name]: version.version };
    pinned.push(pin);
  }
  if (broken.length) refuse(unpublishable(order, broken));
  return { pinned, asserts: [] };
}

async function pinForm(press: Press, order: PublishOrder, next: Head, form: FormDefinition): Promise<{ pinned: Pinned[]; asserts: Write[] }> {
  const { definitions } = press;
  const problems: Problem[] = [];
  const asserts: Write[] = [];
  /** The newest version of what the form names; it must still be the newest at the commit. */
  const pin = async (kind: DefinitionKind, name: string): Promise<number> => {
    const head = await definitions.head(order.owner, kind, name);
    if (head) asserts.push({ op: "assert", collection: "definitions", id: head.id, rev: head.rev });
    return head?.version ?? 0;
  };
  const workflow = { id: form.workflow ?? simpleWorkflow.id, version: form.workflow === undefined ? 0 : await pin("workflow", form.workflow) };
  if (form.workflow !== undefined && !workflow.version)
    problems.push(formsProblem("definition.workflow-unpublished", { workflow: form.workflow }, "/workflow"));
  const documents: Record<string, number> = {};
  for (const [nth, name] of (form.documents ?? []).entries()) {
    documents[name] = await pin("document", name);
    if (!documents[name]) problems.push(formsProblem("definition.document-unpublished", { document: name }, `/documents/${nth}`));
  }
  if (!problems.length) {
    const stored = workflow.version ? await definitions.version(order.owner, "workflow", workflow.id, workflow.version) : undefined;
    problems.push(...faults(form, (stored?.content as WorkflowDefinition | undefined) ?? simpleWorkflow, order.owner));
  }
  if (problems.length) refuse(unpublishable(order, problems));
  const { workflow: _, ...rest } = next;
  const head: Head = { ...rest, documents: form.documents ?? [], ...(form.workflow === undefined ? {} : { workflow: form.workflow }) };
  return { pinned: [{ head, formVersion: next.version, workflow, documents }], asserts };
}

/** What keeps a form and a workflow from being one release. */
function faults(form: FormDefinition, workflow: WorkflowDefinition, owner: string): Problem[] {
  const compiled = compileForm(form, workflow, { owner, version: 1, workflowVersion: 1 });
  return Array.isArray(compiled) ? compiled.filter(refusing) : [];
}

const release = ({ head, formVersion, workflow, documents }: Pinned, order: PublishOrder): ReleaseDoc => ({
  id: releaseId(order.owner, `${head.name}@${head.release + 1}`),
  owner: order.owner,
  format: 1,
  rev: 1,
  form: head.name,
  version: head.release + 1,
  formVersion,
  workflow,
  documents,
  at: order.at,
});

/** Rows and entries of the records there are follow afterwards, in batches, while the form stays in use. */
function rebuild(press: Press, head: Head, release: ReleaseDoc, at: string): Write[] {
  if (head.release === 0) return [];
  return [{ op: "effect", effect: { id: press.newId(), owner: release.owner, type: "rebuild", at, data: { form: release.form, release: release.version } } }];
}

function published(order: PublishOrder, version: number, releases: ReleaseDoc[]): Write {
  return eventWrite({
    owner: order.owner,
    type: "definition.published",
    at: order.at,
    actor: order.actor,
    subject: { kind: "definition", id: `${order.kind}/${order.name}`, unit: [order.owner], ...(order.kind === "form" ? { form: order.name } : {}) },
    payload: { kind: order.kind, id: order.name, version, releases: releases.map((one) => `${one.form}@${one.version}`) },
  });
}

/** Takes a definition out of use. What was made with it stays; publishing it again brings it back. */
export async function retire({ definitions, storage }: Press, order: PublishOrder): Promise<void> {
  const head = found(await definitions.head(order.owner, order.kind, order.name));
  if (!head.version) refuse(formsProblem("definition.not-published", { id: order.name }));
  if (head.retired) return;
  const doc: Head = { ...head, rev: head.rev + 1, retired: true };
  await settle(storage, [
    { op: "replace", collection: "definitions", doc, rev: head.rev },
    eventWrite({
      owner: order.owner,
      type: "definition.retired",
      at: order.at,
      actor: order.actor,
      subject: { kind: "definition", id: `${order.kind}/${order.name}`, unit: [order.owner] },
      payload: { kind: order.kind, id: order.name },
    }),
  ]);
  definitions.published.forget(order.owner);
}
