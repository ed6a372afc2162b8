// Every sentence a user reads comes from here: `t("key", {name})` from the two catalogues, `say(text)` from a definition.
// Screens add their keys in words/th-screens.ts and words/en-screens.ts; a key missing in either is a type error.
import { say as speak } from "../../engine/text/text.js";
import type { Text } from "../../schemas/types.js";
import { language, onEnglish } from "./language.js";
import { th as base } from "./words/th.js";
import { screens } from "./words/th-screens.js";

const th = { ...base, ...screens };
export type Word = keyof typeof th;
let en: Record<Word, string> | undefined;

onEnglish(async () => {
  const [own, screen] = await Promise.all([import("./words/en.js"), import("./words/en-screens.js")]);
  en = { ...own.en, ...screen.screens };
});

/** The sentence of this key in the language of the screen, its `{slots}` filled. */
export function t(key: Word, params: Record<string, string | number> = {}): string {
  const text = (language() === "en" ? en?.[key] : undefined) ?? th[key];
  return fill(text, params);
}

/** A sentence in both languages, for a problem found on this device. English is there once it was asked for. */
export const both = (key: Word, params: Record<string, string | number> = {}): { th: string; en: string } => ({
  th: fill(th[key], params),
  en: fill(en?.[key] ?? th[key], params),
});

const fill = (text: string, params: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (slot, name: string) => String(params[name] ?? slot));

/** Words of a definition or a problem in the language of the screen. */
export const say = (text: Text | undefined): string => (text === undefined ? "" : speak(text, language()));

/** The hour as people say it: `07:52 น.` */
export function time(at: number): string {
  const hour = new Date(at + 7 * 3600_000).toISOString().slice(11, 16);
  return t("time.hour", { hour });
}
