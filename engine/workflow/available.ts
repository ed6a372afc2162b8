// The actions an actor has on a record now, and for each that is not there, why not.
import type { ActionDefinition, Actor, AvailableAction, FormRecord, HeldPosition } from "../../schemas/types.js";
import type { CompiledForm } from "../compile/compiled.js";
import type { Facts } from "../expression/facts.js";
import { isProblem } from "../problem/problem.js";
import { workflowProblem } from "../problem/workflow.js";
import { bangkokDate } from "../thai/date.js";
import { actingWords } from "./acting.js";
import { guarded, incomplete } from "./judge.js";
import { keptFacts } from "./kept-facts.js";
import { permit } from "./permit.js";
import { withRecord } from "./record-fact.js";
import { onDay } from "./who.js";

export interface AvailableOptions {
  /** What is written in the comment so far; unsaid, a missing comment is no reason yet. */
  comment?: string;
  /** An instant; rights are those of its day. Unsaid, the day of the facts. */
  now?: string;
}

/** Every action of the workflow, in its order. A record in the making is judged without its answers. */
export function availableActions(form: CompiledForm, record: FormRecord | null, actor: Actor, facts: Facts, options: AvailableOptions = {}): AvailableAction[] {
  const now = options.now ?? `${facts.today}T00:00:00.000Z`;
  const known = record ? withRecord(facts, form, record) : facts;
  const present = onDay(actor, options.now ? bangkokDate(now) : facts.today);
  return form.workflow.definition.actions.map((action) => {
    const as = permit({ form, record, action, actor: present, facts: known, now });
    if (isProblem(as)) return view(action, { why: as });
    const moment = { form, answers: record?.answers ?? {}, facts: known, actor: present, comment: options.comment };
    const stands = record && (guarded(action, moment) ?? incomplete(action, { ...moment, facts: withRecord(keptFacts(record, facts), form, record) }));
    const why = stands ?? silent(action, options.comment);
    return view(action, why ? { why, as } : { as });
  });
}

/** The problem of a comment that must be there and is not. */
export function silent(action: ActionDefinition, comment: string | undefined) {
  const missing = action.comment === "required" && comment !== undefined && comment.trim() === "";
  return missing ? workflowProblem("workflow.comment-required", { action: action.title }, "/comment") : undefined;
}

function view(action: ActionDefinition, { why, as }: { why?: AvailableAction["why"]; as?: HeldPosition | true }): AvailableAction {
  return {
    id: action.id,
    title: action.title,
    tone: action.tone ?? "plain",
    comment: action.comment ?? "optional",
    signs: action.sign !== undefined,
    allowed: !why,
    ...(why && { why }),
    ...(as && as !== true && as.acting && { acting: actingWords({ kind: as.acting.kind, position: as.title }) }),
  };
}
