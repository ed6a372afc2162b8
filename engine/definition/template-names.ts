// Names in a print template that stand for nothing in a form: they would print a blank, and nobody would know why.
import type { Shape } from "./template-shape.js";
import type { Tag } from "./template-tags.js";

export interface Stray {
  /** The name as far as it is not known: `fields.reazon`. */
  found: string;
  line: number;
  /** Whether a field of the form was meant. */
  field: boolean;
}

/** A block that is open: what is named within it, and whether it looks into something. */
interface Open {
  name: string;
  enters: boolean;
}

const any: Shape = { any: true };

export function strayNames(tags: readonly Tag[], root: Shape): Stray[] {
  const found: Stray[] = [];
  const blocks: Open[] = [];
  const around: Shape[] = [root];
  const look = (path: string, line: number): Shape => {
    const result = resolve(path, around, root);
    if ("shape" in result) return result.shape;
    found.push({ ...result, line });
    return any;
  };
  for (const { sign, inside, line } of tags) {
    const [name = "", ...rest] = words(inside);
    if (sign === "/") {
      if (blocks.pop()?.enters) around.pop();
    } else if (name === "else" || (sign === "^" && name === "")) {
      // Where there is none to look into, it is as it is around.
      const block = blocks.at(-1);
      if (block?.enters) around.splice(-1, 1, around.at(-2) ?? root);
      if (rest.length > 1) look(rest[1]!, line);
    } else if (sign === "#" || sign === "^") {
      const shape = rest[0] === undefined ? any : look(rest[0], line);
      // `as |row|` gives names of its own.
      const own = rest.length > 1;
      const enters = name === "each" || name === "with";
      blocks.push({ name, enters });
      if (enters) around.push(own ? any : name === "with" ? shape : (shape.each ?? any));
    } else if (sign === "" && rest.length === 0) look(name, line);
  }
  return found;
}

/** Longer than any tag that names something. */
const longest = 500;

/** A name in brackets may hold spaces. */
const words = (inside: string): string[] => inside.slice(0, longest).match(/(?:\[[^\]]*\]|[^\s[])+/g) ?? [];

function resolve(path: string, around: readonly Shape[], root: Shape): { shape: Shape } | Omit<Stray, "line"> {
  let steps: string[] = path.match(/\[[^\]]*\]|\.\.|[^./[\]]+/g) ?? [];
  if (path === "" || path.startsWith('"') || path.startsWith("'") || /^(true|false|null|undefined|-?\d+)$/.test(path)) return { shape: any };
  let shape = around.at(-1) ?? root;
  if (steps[0] === "@root") [shape, steps] = [root, steps.slice(1)];
  else if (path.startsWith("@")) return { shape: any };
  for (let up = 1; steps[0] === ".."; up++) [shape, steps] = [around.at(-1 - up) ?? any, steps.slice(1)];
  if (steps[0] === "this") steps = steps.slice(1);
  for (const [at, step] of steps.entries()) {
    const name = step.startsWith("[") ? step.slice(1, -1) : step;
    if (shape.any) return { shape };
    const next: Shape | undefined = shape.inside && Object.hasOwn(shape.inside, name) ? shape.inside[name] : (shape.other ?? within(shape, name));
    if (!next) return { found: steps.slice(0, at + 1).join("."), field: shape.fields === true };
    shape = next;
  }
  return { shape };
}

const within = ({ each }: Shape, name: string): Shape | undefined => (each && /^(\d+|length)$/.test(name) ? any : undefined);
