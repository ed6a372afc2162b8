// Rules of menus: every item leads somewhere, once, and not too deep.
import type { FormDefinition, MenuDefinition, MenuItem, Problem } from "../../schemas/types.js";
import { definitionProblem } from "../problem/definition.js";
import { checkWho } from "./check-access.js";
import type { DefinitionContext } from "./context.js";
import { dayKeyOf } from "./day-key.js";
import { flatten } from "./flatten.js";
import { limits } from "./limits.js";
import { listWords } from "./list-words.js";

/** Problems of a menu whose shape is right. */
export function checkMenu({ items }: MenuDefinition, { forms, reports, duties }: DefinitionContext): Problem[] {
  const found: Problem[] = [];
  const ids = new Set<string>();
  const walk = (list: readonly MenuItem[], at: string, level: number): void => {
    for (const [index, item] of list.entries()) {
      const path = `${at}/${index}`;
      const title = item.label;
      if (ids.has(item.id)) found.push(definitionProblem("definition.repeated-item", { id: item.id }, `${path}/id`));
      ids.add(item.id);
      if (level > limits.menuLevels) found.push(definitionProblem("definition.menu-too-deep", { title, limit: limits.menuLevels }, path));
      const branch = item.items !== undefined && item.items.length > 0;
      if (!item.target && !branch) found.push(definitionProblem("definition.item-leads-nowhere", { title }, path));
      if (item.target && branch) found.push(definitionProblem("definition.item-leads-twice", { title }, path));
      for (const key of ["form", "list"] as const) {
        const name = item.target?.[key];
        if (forms && name !== undefined && !Object.hasOwn(forms, name))
          found.push(definitionProblem("definition.unknown-form", { name }, `${path}/target/${key}`));
      }
      const report = item.target?.report;
      if (reports && report !== undefined && !Object.hasOwn(reports, report))
        found.push(definitionProblem("definition.unknown-report", { name: report }, `${path}/target/report`));
      found.push(...checkToday(item, path, forms));
      found.push(...checkWho(item.who, `${path}/who`, duties));
      walk(item.items ?? [], `${path}/items`, level + 1);
    }
  };
  walk(items, "/items", 1);
  return found;
}

/** Work of the day is a form of which there is one a day and place; what is told of it are fields of that form. */
function checkToday({ label: title, target, today }: MenuItem, path: string, forms: Record<string, FormDefinition> | undefined): Problem[] {
  if (!today) return [];
  if (target?.form === undefined) return [definitionProblem("definition.no-day-work", { title }, `${path}/today`)];
  const form = forms && Object.hasOwn(forms, target.form) ? forms[target.form] : undefined;
  if (!form) return [];
  const top = flatten(form).filter(({ parent }) => parent < 0);
  const day = dayKeyOf(form.keys ?? [], (name) => top.some((field) => field.name === name && field.type === "date"));
  if (!day) return [definitionProblem("definition.no-day-work", { title }, `${path}/today`)];
  return (today.show ?? []).flatMap((name, at) =>
    top.some((field) => field.name === name)
      ? []
      : [definitionProblem("definition.unknown-field", { list: listWords("today"), name }, `${path}/today/show/${at}`)],
  );
}
