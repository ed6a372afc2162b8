// Answers of several texts, such as a name or an address: read, and tidied part by part.

/** The parts, when the value is an object. */
export const partsOf = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;

/** Each text through `tidy`, without parts that are empty then; null when none is left. What is no object stays as it is. */
export function tidyParts(value: unknown, tidy: (text: string, part: string) => string): unknown {
  const given = partsOf(value);
  if (!given) return value;
  const tidied = Object.entries(given).map(([part, text]) => [part, typeof text === "string" ? tidy(text, part) : text] as const);
  const kept = tidied.filter(([, text]) => text !== "" && text !== null && text !== undefined);
  return kept.length ? Object.fromEntries(kept) : null;
}
