// Mends of rules that cannot be read or name what is not there: the name that is meant, or the rule taken away.
import type { FormDefinition, Problem, Text } from "../../../schemas/types.js";
import { form as validForm } from "../../../schemas/validators.js";
import { flatten } from "../../definition/flatten.js";
import { resolve } from "../../definition/rename.js";
import { occurrences, renameIn } from "../../expression/rename.js";
import { getAt, parts, pointer, setAt } from "../../path/path.js";
import type { Mend } from "./mend.js";
import { without } from "./place.js";

/** What becomes of a field, section or action without its rule. */
const gone: Record<string, Text> = {
  "x-show": { th: "แสดงเสมอ", en: "Show it always" },
  show: { th: "แสดงเสมอ", en: "Show it always" },
  "x-require": { th: "ไม่บังคับตอบ", en: "No longer required" },
  "x-default": { th: "เอาค่าตั้งต้นออก", en: "Remove the default" },
  rule: { th: "เอาข้อตรวจนี้ออก", en: "Remove this check" },
};

export function mendRule(definition: object, { code, path = "", params }: Problem): Mend<object>[] {
  const at = parts(path);
  const source = getAt(definition, at);
  if (!(code.startsWith("expression.") || code === "definition.too-costly") || typeof source !== "string") return [];
  const { name, suggestion } = (params ?? {}) as { name?: unknown; suggestion?: unknown };
  const mended =
    code === "expression.misspelt-name" && typeof name === "string" && typeof suggestion === "string"
      ? renamed(source, name, suggestion, readsField(definition, path))
      : source;
  return [
    ...(typeof mended === "string" && mended !== source
      ? [{ title: { th: `ใช้ ${String(suggestion)}`, en: `Use ${String(suggestion)}` }, next: setAt(definition, at, mended) }]
      : []),
    ...taken(definition, at),
  ];
}

/** Called by the name that is meant, only where the name stands for nothing: a column may rightly be called so. */
function renamed(source: string, name: string, meant: string, reads: (path: readonly string[]) => boolean): string | Problem {
  const found = occurrences(source);
  if (!Array.isArray(found)) return found;
  const wrong = (path: readonly string[]) => path.at(-1) === name && !reads(path);
  const first = found.some(({ path }) => path.length === 1 && wrong(path));
  return renameIn(source, (path) => (wrong(path) && (!first || path.length === 1) ? meant : undefined));
}

/** Whether a path of the rule at this place reads a field of the form. */
function readsField(definition: object, place: string): (path: readonly string[]) => boolean {
  if (!validForm(definition)) return () => false;
  const flat = flatten(definition as FormDefinition);
  const own = flat.findLast(({ path }) => place.startsWith(`${path}/`));
  return (path) => resolve(flat, own?.parent ?? -1, path) >= 0;
}

function taken(definition: object, at: string[]): Mend<object>[] {
  const keyword = at.at(-1)!;
  const holder = at.slice(0, -1);
  const title = Object.hasOwn(gone, keyword) ? gone[keyword] : undefined;
  if (keyword === "rule") return [{ title: title!, next: without(definition, pointer(holder)) }];
  if (title) return [{ title, next: without(definition, pointer(at)) }];
  // A kind that only calculates is nothing without its formula.
  if (keyword === "x-value" && getAt(definition, [...holder, "x-field"]) !== "computed")
    return [{ title: { th: "ให้ผู้กรอกตอบเอง", en: "Let people answer it" }, next: without(definition, pointer(at)) }];
  if (keyword !== "when" || at[0] !== "actions") return [];
  // The condition of one way of several takes that way along: without it, it would be taken by all.
  return at.includes("to")
    ? [{ title: { th: "เอาทางแยกนี้ออก", en: "Remove this route" }, next: withoutRoute(definition, holder) }]
    : [{ title: { th: "เอาเงื่อนไขออก ทำได้เสมอ", en: "Remove the condition: always possible" }, next: unguarded(definition, holder) }];
}

function withoutRoute(definition: object, route: string[]): object {
  const to = route.slice(0, -1);
  const left = (getAt(definition, to) as { to: string; when?: string }[]).toSpliced(Number(route.at(-1)), 1);
  return setAt(definition, to, left.length === 1 && left[0]!.when === undefined ? left[0]!.to : left);
}

/** What a guard tells whom it refuses goes with it. */
function unguarded(definition: object, action: string[]): object {
  const { when: _, unless: __, ...rest } = getAt(definition, action) as { when?: string; unless?: Text };
  return setAt(definition, action, rest);
}
