// ปีงบประมาณ: the Buddhist-era year in which it closes.
import { yearKind } from "./year-rules.js";

export const fiscalYear = yearKind("fiscal-year");
