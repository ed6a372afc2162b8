// Words in two languages, of which the bench edits the Thai: the English stays as it is until it is changed in the JSON.
import type { Text } from "../../schemas/types.js";

export const reword = (before: Text | undefined, words = ""): Text =>
  typeof before === "object" && before.en !== undefined ? { ...before, th: words } : words;
