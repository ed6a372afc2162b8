// A lookup called otherwise: every rule that reads it follows, and nothing else.
import { expect, test } from "vitest";
import { compileForm } from "../../../engine/compile/compile.js";
import { renameLookup } from "../../../engine/edit/form/lookups.js";
import { formOf, workflowOf } from "../../help/library.js";

const leave = formOf("leave-request");

test("rules of fields, of columns and of sections read it under its new name", () => {
  const renamed = { ...leave, ...renameLookup(leave, "taken", "taken_days") };
  expect(Object.keys(renamed.lookups!)).toEqual(["taken_days", "last", "cited"]);
  const text = JSON.stringify(renamed.schema);
  expect(text).toContain("lookups.taken_days.filter(");
  expect(text).not.toMatch(/lookups\.taken[^_]/);
  // Rows have a column of that name: it is another thing.
  expect(text).toContain("'taken': coalesce(");
  expect(compileForm(renamed, workflowOf("leave-request"), { owner: "lao", version: 1, workflowVersion: 1 })).not.toBeInstanceOf(Array);
  expect({ ...renamed, ...renameLookup(renamed, "taken_days", "taken") }).toEqual(leave);
});

test("a name that is none, is taken, or is of nothing changes nothing", () => {
  for (const [from, to] of [
    ["taken", "2nd"],
    ["taken", "last"],
    ["taken", ""],
    ["nothing", "x"],
  ] as const)
    expect(renameLookup(leave, from, to)).toBeUndefined();
});

test("a rule that cannot be read keeps the name, unless it speaks of nothing looked up", () => {
  const broken = (value: string) => ({
    ...leave,
    schema: { ...leave.schema, properties: { ...leave.schema.properties, place: { ...leave.schema.properties.place!, "x-value": value } } },
  });
  expect(renameLookup(broken("lookups.taken +"), "taken", "other")).toBeUndefined();
  expect(renameLookup(broken("organization."), "taken", "other")?.lookups).toHaveProperty("other");
});

test("examples give their facts under the new name", () => {
  const example = { id: "one", title: "ก", today: "2026-11-24", lookups: { taken: [{ days: 2 }], cited: null }, answers: {}, expect: {} };
  const bare = { ...example, id: "two", lookups: undefined };
  const renamed = renameLookup({ ...leave, examples: [example, bare] }, "taken", "taken_days")!;
  expect(renamed.examples).toEqual([{ ...example, lookups: { taken_days: [{ days: 2 }], cited: null } }, bare]);
});
