// The forms that come with the product, compiled, and the rows of every code list.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compileForm } from "../../engine/compile/compile.js";
import type { CompiledForm } from "../../engine/compile/compiled.js";
import type { CodesDefinition, FormDefinition, WorkflowDefinition } from "../../schemas/types.js";
import { readLibrary } from "../../server/templates/library.js";

const folder = "form-definitions";
const read = <T>(...path: string[]): T => JSON.parse(readFileSync(join(folder, ...path), "utf8")) as T;

export const formNames = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !["codes", "menus", "places", "reports"].includes(entry.name))
  .map(({ name }) => name);

const library = await readLibrary();

/** A form as it is installed, its examples in it. */
export const formOf = (name: string): FormDefinition =>
  structuredClone(library.get(name)!.definitions.find((one): one is FormDefinition => one.kind === "form")!);
export const workflowOf = (name: string): WorkflowDefinition => read(name, "workflow.json");
export const menus = () => readdirSync(join(folder, "menus")).map((file) => read<Record<string, unknown>>("menus", file));
export const codeLists = () => readdirSync(join(folder, "codes")).map((file) => read<CodesDefinition>("codes", file));
export const codes = () => Object.fromEntries(codeLists().map(({ id, rows }) => [id, rows]));

export function compiled(name: string): CompiledForm {
  const form = compileForm(formOf(name), workflowOf(name), { owner: "lao", version: 1, workflowVersion: 1 });
  if (Array.isArray(form)) throw new Error(`${name}: ${JSON.stringify(form, null, 2)}`);
  return form;
}
