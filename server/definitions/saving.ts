// Saves working copies: checked, but kept even when not finished. Each save says which one it follows.
import { formsProblem } from "../../engine/problem/forms.js";
import type { Actor, Text, WorkingCopy } from "../../schemas/types.js";
import { eventWrite } from "../events/event.js";
import { found, refuse, settle } from "../plugins/refusal.js";
import type { Write } from "../storage/port.js";
import type { Checker } from "./checker.js";
import type { Definitions } from "./definitions.js";
import { type DefinitionKind, type Head, headId, type Version, type Working, workingId } from "./docs.js";

export interface Place {
  owner: string;
  kind: DefinitionKind;
  name: string;
}

const longestTitle = 4_000;
const longestId = 63;
const mostDocuments = 20;
const isText = (title: unknown): title is Text =>
  (typeof title === "string" && title !== "") ||
  (typeof title === "object" && title !== null && typeof (title as { th?: unknown }).th === "string" && (title as { th: string }).th !== "");

/** As lists show it: of what an unfinished copy has for a title only the words, and not without end. */
function titleOf({ title }: Record<string, unknown>, name: string): Text {
  if (!isText(title)) return name;
  if (typeof title === "string") return title.slice(0, longestTitle);
  const en: unknown = title.en;
  return { th: title.th.slice(0, longestTitle), ...(typeof en === "string" && en !== "" ? { en: en.slice(0, longestTitle) } : {}) };
}

/** An unfinished copy may have anything where names belong. */
function namedIn({ workflow, documents }: Record<string, unknown>): NonNullable<Head["names"]> {
  const ids = (Array.isArray(documents) ? documents : []).filter((one): one is string => typeof one === "string").slice(0, mostDocuments);
  return {
    ...(typeof workflow === "string" ? { workflow: workflow.slice(0, longestId) } : {}),
    ...(ids.length ? { documents: ids.map((id) => id.slice(0, longestId)) } : {}),
  };
}

/** A working copy as the interface shows it, with everything that is wrong with it. */
export async function workingCopy(definitions: Definitions, checker: Checker, place: Place): Promise<WorkingCopy> {
  const head = found(await definitions.head(place.owner, place.kind, place.name));
  const definition = found(await definitions.working(place.owner, place.kind, place.name));
  return view(head, definition, await checker.problems(place, definition));
}

const view = (head: Head, definition: Record<string, unknown>, problems: WorkingCopy["problems"]): WorkingCopy => ({
  kind: head.kind,
  id: head.name,
  rev: head.edit,
  version: head.version,
  retired: head.retired,
  updatedAt: head.updatedAt,
  ...(head.by ? { by: head.by } : {}),
  definition,
  problems,
});

/** The writes of a save: `edit` is the save it follows, 0 for a new definition. */
export function saveWrites(
  place: Place,
  head: Head | undefined,
  working: Working | undefined,
  definition: Record<string, unknown>,
  at: string,
  actor?: Actor,
): { head: Head; writes: Write[] } {
  const { names: _, ...before } = head ?? { version: 0, publishedEdit: 0, release: 0, retired: false };
  const next: Head = {
    ...before,
    id: headId(place.owner, place.kind, place.name),
    owner: place.owner,
    format: 1,
    rev: (head?.rev ?? 0) + 1,
    kind: place.kind,
    name: place.name,
    title: titleOf(definition, place.name),
    ...(place.kind === "form" ? { names: namedIn(definition) } : {}),
    edit: (head?.edit ?? 0) + 1,
    updatedAt: at,
    ...(actor ? { by: { account: actor.account, name: actor.name } } : {}),
  };
  const copy: Working = {
    id: workingId(place.owner, place.kind, place.name),
    owner: place.owner,
    format: 1,
    rev: (working?.rev ?? 0) + 1,
    kind: "working",
    definition,
  };
  return {
    head: next,
    writes: [
      head ? { op: "replace", collection: "definitions", doc: next, rev: head.rev } : { op: "insert", collection: "definitions", doc: next },
      working ? { op: "replace", collection: "definitions", doc: copy, rev: working.rev } : { op: "insert", collection: "definitions", doc: copy },
      // Whoever has it open reads it again. Nobody else sees a working copy.
      ...(actor
        ? [
            eventWrite({
              owner: place.owner,
              type: "working-copy.saved",
              at,
              actor,
              subject: { kind: "working-copy", id: `${place.kind}/${place.name}`, unit: [place.owner] },
              payload: { edit: next.edit },
            }),
          ]
        : []),
    ],
  };
}

async function stored(definitions: Definitions, { owner, kind, name }: Place): Promise<{ head?: Head; working?: Working }> {
  const docs = await definitions.storage.getMany<Head | Working>("definitions", [headId(owner, kind, name), workingId(owner, kind, name)]);
  const parts: { head?: Head; working?: Working } = {};
  for (const doc of docs) {
    if (doc.kind === "working") parts.working = doc;
    else parts.head = doc;
  }
  return parts;
}

function follows(place: Place, head: Head | undefined, edit: number): void {
  if ((head?.edit ?? 0) !== edit) refuse(formsProblem("definition.revision", { id: place.name, found: head?.edit ?? 0 }));
}

/** Keeps a working copy, finished or not. Without an actor it comes with an installation. */
export async function save(
  definitions: Definitions,
  checker: Checker,
  place: Place,
  given: Record<string, unknown>,
  edit: number,
  at: string,
  actor?: Actor,
): Promise<WorkingCopy> {
  if (given.kind !== place.kind || given.id !== place.name)
    refuse(formsProblem("definition.address", { kind: place.kind, id: place.name }, given.kind === place.kind ? "/id" : "/kind"));
  const definition = checker.identify(place.kind, given);
  checker.refuseTooLarge(definition);
  const { head, working } = await stored(definitions, place);
  follows(place, head, edit);
  const { head: next, writes } = saveWrites(place, head, working, definition, at, actor);
  await settle(definitions.storage, writes, formsProblem("definition.revision", { id: place.name, found: edit + 1 }));
  return view(next, definition, await checker.problems(place, definition));
}

/** Takes back what was never published; what was goes back to its newest version. */
export async function discard(definitions: Definitions, place: Place, edit: number, at: string, actor: Actor): Promise<void> {
  const parts = await stored(definitions, place);
  const head = found(parts.head);
  const working = found(parts.working);
  follows(place, head, edit);
  const lost = formsProblem("definition.revision", { id: place.name, found: edit + 1 });
  if (!head.version) {
    const removes: Write[] = [head, working].map((doc) => ({ op: "remove", collection: "definitions", id: doc.id, rev: doc.rev }));
    await settle(definitions.storage, removes, lost);
    return;
  }
  const newest = await definitions.storage.get<Version>("versions", `${head.id}/${head.version}`);
  const { head: next, writes } = saveWrites(place, head, working, found(newest).content as unknown as Record<string, unknown>, at, actor);
  next.publishedEdit = next.edit;
  await settle(definitions.storage, writes, lost);
}
