// Matches patterns in time that grows with the text only: all ways are walked at once, none is tried again (after Thompson).
import type { Problem } from "../../schemas/types.js";
import { patternProblem } from "../problem/pattern.js";
import { PatternError, type PatternTree, type Ranges, readPattern } from "./pattern-tree.js";

export interface Pattern {
  /** Whether the pattern is found in the text; `^` and `$` hold it to its ends. */
  test(text: string): boolean;
}

type Step =
  | { kind: "set"; ranges: Ranges; next: number }
  | { kind: "start" | "end"; next: number }
  | { kind: "split"; next: number; other: number }
  | { kind: "found" };

const mostSteps = 3000;
const longestSource = 1000;
const known = new Map<string, Pattern | Problem>();

/** The matcher of a pattern, or the problem with its place. */
export function compilePattern(source: string): Pattern | Problem {
  let pattern = known.get(source);
  if (!pattern) {
    pattern = compile(source);
    // Forms hold few patterns; forgetting them all now and then keeps this small.
    if (known.size > 200) known.clear();
    known.set(source, pattern);
  }
  return pattern;
}

function compile(source: string): Pattern | Problem {
  const shown = source.length > 80 ? `${source.slice(0, 77)}…` : source;
  try {
    const tree = source.length > longestSource ? undefined : readPattern(source);
    if (!tree || steps(tree) > mostSteps) return patternProblem("pattern.too-large", { source: shown });
    const program: Step[] = [{ kind: "found" }];
    const begin = build(tree, 0, program);
    return { test: (text) => run(program, begin, text) };
  } catch (error) {
    if (error instanceof PatternError) return patternProblem("pattern.unreadable", { source: shown, position: error.position + 1, detail: error.detail });
    throw error;
  }
}

// Counted before anything is built, so that ((a{1000}){1000}){1000} costs nothing.
function steps(tree: PatternTree): number {
  switch (tree.kind) {
    case "all":
    case "any":
      return tree.parts.reduce((sum, part) => sum + steps(part) + 1, 1);
    case "repeat":
      return (steps(tree.part) + 1) * (Number.isFinite(tree.max) ? tree.max : tree.min + 1) + 1;
    default:
      return 1;
  }
}

// Builds from the end to the beginning: `next` is where to go on; the answer is where to begin.
function build(tree: PatternTree, next: number, program: Step[]): number {
  switch (tree.kind) {
    case "set":
      return program.push({ kind: "set", ranges: tree.ranges, next }) - 1;
    case "all":
      return tree.parts.reduceRight((after, part) => build(part, after, program), next);
    case "any":
      return tree.parts.map((part) => build(part, next, program)).reduceRight((other, begin) => program.push({ kind: "split", next: begin, other }) - 1);
    case "repeat": {
      let begin = next;
      if (tree.max === Infinity) {
        const loop: Step = { kind: "split", next, other: next };
        begin = program.push(loop) - 1;
        loop.next = build(tree.part, begin, program);
      } else {
        for (let i = tree.min; i < tree.max; i++) begin = program.push({ kind: "split", next: build(tree.part, begin, program), other: next }) - 1;
      }
      for (let i = 0; i < tree.min; i++) begin = build(tree.part, begin, program);
      return begin;
    }
    default:
      return program.push({ kind: tree.kind, next }) - 1;
  }
}

function run(program: Step[], begin: number, text: string): boolean {
  const letters = [...text];
  // The position at which a step was last reached: each is walked once a position.
  const seen = new Int32Array(program.length).fill(-1);
  let waiting: number[] = [];
  for (let at = 0; at <= letters.length; at++) {
    const open = [begin, ...waiting.reverse()];
    waiting = [];
    const point = letters[at]?.codePointAt(0);
    while (open.length > 0) {
      const index = open.pop()!;
      if (seen[index] === at) continue;
      seen[index] = at;
      const step = program[index]!;
      if (step.kind === "found") return true;
      if (step.kind === "split") open.push(step.other, step.next);
      else if (step.kind === "set") {
        if (point !== undefined && within(step.ranges, point)) waiting.push(step.next);
      } else if (step.kind === "start" ? at === 0 : at === letters.length) open.push(step.next);
    }
  }
  return false;
}

function within(ranges: Ranges, point: number): boolean {
  for (const [from, to] of ranges) if (point <= to) return point >= from;
  return false;
}
