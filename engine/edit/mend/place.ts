// Mends that take away, or call by its right name, just what a problem points at: a name in a list, a keyword, a wrong key.
import type { Problem, Text } from "../../../schemas/types.js";
import { getAt, parts, pointer, setAt } from "../../path/path.js";
import type { Mend } from "./mend.js";

const fromList: Text = { th: "เอาออกจากรายการนี้", en: "Take it out of the list" };

/** Where what is pointed at is too much. */
const tooMuch: Record<string, Text> = {
  "definition.repeated-name": { th: "เอาที่ซ้ำออก", en: "Take the second one out" },
  "definition.required-unknown": { th: "เอาชื่อที่ไม่มีออก", en: "Take the missing name out" },
  "definition.required-misspelt": { th: "เอาชื่อที่ไม่มีออก", en: "Take the missing name out" },
  "definition.unknown-field": { th: "เอาชื่อที่ไม่มีออก", en: "Take the missing name out" },
  "definition.misspelt-field": { th: "เอาชื่อที่ไม่มีออก", en: "Take the missing name out" },
  "definition.placed-twice": { th: "เหลือไว้ที่แรก", en: "Keep the first place" },
  "definition.not-sortable": fromList,
  "definition.not-filterable": fromList,
  "definition.not-searchable": fromList,
  "definition.not-shown-in-list": fromList,
  "definition.key-not-usable": fromList,
  "definition.sensitive-search": fromList,
  "definition.sensitive-reference": fromList,
  "definition.create-by-relation": fromList,
  "definition.unknown-key": { th: "ลบส่วนที่ไม่รู้จัก", en: "Remove what means nothing" },
  "definition.misspelt-key": { th: "ลบส่วนที่ไม่รู้จัก", en: "Remove what means nothing" },
  "definition.keyword-not-for-type": { th: "ลบการตั้งค่าที่ไม่ใช้", en: "Remove the setting that is not used" },
  "definition.default-type": { th: "เอาค่าตั้งต้นออก", en: "Remove the default" },
  "definition.default-not-valid": { th: "เอาค่าตั้งต้นออก", en: "Remove the default" },
  "definition.default-twice": { th: "เหลือค่าตั้งต้นที่เป็นสูตร", en: "Keep the default that is an expression" },
  "definition.value-and-default": { th: "เอาค่าตั้งต้นออก", en: "Remove the default" },
  "definition.display-not-for-type": { th: "แสดงแบบปกติ", en: "Show it as usual" },
  "definition.access-place": { th: "ไม่ใช้ช่องกำหนดหน่วยงาน", en: "Use no field for the place" },
  "definition.unknown-workflow": { th: "ส่งแล้วจบ ไม่ต้องอนุมัติ", en: "Sent is done, nobody approves" },
  "definition.unknown-document": { th: "เอาแบบพิมพ์ที่ไม่มีออก", en: "Take the missing document out" },
};

export function mendPlace(definition: object, { code, path = "", params }: Problem): Mend<object>[] {
  const title = Object.hasOwn(tooMuch, code) ? tooMuch[code] : undefined;
  const at = parts(path);
  if (!at.length || getAt(definition, at) === undefined) return [];
  const meant = (params as { suggestion?: unknown } | undefined)?.suggestion;
  // The label of a reference is words: a name in it is not taken out alone.
  if (at.at(-1) === "label") return [];
  // Without one of its fields a key would find a double in every other record: it goes as a whole.
  const key = at[0] === "keys" && at[2] === "fields" && code !== "definition.repeated-name" && (getAt(definition, at.slice(0, 3)) as unknown[]).length > 1;
  if (title && key)
    return [
      ...(typeof meant === "string" ? named(definition, at, meant) : []),
      { title: { th: "เอาข้อกำหนดห้ามซ้ำนี้ออก", en: "Remove this rule against doubles" }, next: without(definition, pointer(at.slice(0, 2))) },
    ];
  return [
    ...(typeof meant === "string" && (title || code === "definition.misspelt-duty") ? named(definition, at, meant) : []),
    ...(title ? [{ title, next: without(definition, path) }] : []),
  ];
}

/** Called by the name that is meant, where a list or an object has it not yet. */
function named(definition: object, at: string[], meant: string): Mend<object>[] {
  const holder = getAt(definition, at.slice(0, -1));
  const title = { th: `ใช้ ${meant}`, en: `Use ${meant}` };
  if (Array.isArray(holder)) return holder.includes(meant) ? [] : [{ title, next: setAt(definition, at, meant) }];
  if (typeof holder !== "object" || holder === null || Object.hasOwn(holder, meant)) return [];
  const renamed = Object.fromEntries(Object.entries(holder).map(([key, value]) => [key === at.at(-1) ? meant : key, value]));
  return [{ title, next: at.length > 1 ? setAt(definition, at.slice(0, -1), renamed) : renamed }];
}

/** The definition without what stands at a pointer. A list that may not be empty goes with its last item; a key of no field, whole. */
export function without<T>(definition: T, path: string): T {
  const at = parts(path);
  const next = setAt(definition, at, undefined);
  const list = at.slice(0, -1);
  const left = getAt(next, list);
  if (!Array.isArray(left) || left.length) return next;
  if (list[0] === "keys" && list.length > 1) return without(next, pointer(list.slice(0, -1)));
  return ["x-check", "required", "keys"].includes(list.at(-1)!) ? setAt(next, list, undefined) : next;
}
