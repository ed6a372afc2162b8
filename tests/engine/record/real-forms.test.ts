// The two forms of the library as people use them: a leave and a problem report, each from its beginning to its end.
import { describe, expect, test } from "vitest";
import { codes, formOf, workflowOf } from "../../help/library.js";
import { actingFor, colleague, deputy, director, lao, mayor, position, school, secretary, somebody, system, teacher } from "../../help/people.js";
import { Scenario } from "../../help/scenario.js";

function open(id: string): Scenario {
  const story = new Scenario(formOf(id), workflowOf(id)).on("2026-11-24");
  story.facts = { codes: codes(), lookups: { taken: { value: [], at: story.now }, last: { value: null, at: story.now } } };
  return story;
}

const clerk = somebody("clerk", "นางธุรการ", position("p-clerk", "ธุรการ", ["clerk", "school-staff"], school));
const head = somebody(
  "head",
  "ผอ.กอง",
  position("p-head", "ผู้อำนวยการกองการศึกษา", ["education-head", "office-staff"], { id: "OFFICE", kind: "office", name: "กองการศึกษา" }, lao),
);
const office = somebody("office", "เจ้าหน้าที่", position("p-office", "นักวิชาการศึกษา", ["education-office"], lao));

describe("a leave", () => {
  const leave = {
    to_whom: "ผู้อำนวยการ",
    leave_type: "sick",
    date_from: "2026-11-25",
    date_to: "2026-11-26",
    part: "full",
    reason: "เป็นไข้",
    contact: "บ้านเลขที่ 12",
    phone: "0812345678",
  };

  test("goes over the stand-in, the clerk, the deputy and the director; each has their turn and their place", () => {
    const story = open("leave-request").does(teacher, "submit", { answers: { ...leave, acting: "COLLEAGUE" } });
    expect(story.problems).toEqual([]);
    expect(story.state).toBe("awaiting-acting");
    expect(story.answers).toMatchObject({ no: "1/2570", days: 2, counted: 2, fiscal_year: 2570, write_date: "2026-11-24" });
    expect(story.may(colleague)).toEqual(["accept", "decline"]);
    expect(story.whyNot(deputy, "accept")).toBe("workflow.not-yours");
    story.does(colleague, "accept").on("2026-11-25").does(clerk, "check").does(deputy, "opine", { comment: "เห็นควรอนุญาต" });
    expect(story.state).toBe("awaiting-order");
    story.does(director, "approve");
    expect(story.state).toBe("approved");
    expect(story.record!.signatures.map(({ as, name, void: gone }) => [as, name, gone])).toMatchObject([
      [{ th: "ผู้ลา" }, teacher.name, undefined],
      [{ th: "ผู้ตรวจสอบ" }, clerk.name, undefined],
      [{ th: "ความเห็นผู้บังคับบัญชา" }, deputy.name, undefined],
      [{ th: "คำสั่ง อนุญาต" }, director.name, undefined],
    ]);
    expect(story.answers).toMatchObject({ checked: { name: clerk.name }, opinion: { name: deputy.name }, order: { name: director.name } });
    expect(story.done!.effects.map(({ type }) => type)).toEqual(["notify", "document"]);
    expect(story.thread()).toEqual([
      "new done",
      "awaiting-acting done",
      "awaiting-check done",
      "awaiting-opinion done",
      "awaiting-order done",
      "approved done",
    ]);
  });

  test("is returned with a reason, corrected, and keeps its number", () => {
    const story = open("leave-request").does(teacher, "submit", { answers: leave }).does(clerk, "return-check", { comment: "ระบุวันให้ครบ" });
    expect(story.state).toBe("returned");
    story.does(teacher, "resubmit", { answers: { date_to: "2026-11-25" } });
    expect(story.problems).toEqual([]);
    expect(story.state).toBe("awaiting-check");
    expect(story.answers).toMatchObject({ no: "1/2570", days: 1 });
    expect(story.record!.signatures.map(({ void: gone }) => Boolean(gone))).toEqual([true, false]);
  });

  test("of the director goes up to the mayor", () => {
    const story = open("leave-request");
    story.does(director, "submit", { answers: leave });
    expect(story.state).toBe("awaiting-head");
    story.does(head, "head-check").does(secretary, "secretary-opine").does(mayor, "mayor-approve");
    expect(story.state).toBe("approved");
  });

  test("is granted by the deputy in charge, and says so", () => {
    const story = open("leave-request").does(teacher, "submit", { answers: leave }).does(clerk, "check");
    story.does(actingFor(deputy, director, "2026-11-24", "2026-11-30"), "opine", { comment: "ดี" });
    story.does(actingFor(deputy, director, "2026-11-24", "2026-11-30"), "approve");
    expect(story.answers.order).toMatchObject({ name: deputy.name, acting: { kind: "in-charge", name: director.name } });
  });

  test("over what is entitled is asked about once, and may go on", () => {
    const story = open("leave-request");
    story.facts = { ...story.facts, lookups: { taken: { value: [{ key: "sick", value: 59 }], at: story.now }, last: { value: null, at: story.now } } };
    const author = { account: "teacher", person: "TEACHER", name: teacher.name, duties: ["school-staff"], personType: "teacher" };
    story.facts = { ...story.facts, author };
    story.does(teacher, "submit", { answers: leave });
    expect(story.problems).toMatchObject([{ code: "field.check", level: "warn", path: "/stat" }]);
    story.does(teacher, "submit", { answers: leave, warnings: true });
    expect(story.state).toBe("awaiting-check");
    expect(story.done!.warnings).toHaveLength(1);
    // The approvers are not asked again about what the author has seen.
    expect(story.does(clerk, "check").state).toBe("awaiting-opinion");
  });
});

describe("a problem report", () => {
  const report = { kind: "fault", code: "p15", detail: "กดบันทึกแล้วข้อมูลหาย", severity: "stopped", people: 12 };
  const reported = () => open("problem-report").does(teacher, "submit", { answers: report });

  test("is taken, solved, and closed by itself when nobody objects", () => {
    const story = reported();
    expect(story.problems).toEqual([]);
    expect(story.answers).toMatchObject({ status: "reported", reported: "2026-11-24" });
    expect(story.whyNot(office, "assign")).toBe("workflow.guard");
    story.does(office, "assign", { answers: { owner: "OFFICE" } });
    expect(story.answers).toMatchObject({ status: "assigned", owner: "OFFICE" });
    story.on("2026-11-26").does(office, "fix", { answers: { fixed_at: "2026-11-26" } });
    expect(story.answers).toMatchObject({ status: "fixed", days: 2 });
    story.on("2026-12-04", "00:00").does(system, "auto-close");
    expect(story.answers.status).toBe("closed");
  });

  test("both sides talk in its thread, each adding lines of their own", () => {
    const story = reported().does(office, "assign", { answers: { owner: "OFFICE" } });
    const seen = story.record;
    story.does(office, "edit", { answers: { thread: [{ $row: "00000000000000000000000A00", message: "ลองใหม่หรือยัง" }] } });
    story.does(teacher, "edit", { saw: seen, answers: { thread: [{ $row: "00000000000000000000000B00", message: "ยังเป็นอยู่" }] } });
    expect((story.answers.thread as { message: string }[]).map(({ message }) => message)).toEqual(["ลองใหม่หรือยัง", "ยังเป็นอยู่"]);
  });

  test("is opened again by its author with a reason, also after it was closed", () => {
    const story = reported()
      .does(office, "assign", { answers: { owner: "OFFICE" } })
      .does(office, "fix", { answers: { fixed_at: "2026-11-24" } });
    story.does(teacher, "close").does(teacher, "reopen", { comment: "ยังไม่ได้" });
    expect(story.state).toBe("assigned");
    expect(story.answers.status).toBe("assigned");
  });

  test("cannot have its details changed once it is taken up", () => {
    expect(reported().does(teacher, "edit", { answers: { detail: "เปลี่ยนเรื่อง" } }).refused).toEqual(["workflow.no-edit"]);
    const story = reported()
      .does(office, "assign", { answers: { owner: "OFFICE" } })
      .does(teacher, "edit", { answers: { detail: "เปลี่ยนเรื่อง" } });
    expect(story.problems).toMatchObject([{ code: "record.not-editable", path: "/detail" }]);
  });
});
