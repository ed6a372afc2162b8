// A thousand random sequences of commands: each is undone to the start and done again, and whatever stands in between is valid or refused with problems.
import { describe, expect, test } from "vitest";
import { compileForm } from "../../../engine/compile/compile.js";
import { renameField } from "../../../engine/definition/rename.js";
import { copyFields, pasteFields } from "../../../engine/edit/form/clip.js";
import { addField, moveField, removeFields, type Spot, setField, setRequired, setSensitive, turnInto } from "../../../engine/edit/form/fields.js";
import { addPage, addSection, layoutOf, movePage, moveSection, removePage, removeSection, sectionIds, setPage } from "../../../engine/edit/form/layout.js";
import { mergeForms } from "../../../engine/edit/form/merge-forms.js";
import { fieldsOf } from "../../../engine/edit/form/tree.js";
import { History } from "../../../engine/edit/history.js";
import { kinds } from "../../../engine/fields/index.js";
import type { FieldType, FormDefinition } from "../../../schemas/types.js";
import { type Random, seeded } from "../../help/chance.js";
import { plainWorkflow } from "../../help/forms.js";
import { formNames, formOf } from "../../help/library.js";

const types = Object.keys(kinds) as FieldType[];
const words = "คำสั่ง";

function spot(form: FormDefinition, random: Random): Spot {
  const holders = fieldsOf(form).filter(({ schema }) => schema["x-field"] === "group" || schema["x-field"] === "table");
  const at = random.below(5);
  return holders.length && random.chance(0.5) ? { parent: random.pick(holders).id, at } : { section: random.pick(sectionIds(form)), at };
}

function ids(random: Random): () => string {
  return () => Array.from({ length: 10 }, () => "0123456789abcdefghjkmnpqrstvwxyz"[random.below(32)]!).join("");
}

/** Something an author may do, on what is there. */
function anything(form: FormDefinition, random: Random): FormDefinition {
  const fields = fieldsOf(form);
  const newId = ids(random);
  const one = () => random.pick(fields).id;
  const layout = layoutOf(form);
  const page = random.below(layout.length);
  const commands: (() => FormDefinition)[] = [
    () => addField(form, spot(form, random), random.pick(types), "ช่องใหม่", newId()),
    () => addSection(form, page, random.below(3), { id: `s${newId()}`, title: "ส่วนใหม่", fields: [] }),
    () => addPage(form, random.below(layout.length + 1), { page: "หน้าใหม่", sections: [{ id: `s${newId()}`, fields: [] }] }),
    () => moveSection(form, random.pick(sectionIds(form)), page, random.below(3)),
    () => movePage(form, page, random.below(layout.length)),
    () => setPage(form, page, { th: `หน้า ${1 + random.below(9)}` }),
    () => (sectionIds(form).length > 1 ? removeSection(form, random.pick(sectionIds(form))) : form),
    () => (layout.length > 1 && layout.some((other, at) => at !== page && other.sections.length) ? removePage(form, page) : form),
    ...(fields.length
      ? [
          () => removeFields(form, [one(), one()]),
          () => moveField(form, one(), spot(form, random)),
          () => setField(form, one(), { title: `ชื่อ ${1 + random.below(99)}`, description: random.chance(0.5) ? "คำอธิบาย" : undefined }),
          () => setField(form, one(), { "x-show": random.pick(["a > 1", "1 +", `${random.pick(fields).name} == 'x'`, "true"]) }),
          () => setRequired(form, one(), random.chance(0.5)),
          () => setSensitive(form, one(), random.chance(0.5)),
          () => turnInto(form, one(), random.pick(types)),
          () => pasteFields(form, copyFields(form, [one(), one()]), spot(form, random), newId),
          () => {
            const next = renameField(form, random.pick(fields).path, `n${1 + random.below(60)}`);
            return Array.isArray(next) ? form : next;
          },
        ]
      : []),
  ];
  return random.pick(commands)();
}

/** Compiled, or refused with reasons: never anything else. */
function sound(form: FormDefinition): boolean {
  const compiled = compileForm(form, plainWorkflow, { owner: "LAO", version: 1, workflowVersion: 1 });
  return !Array.isArray(compiled) || (compiled.length > 0 && compiled.every(({ code, title }) => code !== "" && title.th !== ""));
}

describe("a thousand random sequences", () => {
  for (const name of formNames)
    test(`on ${name}: undone to the start, done again to the end`, () => {
      const start = formOf(name);
      const count = Math.ceil(1000 / formNames.length);
      for (let nth = 0; nth < count; nth++) {
        const random = seeded(nth * 31 + name.length);
        let history = History.of(start, mergeForms);
        const steps = 1 + random.below(30);
        for (let step = 0; step < steps; step++) history = history.take(words, anything(history.definition, random));
        const last = history.definition;
        expect(sound(last)).toBe(true);
        while (history.last) history = history.undo();
        expect(history.definition).toStrictEqual(start);
        expect(Object.keys(history.definition.schema.properties)).toEqual(Object.keys(start.schema.properties));
        while (history.next) history = history.redo();
        expect(history.definition).toStrictEqual(last);
      }
    });
});
