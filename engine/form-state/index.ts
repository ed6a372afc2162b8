// The form state: what filling a form needs.
export { type FieldNode, FormState, openForm, type Trace } from "./form-state.js";
