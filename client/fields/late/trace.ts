// Stands for the tracer in the phone's bundle (scripts/slim-engine.mjs): whoever shows reasons (why/sum-rows.ts) brings it.
import type { explain as Explain } from "../../../engine/expression/trace.js";

let whole: typeof Explain | undefined;

export function bringTrace(explainer: typeof Explain): void {
  whole = explainer;
}

export const explain: typeof Explain = (tree, env) => {
  if (!whole) throw new Error("A reason was asked before the tracer was loaded");
  return whole(tree, env);
};
