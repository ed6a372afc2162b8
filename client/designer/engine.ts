// What the designer takes from the engine. The build gives it the whole engine through this file alone; filling has a smaller one.
export { compileForm } from "../../engine/compile/compile.js";
export type { CompiledForm } from "../../engine/compile/compiled.js";
export { checkDefinition } from "../../engine/definition/check.js";
export { keywordsOf } from "../../engine/definition/keywords.js";
export { renameField } from "../../engine/definition/rename.js";
export { blockOf, cellOf, columnsOf, writeBlock, writeCell } from "../../engine/edit/codes.js";
export { type Completion, type Completions, completionsAt } from "../../engine/edit/complete.js";
export { insertPiece } from "../../engine/edit/document/insert.js";
export { type Layout, layouts, startDocument } from "../../engine/edit/document/layouts.js";
export { type Meaning, meaningAt } from "../../engine/edit/document/meaning.js";
export { type Piece, piecesOf } from "../../engine/edit/document/pieces.js";
export { type Clip, copyFields, pasteFields, readClip } from "../../engine/edit/form/clip.js";
export { addField, moveField, removeFields, type Spot, setField, setRequired, setSensitive, turnInto } from "../../engine/edit/form/fields.js";
export { setFormula } from "../../engine/edit/form/formula.js";
export {
  addPage,
  addSection,
  freeSection,
  layoutOf,
  movePage,
  moveSection,
  removePage,
  removeSection,
  sectionOf,
  setPage,
  unplacedIn,
  withPlace,
  withSection,
} from "../../engine/edit/form/layout.js";
export { renameLookup } from "../../engine/edit/form/lookups.js";
export { mergeForms } from "../../engine/edit/form/merge-forms.js";
export { freeName } from "../../engine/edit/form/names.js";
export { type Found, fieldsOf, findField, holderOf } from "../../engine/edit/form/tree.js";
export { asRegister, fieldsFromSchema, type Guess, guessColumns, guessQuestions, optionsOf, withGuesses } from "../../engine/edit/guess.js";
export { History, type Merge } from "../../engine/edit/history.js";
export { type Mend, mendsOf } from "../../engine/edit/mend/mend.js";
export { findItem, type ItemSpot, itemsOf, moveItem, putItem, removeItem, setItem } from "../../engine/edit/menu.js";
export { byRow, type Conflict, merge } from "../../engine/edit/merge.js";
export { minutesOf } from "../../engine/edit/minutes.js";
export { matchColumns, type Place, placeColumn, placeNamed, type Target, targetsOf, unreachable } from "../../engine/edit/rows/match.js";
export { readable } from "../../engine/edit/rows/read-cell.js";
export { type RulePlace, rulePlace, ruleProblems } from "../../engine/edit/rule-at.js";
export { sampleAnswers, sampleLabels } from "../../engine/edit/sample.js";
export { expressionOf, type Operand, type Part, type Sentence, sentenceOf, type Test } from "../../engine/edit/sentence.js";
export { addAction, addState, approval, moveAction, moveState, removeAction, removeState, routesOf, setAction, setState } from "../../engine/edit/workflow.js";
export type { Facts } from "../../engine/expression/facts.js";
export { isTree, parse } from "../../engine/expression/parse.js";
export { importProblem } from "../../engine/problem/import.js";
export { isProblem } from "../../engine/problem/problem.js";
export { changesBetween } from "../../engine/record/changes.js";
export { expectationOf, withNewResult } from "../../engine/record/example/expectation.js";
export { type ExampleCodes, factsOf, outcomeOf } from "../../engine/record/example/outcome.js";
export { type ExampleResult, runExample, valueWords } from "../../engine/record/example/run.js";
export { begunAnswers, type RowColumn, type RowProblem, readRow } from "../../engine/record/from-row.js";
export { bangkokDate, formatDate } from "../../engine/thai/date.js";
export { parseDate } from "../../engine/thai/parse-date.js";
export type { Check } from "../../engine/validate/validate.js";
export { type AccessRow, accessTable, type May, makersOf, type Use, unsaid, uses } from "../../engine/workflow/access.js";
export { availableActions } from "../../engine/workflow/available.js";
export { guarded } from "../../engine/workflow/judge.js";
export { castOf, editorsIn, makersIn, near, placeOf, type Rehearsed, rehearse, type Scene, seatOf, told } from "../../engine/workflow/rehearse.js";
export { stateOf } from "../../engine/workflow/states.js";
