// Makes the problems that people are told: a catalogue gives each code its status and its sentence in both languages.
// One small file an area stands beside this one; catalogue.ts lists them.
import type { Problem, Text } from "../../schemas/types.js";

/** What a code says. `{name}` in a sentence is filled from the params. */
export interface ProblemEntry {
  /** HTTP status when it is the answer to a request; 422 unless said. */
  status?: number;
  th: string;
  en: string;
}

/** Values for the slots of a sentence. A Text is said in the language of the sentence. */
export type Params = Record<string, Text | number | boolean | null | undefined | readonly (Text | number)[]>;

export interface Extra {
  level?: "refuse" | "warn";
  problems?: Problem[];
}

/** Makes a problem of one area; `entries` are its codes. */
export interface ProblemMaker<Code extends string> {
  (code: Code, params?: Params, path?: string, extra?: Extra): Problem;
  readonly entries: Readonly<Record<Code, ProblemEntry>>;
}

/** The function that makes the problems of one area from its table of codes. */
export function catalogue<Code extends string>(entries: Record<Code, ProblemEntry>): ProblemMaker<Code> {
  const make = (code: Code, params?: Params, path?: string, extra?: Extra): Problem => {
    const entry = entries[code];
    const problem: Problem = {
      status: entry.status ?? 422,
      code,
      title: { th: fill(entry.th, params, "th"), en: fill(entry.en, params, "en") },
    };
    if (path !== undefined) problem.path = path;
    if (extra?.level) problem.level = extra.level;
    if (params) problem.params = params;
    if (extra?.problems) problem.problems = extra.problems;
    return problem;
  };
  return Object.assign(make, { entries });
}

/** Whether a result is one problem rather than the thing asked for. */
export function isProblem(result: unknown): result is Problem {
  return typeof result === "object" && result !== null && "code" in result && "title" in result && !("kind" in result);
}

/** Whether a problem stands against what was asked; one of level `warn` does not. */
export const refuses = ({ level }: Problem): boolean => level !== "warn";

function fill(sentence: string, params: Params | undefined, language: "th" | "en"): string {
  return sentence.replace(/\{([A-Za-z]\w*)\}/g, (slot, name: string) => {
    const value = params && Object.hasOwn(params, name) ? params[name] : undefined;
    return value === undefined ? slot : word(value, language);
  });
}

function word(value: NonNullable<Params[string]> | null, language: "th" | "en"): string {
  if (value === null) return "–";
  if (Array.isArray(value)) return value.map((item: Text | number) => word(item, language)).join(", ");
  if (typeof value === "object") {
    const text = value as Exclude<Text, string>;
    return (language === "en" && text.en) || text.th;
  }
  return String(value);
}
