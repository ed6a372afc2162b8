// A request to change a form is a problem report of its own kind, which names the form, its version and the field. What the asker's sheet and the designer both know of it.

/** The form of problem reports, and the kind of report that asks for a change. */
export const requestForm = "problem-report";
export const requestKind = "form-change";

/** What a request is about. It is taken from the form that is open, never typed. */
export interface Pointed {
  form_id: string;
  /** As the form and the field were called when it was asked. */
  form_title: string;
  form_version: number;
  /** Unsaid, the form as a whole. */
  field_id?: string;
  field_title?: string;
}
