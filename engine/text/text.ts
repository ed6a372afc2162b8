// Words for people: picking the language.
import type { Text } from "../../schemas/types.js";

/** The words in a language; Thai where there is no English. */
export function say(text: Text, language: "th" | "en"): string {
  if (typeof text === "string") return text;
  return (language === "en" && text.en) || text.th;
}
