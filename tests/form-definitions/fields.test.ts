// The forms have every row that the field's own forms have, of the right type, required where they say so.
// The rows are those of F01 (pupil), F03 (attendance), F05 (lunch and milk), F08 (leave) and F20 (problem report) as the Thai forms list them;
// where a form names a register we do not have yet, it is a person. `table.column` is a column.
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
const pupil: Row[] = [
  ["student_no", "เลขประจำตัวนักเรียน", ["text"], "!"],
  ["id_type", "ประเภทเลข", ["select"], "!"],
  ["citizen_id", "เลขประจำตัวประชาชน", ["national-id"], "?"],
  ["prefix", "คำนำหน้า", ["select"], "!"],
  ["first_name", "ชื่อ", ["text"], "!"],
  ["last_name", "นามสกุล", ["text"], "!"],
  ["first_name_en", "ชื่อภาษาอังกฤษ", ["text"], "-"],
  ["nickname", "ชื่อเล่น", ["text"], "-"],
  ["sex", "เพศ", ["select"], "!"],
  ["birth_date", "วันเกิด", ["date"], "!"],
  ["age", "อายุ ณ 16 พ.ค.", ["computed"], "-"],
  ["race", "เชื้อชาติ", ["select"], "-"],
  ["nationality", "สัญชาติ", ["select"], "-"],
  ["religion", "ศาสนา", ["select"], "-"],
  ["blood", "กลุ่มเลือด", ["select"], "-"],
  ["grade", "ระดับชั้น", ["select"], "!"],
  ["classes", "ห้องเรียนรายภาค", ["table"], "!"],
  ["classes.room", "ห้อง", ["organization"], "!"],
  ["classes.seat_no", "เลขที่", ["integer"], "!"],
  ["homeroom_teacher", "ครูประจำชั้น", ["person"], "-"],
  ["admission_date", "วันเข้าเรียน", ["date"], "!"],
  ["from_school", "สถานศึกษาเดิม", ["text"], "-"],
  ["status", "สถานะ", ["select"], "!"],
  ["status_date", "สถานะตั้งแต่วันที่", ["date"], "!"],
  ["status_reason", "เหตุผล", ["text"], "?"],
  ["student_condition", "สภาพนักเรียน", ["text"], "-"],
  ["disability", "ความพิการ", ["multi-select"], "-"],
  ["disadvantage", "ความด้อยโอกาส", ["multi-select"], "-"],
  ["chronic", "โรคประจำตัว", ["long-text"], "-"],
  ["allergy", "การแพ้", ["multi-select"], "-"],
  ["reg_addr", "ที่อยู่ตามทะเบียนบ้าน", ["address"], "!"],
  ["cur_addr", "ที่อยู่ปัจจุบัน", ["address"], "?"],
  ["father", "บิดา", ["group"], "-"],
  ["mother", "มารดา", ["group"], "-"],
  ["guardian", "ผู้ปกครอง", ["group"], "!"],
  ["family_status", "สถานภาพครอบครัว", ["select"], "-"],
  ["siblings", "จำนวนพี่น้อง", ["integer"], "-"],
  ["reimb_tuition", "สิทธิการเบิกค่าเล่าเรียน", ["yes-no"], "-"],
  ["reimb_medical", "สิทธิการเบิกค่ารักษาพยาบาล", ["yes-no"], "-"],
  ["travel_mode", "เดินทาง", ["select"], "-"],
  ["distance_km", "ระยะทาง", ["number"], "-"],
  ["emergency_name", "ติดต่อฉุกเฉิน", ["text"], "!"],
  ["emergency_phone", "โทรศัพท์ฉุกเฉิน", ["phone"], "!"],
  ["photo", "รูป", ["photo"], "-"],
  ["docs", "เอกสาร", ["file"], "-"],
  ["consent", "ความยินยอม", ["table"], "-"],
  ["consent.withdrawn_on", "ถอนเมื่อ", ["date"], "-"],
];
const attendance: Row[] = [
  ["att_date", "วันที่", ["date"], "!"],
  ["grade", "ชั้น / ห้อง", ["computed"], "-"],
  ["teacher", "ครูผู้เช็กชื่อ", ["computed"], "-"],
  ["rows.student", "นักเรียน", ["reference"], "!"],
  ["rows.status", "สถานะ", ["select"], "!"],
  ["rows.time_in", "เวลามา", ["time"], "?"],
  ["rows.temp", "อุณหภูมิ", ["number"], "-"],
  ["rows.note", "หมายเหตุ", ["text"], "-"],
  ["rows.streak", "ขาดติดต่อกัน", ["computed"], "-"],
  ["rows.term_rate", "เวลาเรียนสะสมร้อยละ", ["computed"], "-"],
  ["enrolled", "เต็ม", ["computed"], "-"],
  ["present", "มา", ["computed"], "-"],
  ["leave", "ลา", ["computed"], "-"],
  ["absent", "ขาด", ["computed"], "-"],
  ["rate", "ร้อยละ", ["computed"], "-"],
];
const lunch: Row[] = [
  ["day", "วันที่", ["date"], "!"],
  ["enrolled", "นักเรียนเต็ม", ["computed"], "-"],
  ["present", "นักเรียนมา", ["integer"], "!"],
  ["menu_main", "อาหารหลัก", ["text"], "!"],
  ["menu_side", "กับข้าว", ["text"], "-"],
  ["fruit", "ผลไม้-ขนม", ["text"], "-"],
  ["method", "วิธีจัดหา", ["select"], "!"],
  ["vendor", "ผู้ขาย/ผู้รับจ้าง", ["text"], "?"],
  ["portions", "จำนวนที่ได้รับ", ["integer"], "!"],
  ["quality", "คุณภาพ", ["select"], "!"],
  ["quality_note", "หมายเหตุคุณภาพ", ["text"], "?"],
  ["allergy_ok", "จัดอาหารเด็กแพ้แล้ว", ["yes-no"], "?"],
  ["photo", "ภาพถาดอาหาร", ["photo"], "-"],
  ["rate", "อัตรา", ["computed"], "-"],
  ["cost", "เป็นเงิน", ["money"], "-"],
  ["diff", "ผลต่าง (ชุด − คน)", ["computed"], "-"],
  ["milk_in", "นมรับ", ["integer"], "!"],
  ["milk_out", "นมแจก", ["integer"], "!"],
  ["milk_bad", "นมเสีย", ["integer"], "!"],
  ["milk_left", "นมคงเหลือ", ["computed"], "-"],
  ["milk_type", "ชนิดนม", ["select"], "?"],
  ["milk_lot", "รุ่น", ["text"], "?"],
  ["milk_expiry", "หมดอายุ", ["date"], "?"],
  ["inspected", "กรรมการตรวจรับ", ["signature"], "-"],
];

describe.each([
  ["pupil", pupil],
  ["attendance", attendance],
  ["lunch", lunch],
  ["leave-request", leave],
  ["problem-report", report],
] as const)("%s", (form, rows) => {
  const { schema } = formOf(form);
  const placeOf = (field: string): [string, FieldSchema | undefined, readonly string[] | undefined] => {
    const [name, column] = field.split(".") as [string, string?];
    const definition = schema.properties[name];
    return column === undefined ? [name, definition, schema.required] : [column, definition?.items?.properties?.[column], definition?.items?.required];
  };

  test.each(rows)("has %s (%s)", (field, label, types, needed) => {
    const [name, definition, required] = placeOf(field);
    expect(definition, field).toBeDefined();
    expect(types).toContain(definition!["x-field"]);
    expect(definition!.title).toBe(label);
    expect(required?.includes(name) ? "!" : definition!["x-require"] ? "?" : "-").toBe(needed);
  });

  test("shows each field once, in one section", () => {
    const shown = formOf(form).layout!.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields));
    expect([...shown].sort()).toEqual(Object.keys(schema.properties).sort());
    expect(compiled(form).fields.length).toBeGreaterThan(rows.length);
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
