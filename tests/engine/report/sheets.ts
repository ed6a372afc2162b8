// Two forms as a school has them, and the monthly sheets over them: what the tests of reports fold.

import type { Facts } from "../../../engine/expression/facts.js";
import type { Value } from "../../../engine/expression/tree.js";
import { compileReport } from "../../../engine/report/compile.js";
import type { CompiledReport } from "../../../engine/report/compiled.js";
import { Fold } from "../../../engine/report/fold.js";
import { choose } from "../../../engine/report/period.js";
import { type Sheet, sheetOf } from "../../../engine/report/sheet.js";
import type { FormDefinition, ReportDefinition, WorkflowDefinition } from "../../../schemas/types.js";

const field = (more: object) => more as never;

export const attendance: FormDefinition = {
  kind: "form",
  id: "attendance",
  title: "บันทึกเวลาเรียน",
  schema: {
    type: "object",
    properties: {
      day: field({ "x-field": "date", type: "string", format: "date", title: "วันที่" }),
      room: field({ "x-field": "text", type: "string", title: "ห้อง" }),
      secret: field({ "x-field": "text", type: "string", title: "ลับ" }),
      rows: field({
        "x-field": "table",
        type: "array",
        title: "นักเรียน",
        items: {
          type: "object",
          properties: {
            student: { "x-field": "reference", type: "string", title: "นักเรียน", "x-form": "pupil" },
            status: {
              "x-field": "select",
              type: "string",
              title: "สถานะ",
              "x-options": ["present", "late", "sick", "absent"].map((id) => ({ id, title: id })),
            },
          },
        },
      }),
    },
  },
  list: { sort: ["day"] },
  workflow: "attendance-flow",
  sensitive: ["secret"],
} as FormDefinition;

export const lunch: FormDefinition = {
  kind: "form",
  id: "lunch",
  title: "อาหารกลางวัน",
  schema: {
    type: "object",
    properties: {
      day: field({ "x-field": "date", type: "string", format: "date", title: "วันที่" }),
      portions: field({ "x-field": "integer", type: "integer", title: "ชุด" }),
      cost: field({ "x-field": "money", type: "number", title: "เป็นเงิน" }),
    },
  },
  list: { sort: ["day"] },
} as FormDefinition;

export const flow = {
  kind: "workflow",
  id: "attendance-flow",
  title: "x",
  states: [{ id: "open" }, { id: "locked" }],
  actions: [],
} as unknown as WorkflowDefinition;

export const register: ReportDefinition = {
  kind: "report",
  id: "attendance-month",
  title: "ใบเช็กชื่อรายเดือน",
  access: ["teacher", "director"],
  parameters: [
    { name: "month", type: "month" },
    { name: "room", type: "organization", kinds: ["class"] },
  ],
  sources: [{ form: "attendance", states: ["locked"], between: { field: "day", parameter: "month" }, rows: "rows" }],
  group: [{ name: "student", title: "ชื่อ–สกุล", value: "student" }],
  matrix: {
    across: { name: "day", title: "วันที่", value: "day", by: "day", all: "workdays" },
    cell: {
      name: "status",
      title: "สถานะ",
      pick: "last",
      of: "status",
      marks: {
        present: { mark: "/", title: "มา" },
        late: { mark: "ส", title: "สาย", tone: "wait" },
        sick: { mark: "ป", title: "ลาป่วย" },
        absent: { mark: "ข", title: "ขาด", tone: "bad" },
      },
    },
    foot: [
      { name: "came", title: "มาเรียน", pick: "count", where: "status == 'present' || status == 'late'" },
      { name: "away", title: "ไม่มา", pick: "count", where: "status == 'sick' || status == 'absent'" },
      { name: "all", title: "เต็ม", value: "came + away" },
    ],
  },
  columns: [
    { name: "attended", title: "มา", pick: "count", where: "status == 'present' || status == 'late'" },
    { name: "missed", title: "ขาด", pick: "count", where: "status == 'absent'" },
    { name: "rate", title: "ร้อยละ", pick: "percent", of: "status == 'present' || status == 'late'" },
  ],
  charts: [{ type: "line", title: "ร้อยละมาเรียน", x: "day", series: ["rate"] }],
};

export const meals: ReportDefinition = {
  kind: "report",
  id: "lunch-month",
  title: "รายงานอาหารกลางวันประจำเดือน",
  access: ["director"],
  parameters: [{ name: "month", type: "month" }],
  sources: [{ form: "lunch", between: { field: "day", parameter: "month" } }],
  group: [{ name: "day", title: "วันที่", value: "day", by: "day" }],
  columns: [
    { name: "portions", title: "ชุด", pick: "sum", of: "portions" },
    { name: "cost", title: "เป็นเงิน", pick: "sum", of: "cost" },
    { name: "each", title: "เฉลี่ยต่อชุด", value: "portions > 0 ? cost / portions : null", decimals: 2 },
  ],
  charts: [{ type: "bars", title: "ค่าอาหารรายสัปดาห์", x: { name: "week", title: "สัปดาห์", value: "day", by: "week" }, series: ["cost"] }],
};

const forms = { attendance, lunch };
const workflows = { "attendance-flow": flow };

export function compiled(report: ReportDefinition): CompiledReport {
  const made = compileReport(report, forms, { workflows });
  if (Array.isArray(made)) throw new Error(JSON.stringify(made, null, 1));
  return made;
}

export const facts = (more: Partial<Facts> = {}): Facts => ({ today: "2026-11-30", lookups: {}, labels: {}, codes: { holidays: [] }, ...more });

/** Folds plain answers, each a record; the lines of a table are unfolded as the server does it. */
export function foldOf(report: CompiledReport, records: Record<string, unknown>[], more: Partial<Facts> = {}, earlier: Record<string, unknown>[] = []): Fold {
  const fold = new Fold(report);
  for (const record of earlier) {
    const all = record as Record<string, Value>;
    fold.addBefore(0, { facts: facts(more), at: String(record.day), name: (name) => all[name] });
  }
  const [source] = report.sources;
  for (const record of records) {
    const rows = source!.rows === undefined ? [{}] : (record[source!.rows] as Record<string, unknown>[]);
    for (const row of rows) {
      const all = { ...record, ...row } as Record<string, Value>;
      fold.add(0, { facts: facts(more), at: String(record.day), name: (name) => all[name] ?? (name === "rows" ? null : undefined) });
    }
  }
  return fold;
}

export function sheet(
  report: ReportDefinition,
  month: string,
  records: Record<string, unknown>[],
  more: Partial<Facts> = {},
  earlier: Record<string, unknown>[] = [],
): Sheet {
  const chosen = choose(report.parameters![0]!, month);
  if ("code" in chosen) throw new Error(chosen.title.th);
  return sheetOf(foldOf(compiled(report), records, more, earlier), [chosen], chosen.period, { language: "th", facts: facts(more) });
}
