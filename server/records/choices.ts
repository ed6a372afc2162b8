// Ids that somebody newly chose must be of something here that they may see, and where the field says so, of the record's own organization
// or what stands below it, and of the kind it asks for: the engine only knows what an id looks like.
import type { CompiledField, CompiledForm } from "../../engine/compile/compiled.js";
import { formsProblem } from "../../engine/problem/forms.js";
import type { FormRecord, Problem } from "../../schemas/types.js";
import { covers, type Snapshot } from "../organizations/snapshot.js";
import { hiddenLabel } from "./labels.js";
import { idsIn, leaves } from "./walk.js";

const chosen = new Set(["person", "organization", "position", "reference"]);

/** What choices are judged by: words for all ids in the answers, the tree, and the day of the choice. */
export interface ChoiceFacts {
  labels: Record<string, string>;
  snapshot: Snapshot;
  today: string;
}

/** A problem for each newly chosen id without words, or from outside the place that its field allows. */
export function choiceProblems(form: CompiledForm, stored: FormRecord | null, record: FormRecord, facts: ChoiceFacts): Problem[] {
  const before = new Set(stored ? [...leaves(form, stored.answers)].flatMap(({ value }) => idsIn(value)) : []);
  return [...leaves(form, record.answers)].flatMap(({ field, value, path }) => {
    if (!chosen.has(field.type) || field.value) return [];
    const fresh = idsIn(value).filter((id) => !before.has(id));
    const unknown = fresh.some((id) => !Object.hasOwn(facts.labels, id) || facts.labels[id] === hiddenLabel);
    return unknown
      ? [formsProblem("action.unknown-choice", { title: field.title }, path)]
      : fresh.flatMap((id) => otherKind(field, id, facts, path) ?? outside(field, id, record, facts, path) ?? []);
  });
}

/** A room is a class, and no office. */
function otherKind({ title, options }: CompiledField, id: string, { labels, snapshot }: ChoiceFacts, path: string): Problem | undefined {
  const kind = snapshot.organizations.get(id)?.kind;
  return !options.kinds || kind === undefined || options.kinds.includes(kind)
    ? undefined
    : formsProblem("action.choice-kind", { choice: labels[id], title }, path);
}

function outside(field: CompiledField, id: string, record: FormRecord, { labels, snapshot, today }: ChoiceFacts, path: string): Problem | undefined {
  const { within } = field.options;
  const top = within && (within === "unit" ? record.organization : record.owner);
  if (top === undefined || placesOf(field, id, snapshot, today).some((place) => snapshot.unit(place).includes(top))) return;
  // Everybody whom this owner knows is of the owner, with a position or without.
  if (field.type === "person" && top === record.owner) return;
  const place = snapshot.organizations.get(top)?.name ?? top;
  const code = field.type === "person" ? "action.person-outside" : "action.choice-outside";
  return formsProblem(code, { choice: labels[id], place, title: field.title }, path);
}

/** Where what was chosen stands: itself, where a position sits, where a person holds one that day. */
function placesOf({ type }: CompiledField, id: string, snapshot: Snapshot, today: string): string[] {
  if (type === "organization") return [id];
  const positions =
    type === "position"
      ? [id]
      : snapshot
          .holdingsOf(id)
          .filter((one) => covers(one, today))
          .map(({ position }) => position);
  return positions.flatMap((one) => snapshot.positions.get(one)?.organization ?? []);
}
