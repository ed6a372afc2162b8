// The record that a new one would repeat: of this class and day, say. Who opens the form then is led to it, instead of being refused at the end.
import type { CompiledForm } from "../../engine/compile/compiled.js";
import type { Facts } from "../../engine/expression/facts.js";
import { isEmpty } from "../../engine/fields/field.js";
import { openForm } from "../../engine/form-state/open.js";
import { viewOf } from "../../engine/record/rows.js";
import type { LabelContext } from "./labels.js";
import { mayRead } from "./list.js";
import { isListed } from "./listed.js";
import type { RecordDoc } from "./subject.js";

/** Its id, if a key that refuses is full of starting values already, and the actor may read the record that holds it. */
export async function existing(context: LabelContext, form: CompiledForm, facts: Facts): Promise<string | undefined> {
  const { storage, actor } = context;
  const answers = openForm(form, {}, facts).answers as Record<string, unknown>;
  for (const key of form.keys) {
    const fields = key.fields.filter((name) => name !== "$author");
    const [first] = fields.filter((name) => form.list.filter?.includes(name));
    if (key.on === "warn" || first === undefined || fields.some((name) => isEmpty(answers[name])) || !(await isListed(storage, form))) continue;
    const scope = key.within === "unit" ? facts.organization?.id : form.owner;
    if (scope === undefined) continue;
    const view = viewOf(form.owner, form.id, first, "updated");
    const { items } = await storage.list<RecordDoc>("records", { view, scopes: [scope], k1: String(answers[first]), descending: true, limit: 20 });
    const holds = ({ organization, author, release, answers: there }: RecordDoc) =>
      release === form.release &&
      (key.within === "lao" || organization === scope) &&
      (!key.fields.includes("$author") || author === actor.account) &&
      fields.every((name) => (there as Record<string, unknown>)[name] === answers[name]);
    const found = items.find(holds);
    if (found && (await mayRead(context, actor, found))) return found.id;
  }
  return undefined;
}
