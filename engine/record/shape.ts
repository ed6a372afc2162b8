// A compiled form as a tree of fields, looked up by identity: how `act` finds its way through answers.
import type { CompiledField, CompiledForm } from "../compile/compiled.js";

export interface Node {
  field: CompiledField;
  parent?: Node;
  children: Node[];
  /** The children by their ids. */
  inside: Map<string, Node>;
  /** Section of its outermost field; none when no section shows it. */
  section?: string;
}

export interface Shape {
  byId: ReadonlyMap<string, Node>;
  top: readonly Node[];
  /** All section ids, in layout order. */
  sections: readonly string[];
}

const shapes = new WeakMap<CompiledForm, Shape>();

/** The tree of a form, made once. */
export function shapeOf(form: CompiledForm): Shape {
  let shape = shapes.get(form);
  if (!shape) {
    shape = build(form);
    shapes.set(form, shape);
  }
  return shape;
}

function build(form: CompiledForm): Shape {
  const sections = form.pages.flatMap((page) => page.sections);
  const sectionOf = new Map(sections.flatMap((section) => section.fields.map((index) => [index, section.id] as const)));
  const nodes: Node[] = [];
  for (const [index, field] of form.fields.entries()) {
    const parent = field.parent < 0 ? undefined : nodes[field.parent];
    const section = parent ? parent.section : sectionOf.get(index);
    const node: Node = { field, children: [], inside: new Map(), ...(parent && { parent }), ...(section !== undefined && { section }) };
    parent?.children.push(node);
    parent?.inside.set(field.id, node);
    nodes.push(node);
  }
  return {
    byId: new Map(nodes.map((node) => [node.field.id, node])),
    top: nodes.filter((node) => !node.parent),
    sections: sections.map((section) => section.id),
  };
}

/** From the outermost field to this one. */
export function chain(node: Node): Node[] {
  return node.parent ? [...chain(node.parent), node] : [node];
}

/** The nearest table around a field. */
export function tableOf(node: Node): Node | undefined {
  return node.parent && (node.parent.field.type === "table" ? node.parent : tableOf(node.parent));
}

/** Whether it holds other fields rather than an answer of its own. */
export function isContainer(node: Node): boolean {
  return node.field.type === "group" || node.field.type === "table";
}
