// The pages of a form: as its layout has them, or all fields in one section where there is none.
import type { FormDefinition } from "../../schemas/types.js";
import type { FlatField } from "../definition/flatten.js";
import { type Rule, sectionsOf } from "../definition/rules.js";
import type { CompiledForm, CompiledSection } from "./compiled.js";

const indexesOf = (flat: readonly FlatField[]) => new Map(flat.flatMap(({ parent, name }, index) => (parent < 0 ? [[name, index] as const] : [])));

/** Fields of each section, in the order in which sections are counted. */
export function sectionIndexes(form: FormDefinition, flat: readonly FlatField[]): number[][] {
  const indexes = indexesOf(flat);
  if (!form.layout) return [[...indexes.values()]];
  return sectionsOf(form).map(({ section }) => section.fields.flatMap((name) => indexes.get(name) ?? []));
}

/** Pages with their sections. */
export function compilePages(form: FormDefinition, flat: readonly FlatField[], rules: readonly Rule[]): CompiledForm["pages"] {
  const fields = sectionIndexes(form, flat);
  if (!form.layout) return [{ title: form.title, sections: [{ id: "main", fields: fields[0]! }] }];
  let number = 0;
  return form.layout.map(({ page, sections }) => ({
    title: page,
    sections: sections.map(({ id, title, description }): CompiledSection => {
      const at = number++;
      const show = rules.find(({ owner }) => owner === flat.length + at)?.tree;
      return {
        id,
        ...(title === undefined ? {} : { title }),
        ...(description === undefined ? {} : { description }),
        ...(show ? { show } : {}),
        fields: fields[at]!,
      };
    }),
  }));
}
