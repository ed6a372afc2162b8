// What a form speaks of besides itself: rows of code lists, forms that it looks into, its workflow. Brought once, when it is first spoken of.
import type { FormDefinition } from "../../../schemas/types.js";
import { fieldsOf } from "../engine.js";
import type { Surroundings } from "../surroundings.js";

/** The forms that it looks into, as far as they are here. */
export function lookedInto(form: FormDefinition, around: Surroundings): Record<string, FormDefinition> {
  return Object.fromEntries(
    others(form).flatMap((id) => {
      const other = around.brought("form", id);
      return other ? [[id, other]] : [];
    }),
  );
}

const others = ({ id, lookups }: FormDefinition): string[] => Object.values(lookups ?? {}).flatMap(({ form }) => (form === id ? [] : [form]));

/** Whether something came. */
export async function bringSpokenOf(form: FormDefinition, around: Surroundings): Promise<boolean> {
  const lists = fieldsOf(form).flatMap(({ schema }) => schema["x-codes"] ?? []);
  const came = await Promise.all([
    around.need([...new Set(lists)]),
    around.bring("form", others(form)),
    around.bring(
      "workflow",
      [form, ...Object.values(lookedInto(form, around))].flatMap(({ workflow }) => workflow ?? []),
    ),
  ]);
  return came.some(Boolean);
}
