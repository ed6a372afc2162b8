// What an expression of a report may read: the fields of a source's form, the columns of its row, and the facts of the report.
import type { FieldSchema, FormDefinition, ReportDefinition, ReportSource } from "../../schemas/types.js";
import { type FlatField, flatten, scopes } from "../definition/flatten.js";
import { optionsOf } from "../definition/options-of.js";
import type { Scope, ScopeField } from "../expression/scope.js";
import type { Tree } from "../expression/tree.js";
import type { Type } from "../expression/types.js";
import type { Shown } from "./compiled.js";

type Parameter = NonNullable<ReportDefinition["parameters"]>[number];

const text = (name: string): ScopeField => ({ name, type: "text" });
const day = (name: string): ScopeField => ({ name, type: "date" });

/** A parameter as expressions see it: what the address says. */
function parameterField({ name, type }: Parameter): ScopeField {
  if (type === "dates") return { name, type: "map", fields: [day("from"), day("to")] };
  return { name, type: type === "academic-year" || type === "fiscal-year" ? "number" : "text" };
}

/** Facts beside the fields, for lines and for derived figures. */
export function reportFacts({ parameters = [] }: ReportDefinition): ScopeField[] {
  return [
    { name: "period", type: "map", fields: [day("from"), day("to")] },
    { name: "parameters", type: "map", fields: parameters.map(parameterField) },
  ];
}

/** What a line says of its record; where a record lasts, which of its days the line is. */
const recordFact = (lasts: boolean): ScopeField => {
  const fields = [text("id"), text("state"), day("date"), text("number")];
  return { name: "record", type: "map", fields: lasts ? [...fields, day("day"), { name: "first", type: "boolean" }] : fields };
};

/** A source with the fields of its form. */
export class SourceScope {
  readonly flat: FlatField[];
  readonly scope: Scope;
  /** Index of the unfolded table, or -1. */
  readonly table: number;

  constructor(source: ReportSource, form: FormDefinition, report: ReportDefinition, codes: readonly string[] | undefined) {
    this.flat = flatten(form);
    this.table = source.rows === undefined ? -1 : this.flat.findIndex(({ name, parent, type }) => parent < 0 && name === source.rows && type === "table");
    this.scope = scopes(this.flat, { lookups: {}, more: [recordFact(source.between?.to !== undefined), ...reportFacts(report)], ...(codes ? { codes } : {}) })(
      this.table,
    );
  }

  /** The field that a bare name means: the row's before the form's. */
  field(name: string): FlatField | undefined {
    const within = (parent: number) => this.flat.find((one) => one.parent === parent && one.name === name);
    return (this.table < 0 ? undefined : within(this.table)) ?? within(-1);
  }

  /** How the value of a tree is put into words. */
  shown(tree: Tree, type: Type): Shown {
    const field = tree[0] === "name" ? this.field(tree[1]) : undefined;
    if (field?.type) return { as: "field", type: field.type, options: optionsOf(field.type, field.schema as FieldSchema) };
    const path = JSON.stringify(tree);
    if (path === '["get",["name","organization"],"id"]') return { as: "organization" };
    if (path === '["get",["name","author"],"person"]') return { as: "person" };
    return { as: type === "date" ? "day" : type === "number" ? "number" : type === "boolean" ? "boolean" : "text" };
  }
}
