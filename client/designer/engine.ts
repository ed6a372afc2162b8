// What the designer takes from the engine. The build gives it the whole engine through this file alone; filling has a smaller one.
export { compileForm } from "../../engine/compile/compile.js";
export type { CompiledForm } from "../../engine/compile/compiled.js";
export { renameField } from "../../engine/definition/rename.js";
export { blockOf, cellOf, columnsOf, writeBlock, writeCell } from "../../engine/edit/codes.js";
export { insertPiece } from "../../engine/edit/document/insert.js";
export { type Layout, layouts, startDocument } from "../../engine/edit/document/layouts.js";
export { type Meaning, meaningAt } from "../../engine/edit/document/meaning.js";
export { type Piece, piecesOf } from "../../engine/edit/document/pieces.js";
export { type Clip, copyFields, pasteFields, readClip } from "../../engine/edit/form/clip.js";
export { addField, moveField, removeFields, type Spot, setField, setRequired, turnInto } from "../../engine/edit/form/fields.js";
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
export { mergeForms } from "../../engine/edit/form/merge-forms.js";
export { freeName } from "../../engine/edit/form/names.js";
export { type Found, fieldsOf, findField, holderOf } from "../../engine/edit/form/tree.js";
export { fieldsFromSchema, type Guess, guessColumns, guessQuestions, withGuesses } from "../../engine/edit/guess.js";
export { History, type Merge } from "../../engine/edit/history.js";
export { findItem, type ItemSpot, itemsOf, moveItem, putItem, removeItem, setItem } from "../../engine/edit/menu.js";
export { byRow, type Conflict, merge } from "../../engine/edit/merge.js";
export { minutesOf } from "../../engine/edit/minutes.js";
export { expressionOf, type Operand, type Part, type Sentence, sentenceOf, type Test } from "../../engine/edit/sentence.js";
export { addAction, addState, approval, moveAction, moveState, removeAction, removeState, routesOf, setAction, setState } from "../../engine/edit/workflow.js";
export { isTree, parse } from "../../engine/expression/parse.js";
export { formatDate } from "../../engine/thai/date.js";
export { parseDate } from "../../engine/thai/parse-date.js";
