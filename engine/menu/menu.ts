// The menus that somebody sees: merged in their order, without what is not theirs, without branches that lead nowhere.
import type { Actor, MenuDefinition, MenuGroup, MenuItem, MenuTarget } from "../../schemas/types.js";

/** Whether the actor may go to a target: the policy of whoever asks. */
export type Can = (target: MenuTarget) => boolean;

/** A group for each menu that has something for this actor; items no longer say for whom they are. */
export function visibleMenu(menus: readonly MenuDefinition[], actor: Actor, can: Can): MenuGroup[] {
  return [...menus]
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0) || (a.id < b.id ? -1 : 1))
    .map(({ id, title, items }) => ({ id, title, items: visible(items, actor, can) }))
    .filter(({ items }) => items.length > 0);
}

function visible(items: readonly MenuItem[], actor: Actor, can: Can): MenuItem[] {
  return items.flatMap(({ who, items: inner, target, ...item }) => {
    if (who?.length && !who.some((one) => is(one, actor))) return [];
    const branch = inner ? visible(inner, actor, can) : [];
    const leads = target !== undefined && can(target);
    if (!leads && !branch.length) return [];
    return [{ ...item, ...(leads && { target }), ...(branch.length && { items: branch }) }];
  });
}

/** A menu belongs to no record, so a duty is one over any organization, and relations to a record are nobody's. */
function is(who: string, actor: Actor): boolean {
  if (who === "anyone") return true;
  const [duty, kind] = who.split("@");
  return actor.positions.some(({ duties, scopeKind }) => duties.includes(duty!) && (kind === undefined || kind === scopeKind));
}
