// A form is told which document it prints: in its working copy, which its author publishes.
import type { FormDefinition, WorkingCopy } from "../../../schemas/types.js";
import { api } from "../../api/api.js";

export async function putIntoForm(form: string, document: string): Promise<void> {
  const path = `/definitions/form/${encodeURIComponent(form)}`;
  const { definition, rev } = await api.get<WorkingCopy>(path);
  const { documents = [] } = definition as unknown as FormDefinition;
  if (documents.includes(document)) return;
  await api.put(path, { ...definition, documents: [...documents, document] }, { headers: { "if-match": String(rev) } });
}
