// Which language the screens speak: Thai first, English by a switch, remembered on the device.
export type Language = "th" | "en";

const key = "language";
const listeners = new Set<() => void>();
let current: Language = "th";
let loadEnglish: () => Promise<unknown> = async () => {};

export const language = (): Language => current;

/** Told by words.ts, so that English loads only for who reads it. */
export function onEnglish(load: () => Promise<unknown>): void {
  loadEnglish = load;
}

/** Calls `run` after each switch; the answer stops it. */
export function onLanguage(run: () => void): () => void {
  listeners.add(run);
  return () => listeners.delete(run);
}

/** Draws every element again: more words are here. */
export function refreshWords(): void {
  for (const run of listeners) run();
}

/** Switches the language: every element on the screen draws again, nothing typed is touched. */
export async function setLanguage(to: Language): Promise<void> {
  if (to === "en") await loadEnglish();
  current = to;
  document.documentElement.lang = to;
  localStorage.setItem(key, to);
  refreshWords();
}

/** Before the first drawing: the language this device had last. */
export async function startLanguage(): Promise<void> {
  const kept = localStorage.getItem(key);
  // Without reach and without the English words, Thai is better than nothing.
  if (kept === "en") await setLanguage("en").catch(() => undefined);
  else document.documentElement.lang = "th";
}
