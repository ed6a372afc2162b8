// Stands for given rows in the phone's bundle (scripts/slim-engine.mjs): few forms have them, and one that has waits for them before it opens.
import type { columnsGiven as Columns, giveRows as Give } from "../../../engine/form-state/given-rows.js";

let whole: { giveRows: typeof Give; columnsGiven: typeof Columns } | undefined;

export async function loadGivenRows(): Promise<void> {
  whole ??= await import("../../../engine/form-state/given-rows.js");
}

export const giveRows: typeof Give = (...all) => whole?.giveRows(...all);
export const columnsGiven: typeof Columns = (rule) => whole?.columnsGiven(rule) ?? new Set();
