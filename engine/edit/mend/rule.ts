// Mends of rules that cannot be read or name what is not there: the name that is meant, or the rule taken away.
import type { Problem, Text } from "../../../schemas/types.js";
import { renameIn } from "../../expression/rename.js";
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
    code === "expression.misspelt-name" && typeof suggestion === "string"
      ? renameIn(source, (read) => (read.at(-1) === name ? suggestion : undefined))
      : source;
  return [
    ...(typeof mended === "string" && mended !== source
      ? [{ title: { th: `ใช้ ${String(suggestion)}`, en: `Use ${String(suggestion)}` }, next: setAt(definition, at, mended) }]
      : []),
    ...taken(definition, at),
  ];
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
