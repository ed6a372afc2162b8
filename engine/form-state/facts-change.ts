// Which nodes other facts make it necessary to work out again.
import type { CompiledForm } from "../compile/compiled.js";
import type { Facts } from "../expression/facts.js";
import type { Value } from "../expression/tree.js";
import { alike } from "./same.js";

/** Who reads a lookup that changed; everybody, when the day, the people, the codes or the record did. */
export function factsChange(form: CompiledForm, was: Facts, now: Facts): readonly number[] {
  const same = (part: "today" | "author" | "organization" | "codes" | "record") =>
    was[part] === now[part] || alike(was[part] as unknown as Value, now[part] as unknown as Value);
  if (!(["today", "author", "organization", "codes", "record"] as const).every(same)) return form.order;
  const nodes = new Set<number>();
  for (const [name, readers] of Object.entries(form.lookupDependants)) {
    const [old, next] = [was, now].map(({ lookups }) => (Object.hasOwn(lookups, name) ? lookups[name] : undefined));
    if ((old === undefined) === (next === undefined) && alike(old?.value as Value, next?.value as Value)) continue;
    for (const reader of readers) nodes.add(reader);
  }
  return [...nodes];
}
