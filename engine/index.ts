// The engine: what servers, screens and programs around it call. Everything here is pure: no clock, no chance, no network.

export { type CompileMeta, compileForm } from "./compile/compile.js";
export type { CompiledField, CompiledForm, CompiledSection, CompiledWorkflow, Dependant, Release } from "./compile/compiled.js";
export { publishedSchema, shapeSchema } from "./compile/schema.js";
export { checkDefinition } from "./definition/check.js";
export type { DefinitionContext } from "./definition/context.js";
export { identify } from "./definition/identify.js";
export { limits } from "./definition/limits.js";
export { renameField, renameInWorkflow } from "./definition/rename.js";
export type { Facts } from "./expression/facts.js";
export type { FieldKind, FieldOptions } from "./fields/field.js";
export { kinds } from "./fields/index.js";
export { type FieldNode, FormState, openForm } from "./form-state/form-state.js";
export { act } from "./record/act.js";
export type { Act, ActContext, Acted } from "./record/act-types.js";
export { type Hidden, type Validated, validateAnswers } from "./validate/validate.js";
export { availableActions } from "./workflow/available.js";
export { checkWorkflow } from "./workflow/check.js";
