// What a signature covers: a hash of the answers in the sections it signs. Numbers given later, signatures, and what follows the record's
// own state are not the signer's words and stay out.
import type { CompiledForm } from "../compile/compiled.js";
import type { Tree } from "../expression/tree.js";
import { canonical } from "./canonical.js";
import { identified } from "./identified.js";
import type { Answers } from "./place.js";
import { type Node, shapeOf } from "./shape.js";

/** The sections a sign rule names; all of the form unless said. */
export function signedSections(form: CompiledForm, sections: readonly string[] | undefined): string[] {
  return sections ? [...sections] : [...shapeOf(form).sections];
}

/** Canonical JSON of the signed answers, by field id: what is hashed. */
export function sealedText(form: CompiledForm, answers: Answers, sections: readonly string[]): string {
  const moving = followers(form);
  const covered = ({ field }: Node) => field.type !== "running-number" && field.type !== "signature" && !moving.has(field.id);
  const nodes = shapeOf(form).top.filter((node) => node.section !== undefined && sections.includes(node.section) && covered(node));
  return canonical(Object.fromEntries(nodes.map((node) => [node.field.id, identified(node, answers[node.field.name], covered)])));
}

const known = new WeakMap<CompiledForm, ReadonlySet<string>>();

/** Ids of the fields worked out from `record.*`, directly or through other fields: they change when the record moves, not when somebody writes. */
export function followers(form: CompiledForm): ReadonlySet<string> {
  let found = known.get(form);
  if (!found) {
    found = follow(form);
    known.set(form, found);
  }
  return found;
}

const following = new WeakMap<CompiledForm, boolean>();

/** Whether anything in the form reads `record.*`, so that a move may change what it shows. */
export function followsRecord(form: CompiledForm): boolean {
  const known = following.get(form);
  if (known !== undefined) return known;
  const record = new Set(["record"]);
  const trees = [...form.fields.flatMap(({ show, value }) => [show, value]), ...form.pages.flatMap((page) => page.sections.map(({ show }) => show))];
  const follows = trees.some((tree) => tree !== undefined && reads(tree, record));
  following.set(form, follows);
  return follows;
}

function follow(form: CompiledForm): Set<string> {
  const names = new Set(["record"]);
  const ids = new Set<string>();
  for (let before = -1; before !== ids.size; ) {
    before = ids.size;
    for (const { id, name, value } of form.fields) {
      if (!value || !reads(value, names)) continue;
      ids.add(id);
      names.add(name);
    }
  }
  return ids;
}

const opening = new WeakMap<CompiledForm, ReadonlySet<string>>();

/** Ids of the fields that are shown by what the record has become, by their own rule, their section's or that of what they lie in. */
export function opensLater(form: CompiledForm): ReadonlySet<string> {
  let found = opening.get(form);
  if (!found) {
    found = opens(form);
    opening.set(form, found);
  }
  return found;
}

function opens(form: CompiledForm): Set<string> {
  const names = new Set(["record", ...form.fields.filter(({ id }) => followers(form).has(id)).map(({ name }) => name)]);
  const sections = form.pages.flatMap((page) => page.sections);
  const ids = new Set<string>();
  for (let before = -1; before !== ids.size; ) {
    before = ids.size;
    const closed = new Set(sections.filter(({ show }) => show && reads(show, names)).flatMap(({ fields }) => fields));
    for (const [index, { id, name, show, parent }] of form.fields.entries()) {
      const inside = parent >= 0 && ids.has(form.fields[parent]!.id);
      if (!inside && !closed.has(index) && !(show && reads(show, names))) continue;
      ids.add(id);
      names.add(name);
    }
  }
  return ids;
}

function reads(tree: Tree, names: ReadonlySet<string>): boolean {
  if (tree[0] === "name") return names.has(tree[1]);
  return tree.some((part) => Array.isArray(part) && reads(part as unknown as Tree, names));
}
