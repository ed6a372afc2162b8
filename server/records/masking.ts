// Takes sensitive answers out of a record for a reader who may not see them.
import type { CompiledForm } from "../../engine/compile/compiled.js";
import { isPlain, rowsOf } from "../../engine/record/place.js";
import { type Node, shapeOf } from "../../engine/record/shape.js";
import type { FormRecord } from "../../schemas/types.js";

export interface Masked<T> {
  record: T;
  /** Names of the masked fields; a column as `table/column`. */
  masked: string[];
}

/** The record without what is sensitive: in its answers, its row and its retired values. */
export function mask<T extends FormRecord>(form: CompiledForm, record: T): Masked<T> {
  const masked = new Set<string>();
  const answers = without(shapeOf(form).top, record.answers as Record<string, unknown>, "", masked);
  const secret = new Set(form.fields.filter((field) => isSecret(form, field.parent, field.sensitive)).map(({ id }) => id));
  const open = (values: object) => Object.fromEntries(Object.entries(values).filter(([key]) => !key.split(/[/~]/).some((part) => secret.has(part))));
  return { record: { ...record, answers, row: open(record.row), retired: open(record.retired) }, masked: [...masked] };
}

/** Whether any answer of the record is sensitive. */
export const holdsSensitive = (form: CompiledForm, record: FormRecord): boolean => mask(form, record).masked.length > 0;

function isSecret(form: CompiledForm, parent: number, sensitive: true | undefined): boolean {
  const above = form.fields[parent];
  return sensitive === true || (above !== undefined && isSecret(form, above.parent, above.sensitive));
}

function without(nodes: readonly Node[], answers: Record<string, unknown>, path: string, masked: Set<string>): Record<string, unknown> {
  const kept: Record<string, unknown> = { ...answers };
  for (const node of nodes) {
    const { name, type, sensitive } = node.field;
    const value = answers[name];
    if (value === undefined || value === null) continue;
    if (sensitive) {
      delete kept[name];
      masked.add(path + name);
    } else if (type === "group" && isPlain(value)) kept[name] = without(node.children, value, `${path}${name}/`, masked);
    else if (type === "table") kept[name] = rowsOf(value).map((row) => without(node.children, row, `${path}${name}/`, masked));
  }
  return kept;
}
