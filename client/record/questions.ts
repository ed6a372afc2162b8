// The questions of a form as somebody may point at them: in the order of its sections, each by its field's id and in its words.
import type { CompiledForm } from "../../engine/compile/compiled.js";
import { say } from "../../engine/text/text.js";
import type { Language } from "../ui/language.js";

export interface Question {
  /** Field id. */
  id: string;
  words: string;
}
export interface Questions {
  title: string;
  questions: Question[];
}

/** Those of the sections whose top field is `seen`; what lies inside a group or table stands behind it. */
export function questionsOf(form: CompiledForm, language: Language, seen: (name: string) => boolean = () => true): Questions[] {
  const words = (index: number): string => say(form.fields[index]!.title, language);
  const within = (index: number, before: string): Question[] =>
    form.fields.flatMap(({ parent, id }, child) => {
      if (parent !== index) return [];
      const full = `${before} › ${words(child)}`;
      return [{ id, words: full }, ...within(child, full)];
    });
  const sections = form.pages.flatMap((page) => page.sections.map(({ title, fields }) => ({ title: title ?? page.title, fields })));
  return sections.flatMap(({ title, fields }) => {
    const shown = fields.filter((index) => seen(form.fields[index]!.name));
    const questions = shown.flatMap((index) => [{ id: form.fields[index]!.id, words: words(index) }, ...within(index, words(index))]);
    return questions.length ? [{ title: say(title, language), questions }] : [];
  });
}
