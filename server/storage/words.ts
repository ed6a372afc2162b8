// How text is searched, alike on both stores: the pieces between spaces are its words; a query word of three letters or more is found anywhere in one,
// a shorter one where a word begins. The caller has normalised both sides with engine/thai.

/** Stands before each word, so that "a word begins with one letter" is a string of three signs too. */
const mark = "\u0002\u0002";

const wordsOf = (text: string): string[] =>
  text
    .replaceAll(/\p{Cc}/gu, " ")
    .split(/\s+/u)
    .filter(Boolean);

/** The text with its word beginnings marked: what is indexed. */
export const marked = (text: string): string =>
  wordsOf(text)
    .map((word) => mark + word)
    .join("");

/** What must stand in a marked text, all of it; empty when there is nothing to look for. */
export const needles = (query: string): string[] => [...new Set(wordsOf(query))].slice(0, 12).map((word) => ([...word].length < 3 ? mark + word : word));

/** Whether a marked text is found. Trigrams alone may agree by accident; this decides. */
export const found = (markedText: string, wanted: string[]): boolean => wanted.every((needle) => markedText.includes(needle));

/** All runs of three letters. */
export function trigrams(text: string): string[] {
  const letters = [...text];
  const grams = new Set<string>();
  for (let i = 0; i + 3 <= letters.length; i++) grams.add(letters[i]! + letters[i + 1]! + letters[i + 2]!);
  return [...grams];
}
