// Goes through answers field by field, into groups and rows, by the form they were written in.
import type { CompiledField, CompiledForm } from "../../engine/compile/compiled.js";
import { isPlain, rowsOf } from "../../engine/record/place.js";
import { type Node, shapeOf } from "../../engine/record/shape.js";

export interface Leaf {
  field: CompiledField;
  /** Sensitive itself, or inside what is. */
  sensitive: boolean;
  value: unknown;
  /** JSON Pointer in the answers: rows by index. */
  path: string;
}

/** Every answer that holds no others, in the order of the form. */
export function* leaves(form: CompiledForm, answers: object): Generator<Leaf> {
  yield* within(shapeOf(form).top, answers as Record<string, unknown>, "", false);
}

function* within(nodes: readonly Node[], answers: Record<string, unknown>, path: string, sensitive: boolean): Generator<Leaf> {
  for (const node of nodes) {
    const { field } = node;
    const value = answers[field.name];
    if (value === undefined || value === null) continue;
    const here = `${path}/${field.name}`;
    const hidden = sensitive || field.sensitive === true;
    if (field.type === "group") {
      if (isPlain(value)) yield* within(node.children, value, here, hidden);
    } else if (field.type === "table") {
      for (const [index, row] of rowsOf(value).entries()) yield* within(node.children, row, `${here}/${index}`, hidden);
    } else yield { field, sensitive: hidden, value, path: here };
  }
}

/** The ids in an answer that may hold one or several. */
export const idsIn = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).filter((id): id is string => typeof id === "string" && id !== "");
