// Checks a definition of any kind and tells all its problems at once, each with its place and what to do.
import type { CodesDefinition, DocumentDefinition, FormDefinition, MenuDefinition, Problem } from "../../schemas/types.js";
import { codes, document, form, menu, report, type Validator, workflow } from "../../schemas/validators.js";
import { definitionProblem } from "../problem/definition.js";
import { checkCodes } from "./check-codes.js";
import { checkDocument } from "./check-document.js";
import { checkForm } from "./check-form.js";
import { checkMenu } from "./check-menu.js";
import type { DefinitionContext } from "./context.js";
import { limits } from "./limits.js";
import { measure } from "./measure.js";
import { checkStructure } from "./structure.js";

const validators = { form, workflow, menu, codes, document, report } satisfies Record<string, Validator>;

type Kind = keyof typeof validators;

/** What each kind must keep to beyond its shape. The rules of workflows and of reports are checked with their own stations. */
const rules: Record<Kind, (definition: never, context: DefinitionContext) => Problem[]> = {
  form: (form: FormDefinition, context) => checkForm(form, context),
  workflow: () => [],
  menu: (menu: MenuDefinition, context) => checkMenu(menu, context),
  codes: (codes: CodesDefinition) => checkCodes(codes),
  document: (document: DocumentDefinition, context) => checkDocument(document, context),
  report: () => [],
};

/** All problems of a definition; none means that it may be saved and published. */
export function checkDefinition(definition: unknown, context: DefinitionContext = {}): Problem[] {
  if (typeof definition !== "object" || definition === null || Array.isArray(definition)) return [definitionProblem("definition.not-an-object", {}, "")];
  const { levels, bytes } = measure(definition, limits);
  if (levels > limits.levels) return [definitionProblem("definition.too-deep", { limit: limits.levels }, "")];
  if (bytes > limits.bytes) return [definitionProblem("definition.too-large", { size: bytes, limit: limits.bytes }, "")];
  const kind = (definition as { kind?: unknown }).kind;
  if (typeof kind !== "string" || !Object.hasOwn(rules, kind)) {
    return [definitionProblem("definition.unknown-kind", { kind: typeof kind === "string" ? kind : "–", allowed: Object.keys(rules) }, "/kind")];
  }
  const { problems, usable, given } = checkStructure(definition, validators[kind as Kind]);
  if (usable === undefined) return problems;
  const more = rules[kind as Kind](usable as never, context).map((problem) => ({ ...problem, path: given(problem.path ?? "") }));
  // What was taken out is not missing besides.
  return [
    ...problems,
    ...more.filter(({ code, path }) => !(/\.(no|needs)-|-nowhere$/.test(code) && problems.some((wrong) => wrong.path?.startsWith(`${path}/`)))),
  ];
}
