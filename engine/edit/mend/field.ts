// Mends of fields and sections: what is required and cannot be answered, what is placed nowhere or hides for ever, what reads itself in a circle.
import type { FormDefinition, Problem, Text } from "../../../schemas/types.js";
import { type FlatField, flatten } from "../../definition/flatten.js";
import { graphOf } from "../../definition/graph.js";
import { readRules, sectionsOf } from "../../definition/rules.js";
import { getAt, parts, pointer, setAt } from "../../path/path.js";
import { freeSection, layoutOf, withSection } from "../form/layout.js";
import type { Mend } from "./mend.js";
import { without } from "./place.js";

type Mends = (form: FormDefinition, at: string[], problem: Problem) => Mend<FormDefinition>[];

const notRequired: Text = { th: "ไม่บังคับตอบ", en: "No longer required" };
const always: Text = { th: "แสดงเสมอ", en: "Show it always" };

/** The place of the field that a pointer leads to, whatever in it the pointer means. */
const fieldAt = (at: string[]): string[] => at.slice(0, at.lastIndexOf("properties") + 2);

/** Out of `required` of whatever holds the field. */
function loosened(form: FormDefinition, field: string[]): FormDefinition {
  const required = [...field.slice(0, -2), "required"];
  const at = ((getAt(form, required) as string[] | undefined) ?? []).indexOf(field.at(-1)!);
  return at < 0 ? form : without(form, pointer([...required, at]));
}

const loosen: Mends = (form, at) => [{ title: notRequired, next: loosened(form, fieldAt(at)) }];

const loosenOrAskThen: Mends = (form, at) => {
  const field = fieldAt(at);
  return [
    { title: { th: "ต้องตอบเฉพาะเมื่อแสดง", en: "Required only while it shows" }, next: setAt(loosened(form, field), [...field, "x-require"], "true") },
    { title: notRequired, next: loosened(form, field) },
  ];
};

const show: Mends = (form, at) => (getAt(form, at) === undefined ? [] : [{ title: always, next: without(form, pointer(at)) }]);

const byCode: Record<string, Mends> = {
  "definition.required-hidden": loosenOrAskThen,
  "definition.required-in-hidden-section": loosenOrAskThen,
  "definition.required-unanswerable": loosen,
  "definition.never-shown": show,
  "definition.required-never-shown": (form, at) => {
    const must = [...fieldAt(at), "x-require"];
    return [...(getAt(form, must) === undefined ? [] : [{ title: notRequired, next: without(form, pointer(must)) }]), ...show(form, at, {} as Problem)];
  },
  "definition.not-placed": (form, at) => {
    const section = layoutOf(form)
      .flatMap(({ sections }) => sections)
      .at(-1);
    if (!section) return [];
    const name = fieldAt(at).at(-1)!;
    const words = typeof section.title === "object" ? section.title : { th: section.title ?? "" };
    return [
      {
        title: { th: `วางในส่วน${words.th || "สุดท้าย"}`, en: `Put it in ${words.en ?? (words.th || "the last section")}` },
        next: withSection(form, section.id, (one) => ({ ...one, fields: [...one.fields, name] })),
      },
    ];
  },
  "definition.repeated-section": (form, at) => [{ title: { th: "ให้รหัสใหม่", en: "Give it a new id" }, next: setAt(form, at, freeSection(form)) }],
  "definition.repeated-id": (form, at) => [{ title: { th: "ให้รหัสใหม่", en: "Give it a new id" }, next: without(form, pointer(at)) }],
  "definition.option-repeated": (form, at) => {
    const options = getAt(form, at);
    if (!Array.isArray(options)) return [];
    const id = (one: unknown) => (typeof one === "object" && one !== null ? (one as { id: string }).id : one);
    const first = options.filter((one, nth) => options.findIndex((other) => id(other) === id(one)) === nth);
    return [{ title: { th: "เหลือไว้อย่างละหนึ่ง", en: "Keep one of each" }, next: setAt(form, at, first) }];
  },
  "definition.bounds": (form, at, { params }) => {
    const field = fieldAt(at);
    const { low, high } = (params ?? {}) as { low: string; high: string };
    const [least, most] = [getAt(form, [...field, low]), getAt(form, [...field, high])];
    if (least === undefined || most === undefined) return [];
    return [{ title: { th: "สลับค่ากัน", en: "Swap the two" }, next: setAt(setAt(form, [...field, low], most), [...field, high], least) }];
  },
  "definition.cycle": (form, at) => brokenCircles(form, pointer(at)),
};

export function mendField(form: FormDefinition, problem: Problem): Mend<FormDefinition>[] {
  const mends = Object.hasOwn(byCode, problem.code) ? byCode[problem.code] : undefined;
  const at = parts(problem.path ?? "");
  const lost = getAt(form, at) === undefined || !(at.includes("properties") || at[0] === "layout");
  return mends && !lost ? mends(form, at, problem) : [];
}

/** The circles of a form, each node by its place. */
function circles(form: FormDefinition): { at: string; field: FlatField | undefined }[][] {
  const flat = flatten(form);
  const { rules } = readRules(form, flat);
  const sections = sectionsOf(form);
  const indexes = new Map(flat.flatMap(({ parent, name }, index) => (parent < 0 ? [[name, index] as const] : [])));
  const held = sections.map(({ section }) => section.fields.flatMap((name) => indexes.get(name) ?? []));
  return graphOf(flat, held, rules, form.lookups).cycles.map((cycle) =>
    cycle.map((index) => ({ at: flat[index]?.path ?? sections[index - flat.length]!.at, field: flat[index] })),
  );
}

/** A rule that is taken away so that the circle is one no longer: when something shows, what a field begins with, a value that people could give. */
function brokenCircles(form: FormDefinition, at: string): Mend<FormDefinition>[] {
  const circle = circles(form).find(([first]) => first?.at === at);
  const around = new Set(circle?.map((node) => node.at));
  const stays = (next: FormDefinition) => circles(next).some((other) => other.every((node) => around.has(node.at)));
  const mends = [...around].flatMap((place): Mend<FormDefinition>[] => {
    const owner = getAt(form, parts(place)) as { title?: Text; id?: string };
    const words = typeof owner.title === "object" ? owner.title.th : (owner.title ?? owner.id ?? "");
    const ways: [string, Text][] = [
      ["x-show", { th: `แสดง “${words}” เสมอ`, en: `Always show “${words}”` }],
      ["show", { th: `แสดง “${words}” เสมอ`, en: `Always show “${words}”` }],
      ["x-default", { th: `เอาค่าตั้งต้นของ “${words}” ออก`, en: `Remove the default of “${words}”` }],
      ["x-value", { th: `ให้ผู้กรอกตอบ “${words}” เอง`, en: `Let people answer “${words}”` }],
    ];
    return ways.flatMap(([keyword, title]) => {
      const path = [...parts(place), keyword];
      if (getAt(form, path) === undefined || (keyword === "x-value" && getAt(form, [...parts(place), "x-field"]) === "computed")) return [];
      const next = without(form, pointer(path));
      return stays(next) ? [] : [{ title, next }];
    });
  });
  return mends.slice(0, 2);
}
