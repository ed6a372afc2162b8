// Rules of print templates that need no Handlebars: nothing unescaped, nothing that runs, no way to a prototype, blocks closed, and names
// that the forms which print it know. The server renders in a worker besides, with limits of its own.
import type { DocumentDefinition, FormDefinition, Problem } from "../../schemas/types.js";
import { form as validForm } from "../../schemas/validators.js";
import { definitionProblem } from "../problem/definition.js";
import type { DefinitionContext } from "./context.js";
import { type Stray, strayNames } from "./template-names.js";
import { templateShape } from "./template-shape.js";
import { lineOf, type Tag, type Tags, tagsOf } from "./template-tags.js";

const forbidden = /\b(__proto__|constructor|prototype|__defineGetter__|__defineSetter__|__lookupGetter__|__lookupSetter__)\b/;
const runs = /<\s*(script|iframe|object|embed|link|meta|base|form)\b|javascript\s*:|[\s/"']on[a-z]+\s*=|@import|expression\s*\(/i;

/** Names told at once. */
const mostNames = 20;
/** Tags whose names are looked up: no print that people read has as many, and a form may print twenty of them. */
const mostTags = 5_000;

type Code = Parameters<typeof definitionProblem>[0];
const told = (code: Code, what: string, line: number): Problem =>
  definitionProblem(code, { found: what.length > 60 ? `${what.slice(0, 57)}…` : what, line }, "/template");

/** Problems of a template whose shape is right. */
export function checkDocument({ id, template }: DocumentDefinition, { forms = {} }: DefinitionContext = {}): Problem[] {
  const read = tagsOf(template);
  const found = [...checkHtml(read), ...checkBlocks(read)].slice(0, mostFaults);
  const users = Object.values(forms).filter((form) => Array.isArray(form.documents) && form.documents.includes(id) && validForm(form));
  return [...found, ...(found.length ? [] : users.flatMap((form) => namesProblems(read.tags, form)))];
}

/** Faults told at once: mended, the next ones are. */
const mostFaults = 100;

function checkHtml({ text, tags }: Tags): Problem[] {
  const found: Problem[] = [];
  const script = runs.exec(text);
  if (script) found.push(told("definition.template-script", script[0].trim(), lineOf(text, script.index)));
  const unescaped = tags.find((tag) => tag.unescaped);
  if (unescaped) found.push(told("definition.template-unescaped", unescaped.whole, unescaped.line));
  return found;
}

/** Whether the blocks are closed in their order, and nothing reaches where it may not. */
function checkBlocks({ text, tags, open: unended }: Tags): Problem[] {
  const found: Problem[] = [];
  const open: { name: string; line: number }[] = [];
  const unclosed = ({ name, line }: { name: string; line: number }) => told("definition.template-unclosed", `{{#${name}}}`, line);
  for (const { sign, inside, whole, line } of tags) {
    const reach = forbidden.exec(inside);
    if (reach) found.push(told("definition.template-forbidden", reach[0], line));
    if (sign === ">" || inside.startsWith(">")) found.push(told("definition.template-forbidden", whole, line));
    const name = inside.split(/\s/, 1)[0]!;
    if (sign === "#" || (sign === "^" && name !== "")) open.push({ name, line });
    if (sign !== "/") continue;
    if (open.at(-1)?.name === name) open.pop();
    else if (open.some((one) => one.name === name)) {
      found.push(unclosed(open.at(-1)!));
      open.splice(open.findLastIndex((one) => one.name === name));
    } else found.push(told("definition.template-unopened", whole, line));
  }
  if (unended) found.push(told("definition.template-unclosed", text.slice(unended.at), unended.line));
  return [...found, ...open.map(unclosed)];
}

/** What a template names and the form lacks, each once a line. */
function straysIn(tags: readonly Tag[], form: FormDefinition): Stray[] {
  return [...new Map(strayNames(tags.slice(0, mostTags), templateShape(form)).map((one) => [`${one.line} ${one.found}`, one])).values()].slice(0, mostNames);
}

/** Fields that a template names and the form lacks: told to whoever changes the form. */
export const missingFields = ({ template }: Pick<DocumentDefinition, "template">, form: FormDefinition): string[] =>
  typeof template === "string" ? [...new Set(straysIn(tagsOf(template).tags, form).flatMap(({ found, field }) => (field ? [found] : [])))] : [];

/** Doubts, not refusals: what is named may come with the next version of the form. */
function namesProblems(tags: readonly Tag[], form: FormDefinition): Problem[] {
  return straysIn(tags, form).map(({ found, line, field }) =>
    definitionProblem(field ? "definition.template-field" : "definition.template-name", { found, line, form: form.title }, "/template", { level: "warn" }),
  );
}
