// What a reader may do to a record, arranged: the main action, the others, and why the rest is not theirs now.
import type { CompiledForm } from "../../engine/compile/compiled.js";
import type { ActionDefinition, AvailableAction, RecordView, Text } from "../../schemas/types.js";

export interface CaseChoice extends AvailableAction {
  /** It sends the case back to its author for correction. */
  returns: boolean;
  /** It ends the case without a verdict, as when it is withdrawn. */
  ends?: true;
}

export interface CaseChoices {
  main?: CaseChoice;
  others: CaseChoice[];
  /** Asked of this reader, but something is still missing; each says what. */
  blocked: CaseChoice[];
  /** Not theirs now, each with its reason. */
  not: CaseChoice[];
  /** The reader may change answers now; correcting a returned case is the main thing to do. */
  edit: boolean;
  correct: boolean;
}

export function caseChoices(view: RecordView, account: string): CaseChoices {
  const actions = definitionsOf(view);
  const choices = view.actions.map((action) => {
    const definition = actions.get(action.id);
    return { ...action, returns: returnsToAuthor(view, definition), ...(endsQuietly(view, definition) && { ends: true as const }) };
  });
  const allowed = choices.filter((choice) => choice.allowed);
  const edit = view.editable.length > 0;
  const correct = edit && view.state.look === "back" && view.record.author === account;
  const main = correct ? undefined : allowed.find((choice) => choice.tone === "main");
  return {
    ...(main && { main }),
    // While correcting, sending again belongs to the form: there the answers are checked first.
    others: allowed.filter((choice) => choice !== main && !(correct && choice.tone === "main")),
    blocked: choices.filter(missing),
    not: choices.filter((choice) => !choice.allowed && choice.why && !missing(choice)),
    edit,
    correct,
  };
}

/** The actions of people that the state of the record does not have. */
export function otherSteps(view: RecordView): ActionDefinition[] {
  const here = new Set(view.actions.map(({ id }) => id));
  return [...definitionsOf(view).values()].filter(({ id, system, from }) => !system && !here.has(id) && !from.includes("new"));
}

/** Nothing can be done, as before anything was read. */
export const noChoices: CaseChoices = { others: [], blocked: [], not: [], edit: false, correct: false };

/** The reason is in the case, not in the person: an answer or a condition that can still be met. */
const missing = ({ allowed, why }: CaseChoice): boolean => !allowed && why !== undefined && inTheCase.has(why.code);
const inTheCase = new Set(["workflow.guard", "workflow.not-complete"]);

function definitionsOf(view: RecordView): Map<string, ActionDefinition> {
  const workflow = (view.form as unknown as CompiledForm).workflow?.definition;
  return new Map((workflow?.actions ?? []).map((action) => [action.id, action]));
}

/** The state an action leads to, where that is one. */
const leadsTo = (view: RecordView, action: ActionDefinition | undefined) =>
  (view.form as unknown as CompiledForm).workflow?.definition.states.find(({ id }) => id === action?.to);

function returnsToAuthor(view: RecordView, action: ActionDefinition | undefined): boolean {
  const state = leadsTo(view, action);
  return state?.look === "back" && state.final !== true;
}

function endsQuietly(view: RecordView, action: ActionDefinition | undefined): boolean {
  const state = leadsTo(view, action);
  return state?.look === "quiet" && state.final === true;
}

/** The fields that the author could be asked to correct: those of the sections the returned state opens, at most `limit`. */
export function correctable(view: RecordView, action: string, limit = 8): { name: string; title: Text }[] {
  const form = view.form as unknown as CompiledForm;
  const to = definitionsOf(view).get(action)?.to;
  const open = form.workflow.definition.states.find(({ id }) => id === to)?.edit?.sections;
  return form.pages
    .flatMap((page) => page.sections)
    .filter((section) => !open || open.includes(section.id))
    .flatMap((section) => section.fields.map((index) => form.fields[index]!))
    .filter(
      (field) =>
        !field.value &&
        field.type !== "note" &&
        field.type !== "signature" &&
        field.type !== "running-number" &&
        Object.hasOwn(view.record.answers, field.name),
    )
    .slice(0, limit)
    .map(({ name, title }) => ({ name, title }));
}
