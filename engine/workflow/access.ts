// What a form's access comes to: what holds where nothing is said, and who may do what as one table. The policy asks the same.
import type { Access, FormDefinition, WorkflowDefinition } from "../../schemas/types.js";
import { newState } from "./states.js";
import { dutyOf, isDuty } from "./who.js";

/** Unsaid, a record is for its author and whoever acts or acted on it; making and exporting are for nobody. */
export const unsaid = { create: [], read: ["author", "handler"], list: ["author"], export: [], sensitive: ["author", "handler"] } satisfies Access;

export type Use = keyof typeof unsaid;
export const uses = Object.keys(unsaid) as Use[];

/** Who may make a record: said by the form, else by the actions that make one, else anyone of the owner. */
export function makersOf({ create }: Access, { actions }: Pick<WorkflowDefinition, "actions">): readonly string[] {
  const makers = actions.filter(({ from }) => from.includes(newState)).flatMap(({ who }) => who ?? []);
  return create ?? (makers.length ? makers : ["anyone"]);
}

/** `yes` always, `own` for what is theirs, `turn` while it waits for them and once they have acted. */
export type May = "yes" | "own" | "turn" | "no";

export interface AccessRow {
  /** A duty, or a standing to the record. */
  who: string;
  may: Record<Use, May>;
}

/** Who may do what: the author and the handlers first, then each of these duties. Without a workflow nobody acts after it is sent. */
export function accessTable(
  form: Pick<FormDefinition, "access">,
  workflow: Pick<WorkflowDefinition, "actions"> | undefined,
  duties: readonly string[],
): AccessRow[] {
  const access = form.access ?? {};
  const named = (use: Use): readonly string[] => (use === "create" ? makersOf(access, workflow ?? { actions: [] }) : (access[use] ?? unsaid[use]));
  const acts = new Set(
    (workflow?.actions ?? []).filter(({ system }) => !system).flatMap(({ from, who = [] }) => (from.some((state) => state !== newState) ? who : [])),
  );
  const given = (who: string, use: Use): May => {
    const list = named(use);
    if (list.includes("anyone")) return "yes";
    if (who === "author") return use !== "create" && list.includes("author") ? "own" : "no";
    // Lists begin at duties and at one's own: nobody finds a record there for having acted on it.
    if (who === "handler") return use !== "create" && use !== "list" && list.includes("handler") ? "turn" : "no";
    if (list.some((one) => one === who || (isDuty(one) && dutyOf(one).duty === who))) return "yes";
    return use !== "create" && use !== "list" && list.includes("handler") && [...acts].some((one) => isDuty(one) && dutyOf(one).duty === who) ? "turn" : "no";
  };
  return ["author", "handler", ...new Set(duties)].map((who) => {
    const may = Object.fromEntries(uses.map((use) => [use, given(who, use)])) as Record<Use, May>;
    // What is sensitive is part of a record: whoever may not read that sees nothing of it.
    if (may.read === "no") may.sensitive = "no";
    else if (may.sensitive === "yes" && may.read !== "yes") may.sensitive = may.read;
    return { who, may };
  });
}
