// The forms have every row that the field's own forms have, of the right type, required where they say so.
// The rows are those of F08 (leave) and F20 (problem report) as the Thai forms list them; where a form names a register we do not have yet, it is a person.
import { describe, expect, test } from "vitest";
import type { FieldSchema } from "../../schemas/types.js";
import { codes, compiled, formOf } from "../help/library.js";

/** `!` is always required, `?` when a rule says so, `-` not asked of people or optional. */
type Row = [name: string, label: string, types: string[], need: "!" | "?" | "-"];

const leave: Row[] = [
  ["place", "เขียนที่", ["computed"], "-"],
  ["write_date", "วันที่เขียน", ["computed"], "-"],
  ["to_whom", "เรียน", ["text"], "!"],
  ["leave_type", "ประเภทการลา", ["select"], "!"],
  ["person", "ผู้ลา", ["computed", "person"], "-"],
  ["position", "ตำแหน่ง", ["computed", "text"], "-"],
  ["dept", "สังกัด", ["computed", "text"], "-"],
  ["reason", "เนื่องจาก", ["long-text"], "?"],
  ["date_from", "ตั้งแต่วันที่", ["date"], "!"],
  ["date_to", "ถึงวันที่", ["date"], "!"],
  ["part", "ช่วงเวลา", ["select"], "!"],
  ["days", "มีกำหนด", ["computed"], "-"],
  ["last_leave", "ลาครั้งสุดท้าย", ["group"], "-"],
  ["stat", "สถิติการลาในปีงบประมาณนี้", ["table"], "-"],
  ["contact", "ระหว่างลาติดต่อได้ที่", ["text"], "!"],
  ["phone", "โทรศัพท์ที่ติดต่อได้", ["phone"], "!"],
  ["acting", "ผู้ปฏิบัติหน้าที่แทน", ["person"], "-"],
  ["med_cert", "ใบรับรองแพทย์", ["file"], "?"],
  ["checked", "ผู้ตรวจสอบ", ["signature"], "-"],
  ["opinion", "ความเห็นผู้บังคับบัญชา", ["signature"], "-"],
  ["order", "คำสั่ง", ["signature"], "-"],
  ["cancel_of", "ขอยกเลิกวันลาตามใบลา", ["reference"], "-"],
];
const report: Row[] = [
  ["code", "รหัสปัญหา", ["select"], "!"],
  ["kind", "ประเภท", ["select"], "!"],
  ["context", "หน้าจอหรือแบบฟอร์มที่พบ", ["text"], "-"],
  ["detail", "รายละเอียด", ["long-text"], "!"],
  ["shot", "ภาพหน้าจอ", ["photo"], "-"],
  ["severity", "ความรุนแรง", ["select"], "!"],
  ["people", "ผู้ได้รับผลกระทบ", ["integer"], "!"],
  ["owner", "ผู้รับผิดชอบ", ["person"], "?"],
  ["due", "กำหนดแก้ไข", ["computed"], "-"],
  ["thread", "การสนทนา", ["table"], "-"],
  ["status", "สถานะ", ["computed"], "-"],
  ["fixed_at", "วันที่แก้เสร็จ", ["date"], "?"],
  ["days", "ใช้เวลา", ["computed"], "-"],
  ["lost_min", "เวลาที่เสีย", ["integer"], "-"],
];

describe.each([
  ["leave-request", leave],
  ["problem-report", report],
] as const)("%s", (name, rows) => {
  const { schema } = formOf(name);
  const need = (field: string, definition: FieldSchema) => (schema.required?.includes(field) ? "!" : definition["x-require"] ? "?" : "-");

  test.each(rows)("has %s (%s)", (field, label, types, needed) => {
    const definition = schema.properties[field] as FieldSchema | undefined;
    expect(definition, field).toBeDefined();
    expect(types).toContain(definition!["x-field"]);
    expect(definition!.title).toBe(label);
    expect(need(field, definition!)).toBe(needed);
  });

  test("shows each field once, in one section", () => {
    const shown = formOf(name).layout!.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields));
    expect([...shown].sort()).toEqual(Object.keys(schema.properties).sort());
    expect(compiled(name).fields.length).toBeGreaterThan(rows.length);
  });

  test("speaks both languages", () => {
    for (const [field, definition] of Object.entries(schema.properties)) expect(definition["x-en"]?.title, field).toBeTruthy();
  });
});

describe("code lists", () => {
  const lists = codes();
  test("know the eleven kinds of leave and the eighteen problems with “other”", () => {
    expect(lists["leave-types"]).toHaveLength(11);
    expect(lists["problem-codes"]!.map(({ id }) => id)).toEqual([...Array.from({ length: 18 }, (_, at) => `p${String(at + 1).padStart(2, "0")}`), "other"]);
  });

  test("say for each kind of staff how many days, and give teachers no vacation", () => {
    const ids = lists["leave-entitlements"]!.map(({ id }) => id);
    expect(ids).toContain("executive-vacation");
    expect(ids).not.toContain("teacher-vacation");
  });

  test("hold holidays by their day", () => {
    for (const { id, from, to } of lists.holidays!) expect([from, to]).toEqual([id, id]);
  });
});
