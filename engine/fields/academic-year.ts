// ปีการศึกษา: the Buddhist-era year in which it opens.
import { yearKind } from "./year-rules.js";

export const academicYear = yearKind("academic-year");
