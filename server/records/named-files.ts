// The files that answers name: each must exist, belong to the actor or the record, and be of a kind the field takes.
// The commit asserts them, and marks them as the record's from then on.
import type { CompiledField, CompiledForm } from "../../engine/compile/compiled.js";
import { formsProblem } from "../../engine/problem/forms.js";
import { fieldOf } from "../../engine/record/retired.js";
import type { Action, Actor, FormRecord, Problem } from "../../schemas/types.js";
import type { FileDoc } from "../files/file.js";
import { fileTypes } from "../files/types.js";
import type { Storage, Write } from "../storage/port.js";
import { idsIn, leaves } from "./walk.js";

interface Named {
  id: string;
  path: string;
  sensitive: boolean;
  field?: CompiledField;
}

function named(form: CompiledForm, answers: object): Named[] {
  const found: Named[] = [];
  for (const { field, value, path, sensitive } of leaves(form, answers)) {
    if (field.type === "file" || field.type === "photo") found.push(...idsIn(value).map((id) => ({ id, path, sensitive, field })));
    if (field.type === "signature") found.push(...idsIn((value as { image?: unknown }).image).map((id) => ({ id, path, sensitive })));
  }
  return found;
}

/** Files in values that are put away: nothing is lost by hiding a field. */
function putAway(form: CompiledForm, retired: object): string[] {
  const kinds = new Map(form.fields.map(({ id, type }) => [id, type]));
  return Object.entries(retired).flatMap(([key, value]) => {
    const type = kinds.get(fieldOf(key));
    return type === "file" || type === "photo" ? idsIn(value) : [];
  });
}

const endingOf = (mime: string): string | undefined => fileTypes.find((type) => type.mime === mime)?.id;

function misfit({ field, path }: Named, file: FileDoc): Problem | undefined {
  const ending = endingOf(file.type) ?? "";
  const { accept, maxBytes } = field?.options ?? {};
  if (accept && !accept.includes(ending)) return formsProblem("action.file-kind", { file: file.name, kinds: accept }, path);
  if (field?.type === "photo" && !file.type.startsWith("image/"))
    return formsProblem("action.file-kind", { file: file.name, kinds: ["jpg", "png", "webp"] }, path);
  return maxBytes !== undefined && file.size > maxBytes
    ? formsProblem("action.file-size", { file: file.name, limit: Math.floor(maxBytes / 1024) }, path)
    : undefined;
}

/** The file as the record's from now on. */
function held(file: FileDoc, record: string, sensitive: boolean | undefined): Write {
  const doc: FileDoc = { ...file, rev: file.rev + 1, record, ...(sensitive ? { sensitive: true } : {}) };
  return { op: "replace", collection: "files", doc, rev: file.rev };
}

/** The writes that hold the files of a record, or what is wrong with them. */
export async function fileWrites(
  storage: Storage,
  actor: Actor,
  action: Action,
  form: CompiledForm,
  stored: FormRecord | null,
  record: FormRecord,
): Promise<{ writes: Write[] } | { problems: Problem[] }> {
  const wanted = named(form, record.answers);
  if (action.signature !== undefined) wanted.push({ id: action.signature, path: "/signature", sensitive: false });
  const away = putAway(form, record.retired);
  if (!wanted.length && !away.length) return { writes: [] };
  const before = new Set(stored ? named(form, stored.answers).map(({ id }) => id) : []);
  const files = new Map((await storage.getMany<FileDoc>("files", [...new Set([...wanted.map(({ id }) => id), ...away])])).map((file) => [file.id, file]));
  const problems: Problem[] = [];
  const writes = new Map<string, Write>();
  for (const one of wanted) {
    const file = files.get(one.id);
    const belongs = file && file.owner === record.owner && (file.record === record.id || (file.record === undefined && file.account === actor.account));
    if (!belongs) {
      problems.push(formsProblem("action.file", { file: one.id }, one.path));
      continue;
    }
    const wrong = before.has(one.id) ? undefined : misfit(one, file);
    if (wrong) problems.push(wrong);
    const sensitive = file.sensitive || one.sensitive;
    const settled = file.record === record.id && Boolean(file.sensitive) === Boolean(sensitive);
    writes.set(one.id, settled ? { op: "assert", collection: "files", id: file.id, rev: -1 } : held(file, record.id, sensitive));
  }
  for (const id of away) {
    const file = files.get(id);
    if (file && !writes.has(id) && file.owner === record.owner && file.record === undefined && file.account === actor.account)
      writes.set(id, held(file, record.id, file.sensitive));
  }
  return problems.length ? { problems } : { writes: [...writes.values()] };
}
