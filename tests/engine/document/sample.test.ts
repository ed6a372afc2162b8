// A record as an example: every question has something to print, everybody who signs has signed; or nothing is there yet.
import { describe, expect, test } from "vitest";
import { documentContext } from "../../../engine/document/context.js";
import type { Shown } from "../../../engine/document/fields.js";
import { sampleRecord } from "../../../engine/document/sample.js";
import { sampleLabels } from "../../../engine/edit/sample.js";
import { factsOf } from "../../help/forms.js";
import * as library from "../../help/library.js";

const facts = factsOf({ codes: library.codes(), labels: { ...sampleLabels } });
const now = "2026-11-25T02:00:00.000Z";
const sampled = (name: string, blank = false) => {
  const form = library.compiled(name);
  const record = sampleRecord({ form, definition: library.formOf(name), facts, now, blank });
  return { form, record, context: documentContext(form, record, facts) };
};

function blanks(fields: Record<string, Shown>, at = ""): string[] {
  return Object.entries(fields).flatMap(([name, shown]) => [
    ...(shown.empty && !["note", "group", "signature"].includes(shown.type) ? [`${at}${name}`] : []),
    ...blanks(shown.fields ?? {}, `${at}${name}.`),
    ...(shown.rows ?? []).flatMap(({ cells }) => blanks(cells, `${at}${name}.`)),
  ]);
}

describe.each(library.formNames)("%s", (name) => {
  test("prints something for every question, the same each time", () => {
    const { record, context } = sampled(name);
    // A list or group that a formula gives is as long as it comes out.
    const open = library.compiled(name).fields.filter(({ type, options }) => type === "computed" && (options.json === "array" || options.json === "object"));
    expect(blanks(context.fields).filter((path) => !open.some((one) => path.endsWith(one.name)))).toEqual([]);
    expect(sampled(name).record).toEqual(record);
  });

  test("with nothing answered is nowhere answered or signed", () => {
    const { context } = sampled(name, true);
    expect(Object.values(context.fields).every(({ empty, rows }) => empty && !rows?.length)).toBe(true);
    expect([context.signed, context.number]).toEqual([[], ""]);
  });
});

test("everybody signs once in each place, with a name and a drawing", () => {
  const { context, form } = sampled("leave-request");
  const places = new Set(form.workflow.definition.actions.flatMap(({ id, sign }) => (sign ? [sign.field ?? id] : [])));
  expect(context.signed).toHaveLength(places.size);
  for (const one of context.signed) expect([one.name, one.position, one.image].every(Boolean)).toBe(true);
  expect(context.number).toMatch(/[๐-๙]/);
});
