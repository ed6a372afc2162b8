// Reads a pattern into a tree. The dialect is what JavaScript (with `u`) and RE2 both read alike, without lookaround, backreferences and \p.

/** Code points from and to, both in; sorted and apart. */
export type Ranges = readonly (readonly [number, number])[];

export type PatternTree =
  | { kind: "set"; ranges: Ranges }
  | { kind: "start" | "end" }
  | { kind: "all"; parts: PatternTree[] }
  | { kind: "any"; parts: PatternTree[] }
  | { kind: "repeat"; part: PatternTree; min: number; max: number };

/** Where reading stopped, and why. */
export class PatternError {
  constructor(
    readonly position: number,
    readonly detail: { th: string; en: string },
  ) {}
}

const last = 0x10ffff;
const deepest = 50;
/** The most that `{m,n}` may say. */
const mostRepeats = 1000;

const classes: Record<string, Ranges> = {
  d: [[48, 57]],
  w: [
    [48, 57],
    [65, 90],
    [95, 95],
    [97, 122],
  ],
  s: [
    [9, 10],
    [12, 13],
    [32, 32],
  ],
};
const escapes: Record<string, number> = { n: 10, r: 13, t: 9, f: 12, v: 11 };
const words = {
  group: { th: "วงเล็บไม่ครบคู่", en: "a bracket has no partner" },
  class: { th: "ชุดตัวอักษร [ ] ไม่ครบหรือกลับด้าน", en: "the set in [ ] is unfinished or the wrong way round" },
  escape: { th: "ใช้ \\ กับตัวนี้ไม่ได้", en: "\\ cannot stand before this" },
  repeat: { th: "ไม่มีอะไรให้ซ้ำตรงนี้ หรือจำนวนซ้ำผิด", en: "there is nothing to repeat here, or the numbers are wrong" },
  literal: { th: "ตัวนี้ต้องเขียน \\ นำหน้า", en: "this needs a \\ before it" },
  special: { th: "ใช้ (? แบบนี้ไม่ได้ ใช้ได้เฉพาะ (?:", en: "only (?: may begin so" },
  deep: { th: "วงเล็บซ้อนกันลึกเกินไป", en: "the brackets nest too deep" },
};

/** The tree of a pattern; throws a PatternError, which `compilePattern` makes a problem. */
export function readPattern(source: string): PatternTree {
  const letters = [...source];
  let at = 0;
  let depth = 0;
  const fail = (why: keyof typeof words, position = at): never => {
    throw new PatternError(position, words[why]);
  };
  const eat = (letter: string): boolean => letters[at] === letter && ++at > 0;

  function choice(): PatternTree {
    const parts = [sequence()];
    while (eat("|")) parts.push(sequence());
    return parts.length === 1 ? parts[0]! : { kind: "any", parts };
  }

  function sequence(): PatternTree {
    const parts: PatternTree[] = [];
    while (at < letters.length && letters[at] !== "|" && letters[at] !== ")") parts.push(repeated());
    return parts.length === 1 ? parts[0]! : { kind: "all", parts };
  }

  function repeated(): PatternTree {
    const begin = at;
    const part = single();
    const times = quantifier();
    if (!times) return part;
    if (part.kind === "start" || part.kind === "end") fail("repeat", begin);
    return { kind: "repeat", part, min: times[0], max: times[1] };
  }

  function quantifier(): [number, number] | undefined {
    const begin = at;
    let found: [number, number] | undefined;
    if (eat("?")) found = [0, 1];
    else if (eat("*")) found = [0, Infinity];
    else if (eat("+")) found = [1, Infinity];
    else if (eat("{")) found = counts(begin);
    else return undefined;
    // A lazy quantifier finds the same texts.
    eat("?");
    if (at < letters.length && "?*+{".includes(letters[at]!)) fail("repeat");
    return found;
  }

  function counts(begin: number): [number, number] {
    const min = digits();
    const max = eat(",") ? (letters[at] === "}" ? Infinity : digits()) : min;
    if (!eat("}") || Number.isNaN(min) || Number.isNaN(max) || min > max || min > mostRepeats || (max > mostRepeats && max !== Infinity)) fail("repeat", begin);
    return [min, max];
  }

  function digits(): number {
    let text = "";
    while (at < letters.length && /\d/.test(letters[at]!)) text += letters[at++];
    return text === "" ? Number.NaN : Number(text);
  }

  function single(): PatternTree {
    const begin = at;
    const letter = letters[at++]!;
    switch (letter) {
      case "(":
        return group(begin);
      case "[":
        return { kind: "set", ranges: set(begin) };
      case ".":
        return { kind: "set", ranges: without([[10, 10]]) };
      case "^":
        return { kind: "start" };
      case "$":
        return { kind: "end" };
      case "\\":
        return { kind: "set", ranges: escaped("") };
      case "?":
      case "*":
      case "+":
        return fail("repeat", begin);
      case "{":
      case "}":
      case "]":
        return fail("literal", begin);
      default:
        return { kind: "set", ranges: one(letter.codePointAt(0)!) };
    }
  }

  function group(begin: number): PatternTree {
    if (++depth > deepest) fail("deep", begin);
    if (eat("?") && !eat(":")) fail("special", begin);
    const inside = choice();
    if (!eat(")")) fail("group", begin);
    depth--;
    return inside;
  }

  function set(begin: number): Ranges {
    const negated = eat("^");
    const ranges: [number, number][] = [];
    while (letters[at] !== "]") {
      const from = member(begin);
      if (letters[at] === "-" && letters[at + 1] !== "]") {
        at++;
        const to = member(begin);
        if (from.length !== 1 || to.length !== 1 || from[0]![0] !== from[0]![1] || to[0]![0] !== to[0]![1] || from[0]![0] > to[0]![0]) fail("class", begin);
        ranges.push([from[0]![0], to[0]![1]]);
      } else ranges.push(...from.map(([a, b]): [number, number] => [a, b]));
    }
    at++;
    if (ranges.length === 0) fail("class", begin);
    return negated ? without(ranges) : tidy(ranges);
  }

  function member(begin: number): Ranges {
    const letter = letters[at];
    if (letter === undefined || letter === "[") fail("class", begin);
    at++;
    return letter === "\\" ? escaped("-") : one(letter!.codePointAt(0)!);
  }

  // A hyphen is escaped in a set only: elsewhere JavaScript refuses it.
  function escaped(also: string): Ranges {
    const begin = at - 1;
    const letter = letters[at++];
    if (letter === undefined) return fail("escape", begin);
    const known = Object.hasOwn(classes, letter.toLowerCase()) ? classes[letter.toLowerCase()] : undefined;
    if (known) return letter === letter.toLowerCase() ? known : without(known);
    if (Object.hasOwn(escapes, letter)) return one(escapes[letter]!);
    return /[\^$\\.*+?()[\]{}|/]/.test(letter) || letter === also ? one(letter.codePointAt(0)!) : fail("escape", begin);
  }

  const tree = choice();
  if (at < letters.length) fail("group");
  return tree;
}

function one(point: number): Ranges {
  return [[point, point]];
}

function tidy(ranges: Ranges): Ranges {
  const result: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const before = result.at(-1);
    if (before && from <= before[1] + 1) before[1] = Math.max(before[1], to);
    else result.push([from, to]);
  }
  return result;
}

function without(ranges: Ranges): Ranges {
  const result: [number, number][] = [];
  let next = 0;
  for (const [from, to] of tidy(ranges)) {
    if (from > next) result.push([next, from - 1]);
    next = to + 1;
  }
  if (next <= last) result.push([next, last]);
  return result;
}
