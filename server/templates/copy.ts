// A form of the library as an LAO's own working copy, not yet published, under an id that is free. What it is made of comes along where the
// LAO lacks it; what the LAO has is never touched, and a workflow or document that it has changed gets a second one beside it.
import { formsProblem } from "../../engine/problem/forms.js";
import { say } from "../../engine/text/text.js";
import type { Actor, FormDefinition, TemplatePart, TemplateView, Text } from "../../schemas/types.js";
import type { Definitions } from "../definitions/definitions.js";
import type { Definition, DefinitionKind } from "../definitions/docs.js";
import { save } from "../definitions/saving.js";
import { canonical } from "../events/event.js";
import { refuse } from "../plugins/refusal.js";
import type { Press } from "../publishing/publishing.js";
import { type Installed, install } from "./install.js";
import { formsRead, type Template } from "./library.js";

interface Part {
  definition: Definition;
  /** The LAO has it. */
  there: boolean;
  /** And it is not what the library has: it is left alone, published or not. */
  own?: boolean;
}

interface Plan {
  form: FormDefinition;
  parts: Part[];
}

/** How many names are tried before the library is taken to be misused. */
const mostNames = 100;

/** What would be copied now, the form under the first id that is free. */
export async function templateView(definitions: Definitions, owner: string, template: Template, library: ReadonlyMap<string, Template>): Promise<TemplateView> {
  const { id } = formOf(template);
  const known = new Map((await definitions.heads(owner, ["form"])).map((head) => [head.name, head]));
  const { form, parts } = await plan(definitions, owner, template, names(id).find((name) => !known.has(name)) ?? id);
  const needs = [...new Set(formsRead(template))].filter((other) => other !== id);
  return {
    id: template.id,
    form: { ...form },
    there: form.id !== id,
    parts: parts.map(({ definition, there }): TemplatePart => ({ kind: definition.kind, id: definition.id, title: definition.title, there })),
    needs: needs.map((other): TemplatePart => ({ kind: "form", id: other, title: titleIn(library, other), there: (known.get(other)?.version ?? 0) > 0 })),
  };
}

/** Copies it under this id. Each definition is a commit of its own; whoever asks again goes on where it stopped. */
export async function copyTemplate(
  press: Press,
  template: Template,
  order: { form: string; title?: Text | undefined; actor: Actor; at: () => string },
): Promise<Installed[]> {
  const { actor, at, title } = order;
  const { form, parts } = await plan(press.definitions, actor.owner, template, order.form, title);
  const place = { owner: actor.owner, kind: "form" as const, name: form.id };
  const there = await press.definitions.working(actor.owner, "form", form.id);
  if (there && !same(there, form)) refuse(formsProblem("template.form-there", { id: form.id }));
  const done: Installed[] = [];
  for (const part of parts) {
    // Published at once, as the form could not be without them; they do nothing until a form in use names them.
    const { kind, id } = part.definition;
    done.push(part.own ? { kind, id, copied: false } : await install(press, part.definition, actor, at));
  }
  if (!there) await save(press.definitions, press.checker, place, form as unknown as Record<string, unknown>, 0, at(), actor);
  return [...done, { kind: "form", id: form.id, copied: !there }];
}

const formOf = ({ definitions }: Template): FormDefinition => definitions.find((one): one is FormDefinition => one.kind === "form")!;
const names = (id: string): string[] => Array.from({ length: mostNames }, (_, nth) => (nth ? `${id}-${nth + 1}` : id));
const same = (one: object, other: object): boolean => canonical(one) === canonical(other);
const titleIn = (library: ReadonlyMap<string, Template>, form: string): Text =>
  [...library.values()].flatMap(({ definitions }) => definitions).find((one) => one.kind === "form" && one.id === form)?.title ?? form;

/** The parts in an order in which each comes after what it names, and the form that names them as they are called here. */
async function plan(definitions: Definitions, owner: string, template: Template, id: string, title?: Text): Promise<Plan> {
  const called = new Map<string, string>();
  const parts: Part[] = [];
  for (const definition of template.definitions.filter(({ kind }) => kind !== "form")) {
    const part =
      definition.kind === "codes"
        ? await listed(definitions, owner, definition)
        : await beside(definitions, owner, renamed(definition, { document: (name) => called.get(`document ${name}`) }));
    called.set(`${definition.kind} ${definition.id}`, part.definition.id);
    parts.push(part);
  }
  const original = formOf(template);
  const own = (name: string) => (name === original.id ? id : undefined);
  const form: FormDefinition = { ...renamed(original, { form: own, "x-form": own }), id, ...(title !== undefined && { title }) };
  if (form.workflow !== undefined) form.workflow = called.get(`workflow ${form.workflow}`) ?? form.workflow;
  if (form.documents) form.documents = form.documents.map((name) => called.get(`document ${name}`) ?? name);
  return { form, parts };
}

/** Of a code list there is one under its name: records hold its codes, and it only ever grows. */
async function listed(definitions: Definitions, owner: string, definition: Definition): Promise<Part> {
  const there = await definitions.working(owner, "codes", definition.id);
  return { definition, there: there !== undefined, ...(there && !same(there, definition) && { own: true }) };
}

/** Under its own name where that is free, or where the LAO has the very same; else under the next such name. */
async function beside(definitions: Definitions, owner: string, definition: Definition): Promise<Part> {
  for (const [nth, name] of names(definition.id).entries()) {
    const wanted = { ...definition, id: name, ...(nth && { title: numbered(definition.title, nth + 1) }) };
    const there = await standing(definitions, owner, definition.kind, name);
    if (!there) return { definition: wanted, there: false };
    if (there !== "retired" && same(there, wanted)) return { definition: wanted, there: true };
  }
  return refuse(formsProblem("template.form-there", { id: definition.id }));
}

/** What stands under a name; one out of use, or whose working copy is not what is published, is none that a form could share. */
async function standing(definitions: Definitions, owner: string, kind: DefinitionKind, name: string): Promise<Record<string, unknown> | "retired" | undefined> {
  const head = await definitions.head(owner, kind, name);
  if (!head) return undefined;
  if (head.retired || (head.version > 0 && head.publishedEdit !== head.edit)) return "retired";
  return definitions.working(owner, kind, name);
}

const numbered = (title: Text, n: number): Text =>
  typeof title === "string" ? `${title} (${n})` : { th: `${title.th} (${n})`, ...(title.en !== undefined && { en: `${say(title, "en")} (${n})` }) };

/** With other names under these keys; a field that is called so holds no name there. */
function renamed<T extends Definition>(definition: T, by: Record<string, (name: string) => string | undefined>): T {
  return JSON.parse(JSON.stringify(definition), (key, value: unknown) =>
    typeof value === "string" && Object.hasOwn(by, key) ? (by[key]!(value) ?? value) : value,
  ) as T;
}
