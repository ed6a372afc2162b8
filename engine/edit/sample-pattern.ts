// A short text that a pattern accepts, for examples.
import { compilePattern } from "../expression/pattern.js";
import { type PatternTree, type Ranges, readPattern } from "../expression/pattern-tree.js";
import { isProblem } from "../problem/problem.js";

/** Thai letters, digits and Latin letters stand in examples, in this order, where the pattern takes them. */
const liked = [..."ก1Aa"].map((letter) => letter.codePointAt(0)!);

/** A text that fits; undefined where none was found. */
export function sampleOfPattern(source: string): string | undefined {
  const pattern = compilePattern(source);
  if (isProblem(pattern)) return undefined;
  const text = written(readPattern(source));
  return text !== "" && pattern.test(text) ? text : undefined;
}

function written(tree: PatternTree): string {
  if (tree.kind === "set") return letter(tree.ranges);
  if (tree.kind === "all") return tree.parts.map(written).join("");
  if (tree.kind === "any") return written(tree.parts[0]!);
  if (tree.kind === "repeat") return written(tree.part).repeat(Math.max(tree.min, Math.min(1, tree.max)));
  return "";
}

function letter(ranges: Ranges): string {
  const point = liked.find((one) => ranges.some(([from, to]) => from <= one && one <= to)) ?? ranges[0]?.[0];
  return point === undefined ? "" : String.fromCodePoint(point);
}
