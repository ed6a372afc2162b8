// Mends of who may do what.
import type { FormDefinition, Problem } from "../../../schemas/types.js";
import type { Mend } from "./mend.js";

export function mendAccess(form: FormDefinition, { code, params }: Problem): Mend<FormDefinition>[] {
  if (code !== "definition.actor-cannot-read" || !form.access?.read) return [];
  const who = (params as { who?: unknown } | undefined)?.who === "author" ? "author" : "handler";
  const title =
    who === "author" ? { th: "ให้ผู้กรอกอ่านเรื่องของตนได้", en: "Let its author read it" } : { th: "ให้ผู้ดำเนินการอ่านได้", en: "Let those who handle it read it" };
  return [{ title, next: { ...form, access: { ...form.access, read: [...form.access.read, who] } } }];
}
