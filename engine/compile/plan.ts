// Where each field of a compiled form stands, worked out once a form: for those who walk its answers.
import type { CompiledForm, CompiledSection } from "./compiled.js";

export interface Plan {
  /** Fields directly inside each field; the form itself is -1. */
  children: ReadonlyMap<number, readonly number[]>;
  /** Field index by name, inside each field. */
  names: ReadonlyMap<number, ReadonlyMap<string, number>>;
  /** Position of each field among its brothers. */
  position: readonly number[];
  /** Fields from the outermost down to each field itself. */
  chain: readonly (readonly number[])[];
  /** Tables around each field, outermost first. */
  tables: readonly (readonly number[])[];
  /** All sections, as nodes count them, and the number of each top-level field's section (-1: none). */
  sections: readonly CompiledSection[];
  sectionOf: readonly number[];
  /** Place of each node in the order of computing. */
  rank: readonly number[];
  /** Top-level fields as the pages show them, then those on no page. */
  reading: readonly number[];
}

/** Indexes of the fields directly inside each field. */
export function childrenOf(form: CompiledForm): Map<number, number[]> {
  const children = new Map<number, number[]>([[-1, []]]);
  for (const [index, { parent }] of form.fields.entries()) {
    const list = children.get(parent);
    if (list) list.push(index);
    else children.set(parent, [index]);
  }
  return children;
}

const plans = new WeakMap<CompiledForm, Plan>();

/** The plan of a form. Compiled forms never change, so it is kept with the form. */
export function planOf(form: CompiledForm): Plan {
  const known = plans.get(form);
  if (known) return known;
  const plan = make(form);
  plans.set(form, plan);
  return plan;
}

function make(form: CompiledForm): Plan {
  const children = childrenOf(form);
  const position = new Array<number>(form.fields.length).fill(0);
  for (const list of children.values()) for (const [at, index] of list.entries()) position[index] = at;
  const chain: number[][] = [];
  for (const [index, { parent }] of form.fields.entries()) chain.push([...(chain[parent] ?? []), index]);
  const sections = form.pages.flatMap((page) => page.sections);
  const sectionOf = new Array<number>(form.fields.length).fill(-1);
  for (const [number, { fields }] of sections.entries()) for (const index of fields) sectionOf[index] = number;
  const rank: number[] = [];
  for (const [at, node] of form.order.entries()) rank[node] = at;
  return {
    children,
    names: new Map([...children].map(([parent, list]) => [parent, new Map(list.map((index) => [form.fields[index]!.name, index]))])),
    position,
    chain,
    tables: chain.map((way) => way.slice(0, -1).filter((index) => form.fields[index]!.type === "table")),
    sections,
    sectionOf,
    rank,
    reading: [...sections.flatMap(({ fields }) => fields), ...(children.get(-1) ?? []).filter((index) => sectionOf[index]! < 0)],
  };
}
