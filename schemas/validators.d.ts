// Made by scripts/generate.mjs. Do not edit.
/** One complaint of a validator, in Ajv's words. */
export interface SchemaComplaint {
  instancePath: string;
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
  message?: string;
}
export interface Validator {
  (value: unknown): boolean;
  errors?: SchemaComplaint[] | null;
}
export const form: Validator;
export const workflow: Validator;
export const menu: Validator;
export const codes: Validator;
export const document: Validator;
export const report: Validator;
export const action: Validator;
export const record: Validator;
export const config: Validator;
