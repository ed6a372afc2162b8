// Rules of print templates that need no Handlebars: nothing unescaped, nothing that runs, no way to a prototype, blocks closed.
// The server renders in a worker besides, with limits of its own.
import type { DocumentDefinition, Problem } from "../../schemas/types.js";
import { definitionProblem } from "../problem/definition.js";

const forbidden = /\b(__proto__|constructor|prototype|__defineGetter__|__defineSetter__|__lookupGetter__|__lookupSetter__)\b/;
const runs = /<\s*(script|iframe|object|embed|link|meta|base|form|svg\s[^>]*onload)\b|javascript\s*:|\son[a-z]+\s*=|@import|expression\s*\(/i;

/** Problems of a template whose shape is right. */
export function checkDocument({ template }: DocumentDefinition): Problem[] {
  const found: Problem[] = [];
  const tell = (code: Parameters<typeof definitionProblem>[0], what: string) =>
    found.push(definitionProblem(code, { found: what.length > 60 ? `${what.slice(0, 57)}…` : what }, "/template"));
  // Comments first, so that what stands in one is not taken for a tag.
  const text = template.replace(/\{\{!--[\s\S]*?--\}\}|\{\{![\s\S]*?\}\}/g, "");
  const script = runs.exec(text);
  if (script) tell("definition.template-script", script[0].trim());
  const unescaped = /\{\{\{|\{\{~?\s*&/.exec(text);
  if (unescaped) tell("definition.template-unescaped", unescaped[0]);
  const open: string[] = [];
  let end = 0;
  for (const tag of text.matchAll(/\{\{\{?~?\s*([#/^>]?)\s*([^}]*?)\s*~?\}\}\}?/g)) {
    const [whole, sign, inside] = [tag[0], tag[1]!, tag[2]!];
    end = tag.index + whole.length;
    const reach = forbidden.exec(inside);
    if (reach) tell("definition.template-forbidden", reach[0]);
    if (sign === ">" || inside.startsWith(">")) tell("definition.template-forbidden", whole);
    const name = inside.split(/\s/)[0]!;
    if (sign === "#" || (sign === "^" && name !== "")) open.push(name);
    if (sign !== "/") continue;
    if (open.at(-1) === name) open.pop();
    else if (open.includes(name)) {
      tell("definition.template-unclosed", `{{#${open.at(-1)}}}`);
      open.splice(open.lastIndexOf(name));
    } else tell("definition.template-unopened", whole);
  }
  for (const name of open) tell("definition.template-unclosed", `{{#${name}}}`);
  if (text.indexOf("{{", end) >= 0) tell("definition.template-unclosed", text.slice(text.indexOf("{{", end)));
  return found;
}
