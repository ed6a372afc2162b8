// Every sentence a user reads comes from here: `t("key", {name})` from the two catalogues, `say(text)` from a definition.
// Screens add their keys in words/th-screens.ts and words/en-screens.ts, which load beside the first screen that is not filling;
// what the frame and filling say stands in th.ts and en.ts, and what opens while filling in th-late.ts and en-late.ts (late-words.ts brings them). A key missing in either language is a type error.
import { say as speak } from "../../engine/text/text.js";
import type { Text } from "../../schemas/types.js";
import { language, onEnglish, refreshWords } from "./language.js";
import { th as base } from "./words/th.js";
import type { designer } from "./words/th-designer.js";
import type { late } from "./words/th-late.js";
import type { screens } from "./words/th-screens.js";
import type { why } from "./words/th-why.js";

export type Word = keyof typeof base | keyof typeof late | keyof typeof screens | keyof typeof designer | keyof typeof why;
type Catalogue = Partial<Record<Word, string>>;

let th: Catalogue = base;
let en: Catalogue = {};
let loading: Promise<void> | undefined;

onEnglish(async () => {
  const [own, opened, screen] = await Promise.all([import("./words/en.js"), import("./words/en-late.js"), import("./words/en-screens.js")]);
  (await import("./words/problems-en.js")).problemsInEnglish();
  en = { ...en, ...own.en, ...opened.late, ...screen.screens };
});

/** Loads the sentences and the styles of the screens around filling; whoever shows one of them waits for it. */
export function screenWords(): Promise<void> {
  loading ??= import("./words/th-screens.js").then(
    ({ screens }) => bringWords(screens),
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/** More sentences are here. */
export function bringWords(more: Catalogue, inEnglish: Catalogue = {}): void {
  th = { ...th, ...more };
  en = { ...en, ...inEnglish };
}

/** The sentence of this key in the language of the screen, its `{slots}` filled. */
export const t = (key: Word, params: Record<string, string | number> = {}): string => fill((language() === "en" && en[key]) || thai(key), params);

/** Asked before its catalogue is here, a sentence is empty for a moment and drawn again when it came. */
function thai(key: Word): string {
  const text = th[key];
  if (text === undefined) void Promise.all([screenWords(), import("./late-words.js")]).then(refreshWords, () => undefined);
  return text ?? "";
}

/** A sentence in both languages, for a problem found on this device. English is there once it was asked for. */
export const both = (key: Word, params: Record<string, string | number> = {}): { th: string; en: string } => ({
  th: fill(thai(key), params),
  en: fill(en[key] ?? thai(key), params),
});

const fill = (text: string, params: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (slot, name: string) => String(params[name] ?? slot));

/** Words of a definition or a problem in the language of the screen. */
export const say = (text: Text | undefined): string => (text === undefined ? "" : speak(text, language()));

/** The hour as people say it: `07:52 น.` */
export const time = (at: number): string => t("time.hour", { hour: new Date(at + 7 * 3600_000).toISOString().slice(11, 16) });
