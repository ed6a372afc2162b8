// Opens a form to be filled, or to have its rules worked out.
export { openForm } from "./form-state.js";
