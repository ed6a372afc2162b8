// The templates that come with the product: form-definitions/ as read from the disk. A template is never in use itself; installing copies it.
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FormDefinition, FormExample, Text } from "../../schemas/types.js";
import { type Definition, type DefinitionKind, definitionKinds } from "../definitions/docs.js";

export interface Template {
  id: string;
  /** What it is about. */
  kind: "form" | "report" | "menu";
  title: Text;
  description?: Text;
  /** In an order in which each comes after what it names. */
  definitions: Definition[];
}

/** Beside the sources and beside the bundle alike. */
const shipped = fileURLToPath(new URL("../../form-definitions/", import.meta.url));

/** What names nothing comes first. */
const order: readonly DefinitionKind[] = ["codes", "document", "workflow", "form", "report", "menu"];

/** One template a form, with all that it needs, then one a report, and one a menu. */
export async function readLibrary(folder: string = shipped): Promise<Map<string, Template>> {
  const codes = new Map((await definitionsOf(join(folder, "codes"))).map((one) => [one.id, one]));
  const templates = new Map<string, Template>();
  for (const name of await folders(folder)) {
    if (name === "codes" || name === "menus" || name === "reports") continue;
    const own = [...(await definitionsOf(join(folder, name))), ...(await definitionsOf(join(folder, name, "documents")))];
    const form = own.find((one): one is FormDefinition => one.kind === "form");
    if (!form) continue;
    const examples = await examplesOf(join(folder, name, "examples"));
    if (examples.length) form.examples = examples;
    const named = [...codes.values()].filter((list) => list.id === "holidays" || mentions(own, list.id));
    const definitions = [...named, ...own].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
    templates.set(name, { id: name, kind: "form", title: form.title, ...(form.description && { description: form.description }), definitions });
  }
  for (const report of await definitionsOf(join(folder, "reports"))) {
    const id = `report-${report.id}`;
    templates.set(id, {
      id,
      kind: "report",
      title: report.title,
      ...("description" in report && report.description && { description: report.description }),
      definitions: [report],
    });
  }
  for (const menu of await definitionsOf(join(folder, "menus"))) {
    const id = `menu-${menu.id}`;
    templates.set(id, { id, kind: "menu", title: menu.title, definitions: [menu] });
  }
  return inOrder(templates);
}

/** A form that reads other forms comes after them. Two that read each other stand as they are named: the checker says what is missing. */
function inOrder(templates: Map<string, Template>): Map<string, Template> {
  const sorted = new Map<string, Template>();
  const place = (id: string, above: readonly string[]): void => {
    const template = templates.get(id);
    if (!template || sorted.has(id) || above.includes(id)) return;
    for (const other of formsRead(template)) place(other, [...above, id]);
    sorted.set(id, template);
  };
  for (const id of templates.keys()) place(id, []);
  return sorted;
}

/** The forms whose records a template chooses from or looks into. */
export function formsRead({ definitions }: Template): string[] {
  const forms = definitions.filter((one): one is FormDefinition => one.kind === "form");
  const chosen = [...JSON.stringify(forms).matchAll(/"x-form":"([a-z0-9-]+)"/g)].map(([, id]) => id!);
  return [...chosen, ...forms.flatMap(({ lookups }) => Object.values(lookups ?? {}).map(({ form }) => form))];
}

/** A list is needed when a field or an expression says its id; more than needed does no harm. */
function mentions(definitions: Definition[], id: string): boolean {
  const text = JSON.stringify(definitions);
  return text.includes(`"${id}"`) || text.includes(`'${id}'`);
}

async function folders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Examples stand one a file, where people can read them; the name of the file is the id. They become part of their form. */
async function examplesOf(folder: string): Promise<FormExample[]> {
  const examples: FormExample[] = [];
  for (const file of await jsonFiles(folder)) examples.push({ id: basename(file, ".json"), ...JSON.parse(await readFile(join(folder, file), "utf8")) });
  return examples;
}

/** The names of the JSON files of a folder; none where there is no such folder. */
async function jsonFiles(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return files.filter((one) => one.endsWith(".json")).sort();
}

/** The definitions in a folder. The template of a document stands beside it as `<id>.hbs`, where people can read it. */
async function definitionsOf(folder: string): Promise<Definition[]> {
  const definitions: Definition[] = [];
  for (const file of await jsonFiles(folder)) {
    const { $schema: _, ...definition } = JSON.parse(await readFile(join(folder, file), "utf8"));
    if (!definitionKinds.includes(definition.kind)) throw new Error(`${join(folder, file)} is no definition`);
    if (definition.kind === "document") definition.template = await readFile(join(folder, `${basename(file, ".json")}.hbs`), "utf8");
    definitions.push(definition);
  }
  return definitions;
}
