// Who reads whom: fields and sections as nodes, and whether a value can come back to itself.
// A section counts on from the last field. Checks and requirements read values but make none, so they close no circle.
import type { FieldType, FormDefinition } from "../../schemas/types.js";
import { childrenOf, levelsOf } from "./flatten.js";
import type { Rule } from "./rules.js";
import { readWhole } from "./whole.js";

interface Node {
  name: string;
  type: FieldType | undefined;
  parent: number;
  required: boolean;
}

export interface Edge {
  from: number;
  to: number;
  /** Only its problems and whether it is required depend on it, not its value. */
  rule: boolean;
  /** The table through whose name it is read: any row may matter, not only its own. */
  through?: number;
}

type Reader = Pick<Edge, "to" | "rule">;

export interface Graph {
  edges: Edge[];
  /** Nodes so that each comes after those whose value it reads; only where there is no circle. */
  order: number[];
  /** Nodes of each circle, the first one repeated at the end. */
  cycles: number[][];
}

/** The graph of a form; `sections` are the indexes of the fields that each section holds. */
export function graphOf(
  flat: readonly Node[],
  sections: readonly (readonly number[])[],
  rules: readonly Rule[],
  lookups: FormDefinition["lookups"] = {},
): Graph {
  const children = childrenOf(flat);
  const edges: Edge[] = [];
  const byLookup = new Map<string, Reader[]>();
  for (const rule of rules) {
    const reader = { to: rule.owner, rule: rule.use === "require" || rule.use === "check" };
    const parent = flat[rule.owner]?.parent ?? -1;
    const whole = readWhole(rule.tree);
    for (const read of rule.reads) {
      if (read.kind === "lookup" && read.path[0] !== undefined) byLookup.set(read.path[0], [...(byLookup.get(read.path[0]) ?? []), reader]);
      if (read.kind !== "field") continue;
      const level = levelsOf(flat, parent)[read.level] ?? -1;
      for (const target of targets(flat, children, level, read.path, whole)) edges.push({ ...reader, ...target });
    }
  }
  // What a field holds hides with it; what a section holds hides with the section.
  for (const [index, { parent }] of flat.entries()) if (parent >= 0) edges.push({ from: parent, to: index, rule: false });
  for (const [number, fields] of sections.entries()) for (const field of fields) edges.push({ from: flat.length + number, to: field, rule: false });
  // Whether a group is answered, which its own rules ask first, its fields tell.
  const needed = new Set(rules.filter(({ use }) => use === "require" || use === "check").map(({ owner }) => owner));
  for (const [index, { type, required }] of flat.entries()) {
    if (type === "group" && (required || needed.has(index))) for (const from of descendants(children, index)) edges.push({ from, to: index, rule: true });
  }
  // A lookup asked with an answer of this form is read anew when that answer changes.
  const asked = edges.concat(lookupEdges(flat, lookups, byLookup));
  const { order, cycles } = sort(
    flat.length + sections.length,
    asked.filter(({ rule }) => !rule),
  );
  return { edges: unique(edges), order, cycles };
}

// The fields that a path reads, from the level it starts at.
function targets(flat: readonly Node[], children: ReadonlyMap<number, number[]>, level: number, path: readonly string[], whole: ReadonlySet<string>) {
  const found: { from: number; through?: number }[] = [];
  let [at, through] = [level, -1];
  for (const [depth, name] of path.entries()) {
    const next = children.get(at)?.find((index) => flat[index]!.name === name);
    if (next === undefined) {
      // A part of one answer (the first name, the province) is read with the answer; a table was found already.
      if (depth > 0 && flat[at]!.type !== "table") found.push({ from: at, ...(through >= 0 ? { through } : {}) });
      break;
    }
    at = next;
    const last = depth === path.length - 1;
    const table = flat[at]!.type === "table";
    if (table && through < 0) through = at;
    if (last || table) found.push({ from: at, ...(through >= 0 ? { through } : {}) });
    if (last && (flat[at]!.type === "group" || (table && whole.has(path.join("."))))) {
      for (const index of descendants(children, at)) found.push({ from: index, ...(through >= 0 ? { through } : {}) });
    }
  }
  return found;
}

/** Everything inside a field, at any depth. */
export function descendants(children: ReadonlyMap<number, number[]>, of: number): number[] {
  return (children.get(of) ?? []).flatMap((index) => [index, ...descendants(children, index)]);
}

function lookupEdges(flat: readonly Node[], lookups: NonNullable<FormDefinition["lookups"]>, readers: ReadonlyMap<string, Reader[]>): Edge[] {
  return Object.entries(lookups).flatMap(([name, { where, before }]) =>
    [...Object.values(where ?? {}), ...Object.values(before ?? {})]
      .flat()
      .filter((value): value is string => typeof value === "string" && value.startsWith("$"))
      .map((value) => flat.findIndex((field) => field.parent < 0 && field.name === value.slice(1)))
      .filter((index) => index >= 0)
      .flatMap((from) => (readers.get(name) ?? []).map((reader) => ({ from, ...reader }))),
  );
}

function unique(edges: readonly Edge[]): Edge[] {
  return [...new Map(edges.map((edge) => [`${edge.from} ${edge.to} ${edge.rule} ${edge.through ?? ""}`, edge])).values()];
}

// Depth first, without recursion: a chain of a thousand computed fields must not overflow. What is met again while still open is a circle.
function sort(nodes: number, edges: readonly Edge[]): { order: number[]; cycles: number[][] } {
  const next: number[][] = Array.from({ length: nodes }, () => []);
  for (const { from, to } of edges) next[from]!.push(to);
  const state = new Uint8Array(nodes);
  const [done, cycles]: [number[], number[][]] = [[], []];
  for (let start = nodes - 1; start >= 0; start--) {
    if (state[start]) continue;
    const open: { node: number; child: number }[] = [{ node: start, child: 0 }];
    state[start] = 1;
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const child = next[top.node]![top.child++];
      if (child === undefined) {
        state[top.node] = 2;
        done.push(top.node);
        open.pop();
      } else if (state[child] === 1) {
        const from = open.findIndex(({ node }) => node === child);
        cycles.push([...open.slice(from).map(({ node }) => node), child]);
      } else if (state[child] === 0) {
        state[child] = 1;
        open.push({ node: child, child: 0 });
      }
    }
  }
  return { order: done.reverse(), cycles: distinct(cycles) };
}

// Each circle once, told from its first field.
function distinct(cycles: readonly number[][]): number[][] {
  const seen = new Map<string, number[]>();
  for (const cycle of cycles) {
    const ring = cycle.slice(0, -1);
    const least = ring.indexOf(Math.min(...ring));
    const turned = [...ring.slice(least), ...ring.slice(0, least)];
    const key = [...ring].sort((a, b) => a - b).join(" ");
    if (!seen.has(key)) seen.set(key, [...turned, turned[0]!]);
  }
  return [...seen.values()];
}
