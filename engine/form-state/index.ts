// The form state: what filling a form needs.
export { type Explained, type FieldNode, FormState, openForm } from "./form-state.js";
