// Which rule decides a thing about a field, and why it came out so: its value, that it is required or hidden, that its answer is refused.
import type { CompiledField, CompiledForm, CompiledSection } from "../compile/compiled.js";
import type { Tree } from "../expression/tree.js";
import type { Explained, FormState } from "./form-state.js";

export type Asked = "value" | "require" | "show" | "check";

export interface Reason {
  asked: Asked;
  /** The field whose rule it is: of one that is hidden or computed with what stands around it, that. */
  path: readonly string[];
  /** The section whose rule it is: all in it is shown or hidden with it. */
  section?: CompiledSection;
  rule: Tree;
  trace: Explained;
}

/** A field that is not shown now, or a whole section, with the rule that hides it. */
export interface Hidden {
  /** The field; none for a section. */
  path: readonly string[];
  reason: Reason;
  /** Of a column: in how many of its rows it is hidden. */
  rows?: { hidden: number; of: number };
}

/** The rules that decide it, the nearest last; none where no rule does. */
export function reasons(state: FormState, path: readonly string[], asked: Asked): Reason[] {
  const around = fieldsAround(state, path);
  if (!around.length) return [];
  if (asked === "show") return showing(state, path, around);
  if (asked === "value") return around.flatMap(({ at, field }) => one(state, at, "value", field.value)).slice(0, 1);
  const { field } = around.at(-1)!;
  if (asked === "require") return one(state, path, "require", field.require);
  // Of an answer that is not there nothing is checked.
  const checks = state.node(path).problems.some(({ code }) => code === "field.check") ? (field.checks ?? []) : [];
  return checks.flatMap(({ rule }) => one(state, path, "check", rule)).filter(({ trace }) => trace.value === false);
}

/** Everything that is not shown now, in the order of the pages: a hidden section, group or table as one. */
export function hiddenFields(state: FormState): Hidden[] {
  const { form } = state;
  if (!hides(form)) return [];
  const inside = (parent: number): CompiledField[] => form.fields.filter((field) => field.parent === parent);
  const hidden = (path: readonly string[]): Hidden[] => {
    const node = state.node(path);
    if (!node.shown)
      return reasons(state, path, "show")
        .slice(0, 1)
        .map((reason) => ({ path, reason }));
    const { field, rows = [] } = node;
    if (field.type !== "group" && field.type !== "table") return [];
    const children = inside(form.fields.indexOf(field));
    return children.flatMap(({ name }) => (field.type === "group" ? hidden([...path, name]) : column(path, name, rows)));
  };
  const column = (table: readonly string[], name: string, rows: readonly string[]): Hidden[] => {
    const found = rows.flatMap((row) => hidden([...table, row, name]));
    return found.slice(0, 1).map((first) => ({ ...first, rows: { hidden: found.length, of: rows.length } }));
  };
  return form.pages.flatMap(({ sections }) =>
    sections.flatMap((section) => {
      const [first] = section.fields;
      if (first === undefined) return [];
      if (state.shows(section.id)) return section.fields.flatMap((index) => hidden([form.fields[index]!.name]));
      return reasons(state, [form.fields[first]!.name], "show")
        .slice(0, 1)
        .map((reason) => ({ path: [], reason }));
    }),
  );
}

/** Whether a form hides anything at all: asked at each key press. */
const hides = ({ fields, pages }: CompiledForm): boolean => fields.some(({ show }) => show) || pages.some(({ sections }) => sections.some(({ show }) => show));

interface At {
  at: readonly string[];
  field: CompiledField;
}

/** The field at a path and those around it, outermost first. */
function fieldsAround(state: FormState, path: readonly string[]): At[] {
  return path.flatMap((_, end) => {
    const at = path.slice(0, end + 1);
    return state.has(at) ? [{ at, field: state.node(at).field }] : [];
  });
}

/** Of what is hidden, the outermost rule that hides it; of what is shown, every rule that lets it. */
function showing(state: FormState, path: readonly string[], around: readonly At[]): Reason[] {
  const top = state.form.fields.indexOf(around[0]!.field);
  const section = state.form.pages.flatMap(({ sections }) => sections).find(({ fields }) => fields.includes(top));
  const all = [
    ...one(state, around[0]!.at, "show", section?.show).map((reason) => ({ ...reason, section: section! })),
    ...around.flatMap(({ at, field }) => one(state, at, "show", field.show)),
  ];
  return state.node(path).shown ? all : all.filter(({ trace }) => trace.value !== true).slice(0, 1);
}

const one = (state: FormState, path: readonly string[], asked: Asked, rule: Tree | undefined): Reason[] =>
  rule ? [{ asked, path, rule, trace: state.why(path, rule) }] : [];
