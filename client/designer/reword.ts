// Words in two languages as the bench edits them: the one that is not typed stays as it is.
import type { Text } from "../../schemas/types.js";

export const thaiOf = (words: Text | undefined): string => (typeof words === "object" ? words.th : (words ?? ""));
export const englishOf = (words: Text | undefined): string => (typeof words === "object" ? (words.en ?? "") : "");

/** With other Thai words. */
export const reword = (before: Text | undefined, words = ""): Text =>
  typeof before === "object" && before.en !== undefined ? { ...before, th: words } : words;

/** With other English words; without any, Thai alone. */
export const rewordEnglish = (before: Text | undefined, words: string | undefined): Text => (words ? { th: thaiOf(before), en: words } : thaiOf(before));
