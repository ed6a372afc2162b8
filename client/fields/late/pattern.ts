// Stands for the matcher of patterns in the phone's bundle (scripts/slim-engine.mjs): few forms have patterns, and the matcher is a twelfth of what filling loads.
import type { compilePattern as Compile, Pattern } from "../../../engine/expression/pattern.js";

let whole: typeof Compile | undefined;

/** Loads the matcher; a form with a pattern waits for it before it opens. */
export async function loadPatterns(): Promise<void> {
  whole ??= (await import("../../../engine/expression/pattern.js")).compilePattern;
}

/** Until the matcher is here nothing is complained of: the server looks again at what is sent. */
export function compilePattern(source: string): Pattern {
  let made: ReturnType<typeof Compile> | undefined;
  return {
    test(text) {
      made ??= whole?.(source);
      return !made || !("test" in made) || made.test(text);
    },
  };
}
