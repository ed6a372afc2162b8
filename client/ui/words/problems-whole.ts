// The problems of answers with both languages: in the phone's bundle the others carry Thai only (scripts/slim-engine.mjs).
export { dateProblem } from "../../../engine/problem/date.js";
export { fieldProblem } from "../../../engine/problem/field.js";
