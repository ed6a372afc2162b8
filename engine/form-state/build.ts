// Builds the cells of a form, a group or a row from plain answers. Nothing is worked out yet: that is the change's part.
import type { CompiledForm } from "../compile/compiled.js";
import type { Plan } from "../compile/plan.js";
import { isEmpty } from "../fields/field.js";
import { rowKey } from "../fields/table.js";
import { asObject, own, rowId } from "../validate/sheet.js";
import { type Cell, type Level, levelOf, type Rows, rowsOf } from "./cells.js";

export interface Builder {
  form: CompiledForm;
  plan: Plan;
}

type Json = Record<string, unknown>;

/** The level inside a field (-1 is the form). `fresh`: unanswered fields take their defaults. */
export function buildLevel(builder: Builder, parent: number, answers: Json, before: Json, fresh: boolean): Level {
  const { form, plan } = builder;
  return levelOf(
    (plan.children.get(parent) ?? []).map((index) =>
      buildCell(builder, index, own(answers, form.fields[index]!.name), own(before, form.fields[index]!.name), fresh),
    ),
  );
}

/** The cell of one field. */
export function buildCell(builder: Builder, index: number, raw: unknown, before: unknown, fresh: boolean): Cell {
  const field = builder.form.fields[index]!;
  const blank: Cell = {
    raw: isEmpty(raw) ? undefined : raw,
    before,
    follows: fresh && field.default !== undefined && !field.value && isEmpty(raw),
    value: null,
    shown: true,
    required: false,
    problems: [],
    lacks: false,
  };
  if (field.type === "group") {
    const fits = typeof raw === "object" && !Array.isArray(raw);
    return { ...blank, raw: fits ? undefined : blank.raw, inside: buildLevel(builder, index, asObject(raw), asObject(before), fresh) };
  }
  if (field.type !== "table") return blank;
  return { ...blank, raw: Array.isArray(raw) ? undefined : blank.raw, rows: buildRows(builder, index, field.value ? [] : raw, before) };
}

/** The rows of a table. Ids that are missing or repeated get one that no real row has; the check of rows tells of them. */
export function buildRows(builder: Builder, index: number, raw: unknown, before: unknown): Rows {
  const rows = (Array.isArray(raw) ? raw : []).map(asObject);
  const old = new Map((Array.isArray(before) ? before : []).map((row) => [own(asObject(row), rowKey), asObject(row)]));
  const ids: string[] = [];
  const taken = new Set<string>();
  for (const [at, row] of rows.entries()) {
    const id = rowId(row, at);
    ids.push(taken.has(id) ? `${id}!${at + 1}` : id);
    taken.add(ids[at]!);
  }
  return rowsOf(
    ids,
    rows.map((row, at) => buildLevel(builder, index, row, old.get(ids[at]!) ?? {}, false)),
  );
}
