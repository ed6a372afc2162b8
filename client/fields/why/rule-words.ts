// A rule read aloud from its tree: "ประเภทการลา เป็น ลาป่วย และ มีกำหนด ตั้งแต่ 3". The one way in which rules are told, while filling, in a record and in the designer.
import "../../ui/why-words.js";
import { type Part, partOf, type Test } from "../../../engine/edit/sentence.js";
import { partsOf, pathOf } from "../../../engine/expression/counted-parts.js";
import type { Tree } from "../../../engine/expression/tree.js";
import { dutyWords } from "../../ui/duties.js";
import { t, type Word } from "../../ui/words.js";

/** What the reader knows the names and values of a rule by. */
export interface Reader {
  /** The words of a name: the question of a field, or what a fact is called. */
  title(path: readonly string[]): string;
  /** A value as people write it, beside the name it is compared with. */
  value(value: unknown, path: readonly string[] | undefined): string;
  /** Days are before and after, numbers are more and less. */
  kind(path: readonly string[]): "day" | "number" | "other";
  /** What a row of a code list is called. */
  code(list: string, id: string): string | undefined;
}

/** Longer than this nobody reads a formula or a rule: what it reads says more. */
const longest = { formula: 160, rule: 260 };

/** The words of a rule; undefined where they would be too long to be read. */
export const ruleWords = (tree: Tree, reader: Reader): string | undefined => short(tree, condition(tree, scope(reader)), longest.rule);

/** The words of a formula, in the same way. */
export const formulaWords = (tree: Tree, reader: Reader): string | undefined => short(tree, term(tree, scope(reader)), longest.formula);

const short = (tree: Tree, words: string, most: number): string | undefined => (words.length > most || madeOfMaps(tree) ? undefined : words);
type Node<Kind> = Extract<Tree, readonly [Kind, ...unknown[]]>;

const madeOfMaps = (tree: Tree): boolean => tree[0] === "map" || partsOf(tree).some(madeOfMaps);

/** The reader, and what the names of items stand for. */
interface Scope extends Reader {
  items: ReadonlyMap<string, Tree>;
}

const scope = (reader: Reader, items: Scope["items"] = new Map()): Scope => ({
  title: (path) => {
    const item = items.get(path[0]!);
    const list = item && pathOf(item);
    if (!item) return reader.title(path);
    return path.length > 1 && list ? reader.title([...list, ...path.slice(1)]) : (path[1] ?? t("say.item"));
  },
  value: (value, path) => reader.value(value, path && real(path, items)),
  kind: (path) => reader.kind(real(path, items)),
  code: (list, id) => reader.code(list, id),
  items,
});

const real = (path: readonly string[], items: Scope["items"]): readonly string[] => {
  const item = items.get(path[0]!);
  return item ? [...(pathOf(item) ?? []), ...path.slice(1)] : path;
};

const joins = { "&&": "rule.and", "||": "rule.or" } as const;

/** What is true or not. */
function condition(tree: Tree, reader: Scope): string {
  if (tree[0] === "op" && (tree[1] === "&&" || tree[1] === "||")) {
    const sign = tree[1];
    const sides = flat(tree, sign).map((side) => {
      const words = condition(side, reader);
      return side[0] === "op" && (side[1] === "&&" || side[1] === "||") ? `(${words})` : words;
    });
    return sides.join(` ${t(joins[sign])} `);
  }
  const part = partOf(tree);
  if (part) return partWords(part, reader);
  if (tree[0] === "not") return t("say.not", { test: condition(tree[1], reader) });
  return compared(tree, reader) ?? term(tree, reader);
}

const flat = (tree: Tree, sign: "&&" | "||" | "+"): Tree[] =>
  tree[0] === "op" && tree[1] === sign ? [...flat(tree[2], sign), ...flat(tree[3], sign)] : [tree];

const plain: Record<Test, Word> = {
  is: "test.is",
  "is-not": "test.is-not",
  "one-of": "test.one-of",
  "none-of": "test.none-of",
  more: "test.more",
  least: "test.least",
  less: "test.less",
  most: "test.most",
  empty: "test.empty",
  answered: "test.answered",
  yes: "test.yes",
  no: "test.no",
};
const ofDays: Partial<Record<Test, Word>> = {
  is: "test.equal",
  "is-not": "test.unequal",
  more: "test.after",
  least: "test.from",
  less: "test.before",
  most: "test.until",
};
const ofNumbers: Partial<Record<Test, Word>> = { is: "test.equal", "is-not": "test.unequal" };

const testWords = (test: Test, kind: ReturnType<Reader["kind"]>): string =>
  t((kind === "day" ? ofDays : kind === "number" ? ofNumbers : {})[test] ?? plain[test]);

function partWords({ path, test, value, values }: Part, reader: Scope): string {
  const names = path.split(".");
  if (path === "record.state" && (test === "answered" || test === "empty")) return t(test === "answered" ? "say.sent" : "say.unsent");
  const said = (one: string | number): string => reader.value(one, names);
  const words = values ? values.map(said).join(", ") : typeof value === "object" ? reader.title(value.path.split(".")) : value === undefined ? "" : said(value);
  return [reader.title(names), testWords(test, reader.kind(names)), words].filter(Boolean).join(" ");
}

const signs = { "==": "is", "!=": "is-not", "<": "less", "<=": "most", ">": "more", ">=": "least" } as const;

function compared(tree: Tree, reader: Scope): string | undefined {
  if (tree[0] !== "op") return undefined;
  const [, sign, left, right] = tree;
  const path = pathOf(left) ?? pathOf(right);
  if (sign === "in") {
    const holder = pathOf(right);
    if (left[0] === "lit" && holder?.at(-1) === "duties") return t("say.duty", { who: reader.title(holder.slice(0, -1)), duty: dutyWords(String(left[1])) });
    return t("say.has", { a: spaced(quoted(right, reader)), b: spaced(quoted(left, reader, path)) }).trim();
  }
  const test = Object.hasOwn(signs, sign) ? signs[sign as keyof typeof signs] : undefined;
  if (!test) return undefined;
  const number = [left, right].some((side) => side[0] === "lit" && typeof side[1] === "number");
  const kind = path ? reader.kind(path) : number ? "number" : "other";
  return `${term(left, reader, path)} ${testWords(test, kind)} ${term(right, reader, path)}`;
}

/** Signs as they are written on paper, and which binds closer. */
const arithmetic: Record<string, readonly [sign: string, rank: number]> = { "+": ["+", 1], "-": ["−", 1], "*": ["×", 2], "/": ["÷", 2] };
const letters = ["a", "b", "c", "d"];

/** What stands for a value. `beside` is the name it is compared with. */
function term(tree: Tree, reader: Scope, beside?: readonly string[]): string {
  const path = pathOf(tree);
  if (path) return reader.title(path);
  switch (tree[0]) {
    case "lit":
      return reader.value(tree[1], beside);
    case "neg":
      return `−${quoted(tree[1], reader)}`;
    case "not":
      return condition(tree, reader);
    case "if":
      return t("say.if", { test: condition(tree[1], reader), yes: quoted(tree[2], reader), no: quoted(tree[3], reader) });
    case "list":
      return partsOf(tree)
        .map((part) => quoted(part, reader, beside))
        .join(", ");
    case "each":
      return each(tree, reader);
    case "call":
      return called(tree, reader);
    case "op": {
      if (Object.hasOwn(arithmetic, tree[1])) return sum(tree, reader);
      if (tree[1] === "%") return t("say.rest", { a: spaced(quoted(tree[2], reader)), b: spaced(quoted(tree[3], reader)) }).trim();
      return condition(tree, reader);
    }
    default:
      return partsOf(tree)
        .map((part) => term(part, reader))
        .join(" ");
  }
}

/** A sum on one line. Texts that are put together follow each other; a space between them is not told. */
function sum(tree: Node<"op">, reader: Scope): string {
  const parts = tree[1] === "+" ? flat(tree, "+") : [];
  if (parts.some((part) => part[0] === "lit" && typeof part[1] === "string")) {
    const told = parts.filter((part) => part[0] !== "lit" || String(part[1]).trim() !== "");
    return told.map((part) => quoted(part, reader)).join(` ${t("say.then")} `);
  }
  const [sign, rank] = arithmetic[tree[1]]!;
  const side = (one: Tree, last: boolean): string => {
    const inner = one[0] === "op" ? arithmetic[one[1]]?.[1] : undefined;
    const binds = inner === undefined || inner > rank || (inner === rank && (!last || tree[1] === "+"));
    const words = term(one, reader);
    return inner !== undefined && binds ? words : quoted(one, reader);
  };
  return `${side(tree[2], false)} ${sign} ${side(tree[3], true)}`;
}

/** A name inside a longer sentence stands between quotes, a sum between brackets. */
function quoted(tree: Tree, reader: Scope, beside?: readonly string[]): string {
  const words = term(tree, reader, beside);
  if (pathOf(tree)) return `“${words}”`;
  return tree[0] === "if" || (tree[0] === "op" && tree[1] !== "%") ? `(${words})` : words;
}

/** Thai sets no spaces between words, but around what is quoted. */
const spaced = (words: string): string => ` ${words} `;
const tidy = (words: string): string =>
  words
    .replace(/ {2,}/g, " ")
    .replace(/\( /g, "(")
    .replace(/ ([),])/g, "$1")
    .trim();

function called([, name, ...args]: Node<"call">, reader: Scope): string {
  const trees = args as Tree[];
  if (name === "text" || name === "number" || name === "lower" || name === "upper") return trees[0] ? term(trees[0], reader) : "";
  if (name === "empty" && trees[0]) return `${quoted(trees[0], reader)} ${t("test.empty")}`;
  const [list, id] = trees;
  const row = name === "code" && list?.[0] === "lit" && id?.[0] === "lit" ? reader.code(String(list[1]), String(id[1])) : undefined;
  const words = trees.map((tree, at) => (at === 1 && row !== undefined ? `“${row}”` : quoted(tree, reader)));
  const slots = Object.fromEntries(letters.map((letter, at) => [letter, spaced(words[at] ?? t("say.nothing"))]));
  if (name === "min" || name === "max") slots.a = spaced(words.join(", "));
  return tidy(t(`say.${name}` as Word, slots));
}

const eachWords = { filter: "say.filter", map: "say.map", all: "say.all", exists: "say.exists", exists_one: "say.existsOne" } as const;

function each([, kind, list, name, body]: Node<"each">, reader: Scope): string {
  const inner = scope(reader, new Map([...reader.items, [name, list]]));
  return tidy(t(eachWords[kind], { list: spaced(quoted(list, reader)), body: kind === "map" ? term(body, inner) : condition(body, inner) }));
}
