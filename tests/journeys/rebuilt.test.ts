// The leave form that comes with the product, built anew in the designer by presses and words alone: it compiles to the same compiled form.
import { describe, expect, test } from "vitest";
import { compileForm } from "../../engine/compile/compile.js";
import { fieldsOf } from "../../engine/edit/form/tree.js";
import type { FormDefinition, WorkingCopy } from "../../schemas/types.js";
import { formOf, workflowOf } from "../help/library.js";
import { devices, eventually, possible } from "./help/device.js";
import { FormBuilder } from "./help/form-builder.js";

const { device, served } = devices("rebuilt");

/** Ids are the tool's to give: those of the form, its fields and its sections, in the words of the other. */
function withIdsOf(made: FormDefinition, other: FormDefinition): FormDefinition {
  const ids = new Map<string, string>([[made.id, other.id]]);
  const theirs = new Map(fieldsOf(other).map(({ path, id }) => [path.join("/"), id]));
  for (const { path, id } of fieldsOf(made)) ids.set(id, theirs.get(path.join("/")) ?? id);
  const sections = (form: FormDefinition) => (form.layout ?? []).flatMap((page) => page.sections.map(({ id }) => id));
  const own = sections(other);
  for (const [at, id] of sections(made).entries()) ids.set(`section ${id}`, own[at] ?? id);
  const renamed = JSON.parse(JSON.stringify(made), (key, value) =>
    typeof value === "string" && (key === "x-id" || key === "x-form" || key === "form") ? (ids.get(value) ?? value) : value,
  ) as FormDefinition;
  return {
    ...renamed,
    id: other.id,
    layout: renamed.layout!.map((page) => ({ ...page, sections: page.sections.map((section) => ({ ...section, id: ids.get(`section ${section.id}`)! })) })),
  };
}

const compile = (form: FormDefinition) => {
  const compiled = compileForm(form, workflowOf("leave-request"), { owner: "lao", version: 1, workflowVersion: 1 });
  if (Array.isArray(compiled)) throw new Error(JSON.stringify(compiled, null, 2));
  return compiled;
};

describe.skipIf(!possible)("a form of the library", () => {
  test("is built anew in the designer by a script (journey)", async () => {
    const admin = await device("lao-admin", 1280, 900);
    const library = formOf("leave-request");
    const builder = new FormBuilder(admin, library);
    await builder.build();
    await eventually(() => admin.locator("[data-saving]").getAttribute("data-saving")).toBe("saved");
    const id = new URL(admin.url()).pathname.split("/").at(-1)!;
    const copy = (await (await admin.request.get(`${served().url}/api/v1/definitions/form/${id}`)).json()) as WorkingCopy;
    const made = withIdsOf(copy.definition as unknown as FormDefinition, library);
    expect(compile(made)).toEqual(compile(library));
    console.log(
      `the leave form is built anew with ${builder.actions} presses, choices and texts: ${Math.round((builder.actions * 3) / 60)} minutes at 3 s each`,
    );
  }, 300_000);
});
