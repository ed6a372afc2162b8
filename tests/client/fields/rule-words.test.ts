// Rules as a Thai officer reads them: in the words of the questions and choices, never in names of a formula.
import { describe, expect, test } from "vitest";
import { readerOf } from "../../../client/fields/why/reader.js";
import { formulaWords, ruleWords } from "../../../client/fields/why/rule-words.js";
import "../../../client/ui/late-words.js";
import type { CompiledForm } from "../../../engine/compile/compiled.js";
import { isTree, parse } from "../../../engine/expression/parse.js";
import { factsOf } from "../../help/forms.js";
import { codes, compiled, formNames } from "../../help/library.js";

const facts = { ...factsOf(), codes: codes() };
const tree = (source: string) => {
  const read = parse(source);
  if (!isTree(read)) throw new Error(`${source}: ${read.title.en}`);
  return read;
};
const leave = compiled("leave-request");
const reader = readerOf(leave, facts);
const rule = (source: string) => ruleWords(tree(source), reader);
const formula = (source: string) => formulaWords(tree(source), reader);

test.each([
  ["leave_type == 'sick'", "ประเภทการลา เป็น ลาป่วย"],
  ["leave_type != 'vacation' && days >= 3", "ประเภทการลา ไม่เป็น ลาพักผ่อน และ มีกำหนด ตั้งแต่ 3 วัน"],
  ["!empty(cancel_of)", "ขอยกเลิกวันลาตามใบลา ตอบแล้ว"],
  ["!empty(record.state)", "เรื่องนี้ส่งแล้ว"],
  ["record.state == 'approved'", "ขั้นของเรื่อง เป็น อนุญาตแล้ว"],
  ["date_to >= date_from", "ถึงวันที่ ตั้งแต่ ตั้งแต่วันที่"],
  ["date_from < '2026-10-01'", "ตั้งแต่วันที่ ก่อน 1 ตุลาคม 2569"],
  ["days == 1", "มีกำหนด เท่ากับ 1 วัน"],
  ["!('mayor' in author.duties)", "ไม่ใช่กรณีที่ ผู้กรอก มีหน้าที่ นายก"],
  ["part == 'full' || (date_from == date_to && days > 0)", "ช่วงเวลา เป็น เต็มวัน หรือ (ตั้งแต่วันที่ เท่ากับ ถึงวันที่ และ มีกำหนด มากกว่า 0 วัน)"],
  ["days >= code('leave-rules', 'medical-certificate', 'days')", "มีกำหนด ตั้งแต่ ค่าที่ อปท. กำหนดสำหรับ “ต้องแนบใบรับรองแพทย์เมื่อลาป่วยตั้งแต่กี่วัน”"],
  ["fiscalYear(date_to) == fiscalYear(date_from)", "ปีงบประมาณของ “ถึงวันที่” เป็น ปีงบประมาณของ “ตั้งแต่วันที่”"],
  ["organization.ancestors.exists(a, a.kind == 'centre')", "มีแถวใน “หน่วยงานเหนือขึ้นไป” ที่ ประเภทหน่วยงาน เป็น ศูนย์พัฒนาเด็กเล็ก"],
  ["stat.all(s, s.total <= s.entitled)", "ทุกแถวใน “สถิติการลาในปีงบประมาณนี้” รวม ไม่เกิน สิทธิ"],
])("rule %s", (source, words) => expect(rule(source)).toBe(words));

test.each([
  ["workdays(date_from, date_to)", "จำนวนวันทำการตั้งแต่ “ตั้งแต่วันที่” ถึง “ถึงวันที่”"],
  ["author.position", "ตำแหน่งของผู้กรอก"],
  ["lookups.last.days", "มีกำหนด (เรื่องที่ผ่านมา)"],
  ["empty(cancel_of) ? days : -days", "ถ้า ขอยกเลิกวันลาตามใบลา ว่าง ใช้ “มีกำหนด” มิฉะนั้นใช้ −“มีกำหนด”"],
  ["(days + 1) * 2 - days % 7", "(“มีกำหนด” + 1) × 2 − เศษของ “มีกำหนด” หาร 7"],
  ["days - (counted - 1) / 2", "“มีกำหนด” − (“นับวันลา” − 1) ÷ 2"],
  ["contact + ' ' + reason + 'ด่วน'", "“ระหว่างลาติดต่อได้ที่” ต่อด้วย “เนื่องจาก” ต่อด้วย ด่วน"],
  ["last(stat.map(s, s.total))", "รายการสุดท้ายของ รวม ของแต่ละแถวใน “สถิติการลาในปีงบประมาณนี้”"],
  ["last_leave.days + 1", "“ลาครั้งสุดท้าย › จำนวน” + 1"],
  ["coalesce(days, 0)", "“มีกำหนด” (ถ้าว่างใช้ 0)"],
])("formula %s", (source, words) => expect(formula(source)).toBe(words));

test("a name is the one nearest to the rule", () => {
  const row = readerOf(leave, facts, ["stat", "ANY", "total"]);
  expect(ruleWords(tree("total > entitled"), row)).toBe("รวม มากกว่า สิทธิ");
  const group = readerOf(leave, facts, ["last_leave", "days"]);
  expect(ruleWords(tree("days > 0"), group)).toBe("จำนวน มากกว่า 0 วัน");
});

/** Every rule and formula of a form, with the field it belongs to. */
function rulesOf(form: CompiledForm) {
  const around = (index: number): string[] => {
    const { parent, name } = form.fields[index]!;
    return parent < 0 ? [name] : [...around(parent), name];
  };
  return form.fields.flatMap((field, index) => [
    ...[field.show, field.require, ...(field.checks ?? []).map((check) => check.rule)].flatMap((one) =>
      one ? [[around(index), ruleWords(one, readerOf(form, facts, around(index)))] as const] : [],
    ),
    ...(field.value ? [[around(index), formulaWords(field.value, readerOf(form, facts, around(index)))] as const] : []),
  ]);
}

describe.each(formNames)("%s", (name) => {
  test("says every rule without a name of a formula, or leaves it as too long", () => {
    const said = rulesOf(compiled(name)).flatMap(([path, words]) => (words === undefined ? [] : [`${path.join(".")}: ${words}`]));
    expect(said.length).toBeGreaterThan(3);
    expect(said.filter((words) => /: .*([a-z]+_[a-z]+|undefined|\{\w\}|==|&&|\|\||lookups|record\.|author\.| {2})/.test(words))).toEqual([]);
  });
});
