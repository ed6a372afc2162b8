// The two forms of the library as people use them: a leave and a problem report, each from its beginning to its end.
import { describe, expect, test } from "vitest";
import type { Facts } from "../../../engine/expression/facts.js";
import { codes, formOf, workflowOf } from "../../help/library.js";
import { actingFor, colleague, deputy, director, lao, mayor, position, school, secretary, somebody, system, teacher } from "../../help/people.js";
import { Scenario } from "../../help/scenario.js";

const known = (at: string): Facts["lookups"] => ({ taken: { value: [], at }, last: { value: null, at }, cited: { value: null, at } });

function open(id: string): Scenario {
  const story = new Scenario(formOf(id), workflowOf(id)).on("2026-11-24");
  story.facts = { codes: codes(), lookups: known(story.now) };
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

  test("of a school's only clerk goes past the check, also when it was returned or a stand-in was asked", () => {
    const story = open("leave-request").does(clerk, "submit", { answers: leave });
    expect(story.state).toBe("awaiting-opinion");
    story.does(deputy, "return", { comment: "ระบุวันให้ครบ" }).does(clerk, "resubmit", { answers: { date_to: "2026-11-25" } });
    expect(story.state).toBe("awaiting-opinion");
    expect(story.does(deputy, "opine", { comment: "เห็นควร" }).does(director, "approve").state).toBe("approved");
    const asked = open("leave-request").does(clerk, "submit", { answers: { ...leave, acting: "COLLEAGUE" } });
    expect(asked.does(colleague, "accept").state).toBe("awaiting-opinion");
  });

  test("of the mayor is not for this form, and says whom to ask", () => {
    const inOffice = somebody("mayor", "นายก", position("p-mayor", "นายกเทศมนตรี", ["mayor", "office-staff"], lao));
    const { problems } = open("leave-request").does(inOffice, "submit", { answers: leave });
    expect(problems).toMatchObject([{ code: "workflow.guard", title: { th: expect.stringContaining("ผู้กำกับดูแล") } }]);
  });

  test("that went up may be withdrawn until it is decided, and a refusal is printed at both ends", () => {
    const story = open("leave-request").does(director, "submit", { answers: leave }).does(head, "head-check");
    expect(story.may(director)).toEqual(["withdraw"]);
    story.does(secretary, "secretary-opine");
    expect(story.may(director)).toEqual(["withdraw"]);
    story.does(mayor, "mayor-reject", { comment: "ตรงกับวันประเมิน" });
    expect(story.done!.effects.map(({ type }) => type)).toEqual(["notify", "document"]);
  });

  test("is granted by the deputy in charge, and says so", () => {
    const story = open("leave-request").does(teacher, "submit", { answers: leave }).does(clerk, "check");
    story.does(actingFor(deputy, director, "2026-11-24", "2026-11-30"), "opine", { comment: "ดี" });
    story.does(actingFor(deputy, director, "2026-11-24", "2026-11-30"), "approve");
    expect(story.answers.order).toMatchObject({ name: deputy.name, acting: { kind: "in-charge", name: director.name } });
  });

  test("over what is entitled is asked about once, and may go on", () => {
    const story = open("leave-request");
    story.facts = { ...story.facts, lookups: { ...known(story.now), taken: { value: [{ key: "sick", value: 59 }], at: story.now } } };
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
    expect(story.state).toBe("reopened");
    expect(story.answers).toMatchObject({ status: "reopened", owner: "OFFICE" });
  });

  test("that was opened again is solved on a day from then on, and its time is counted from the first", () => {
    const story = reported().does(office, "assign", { answers: { owner: "OFFICE" } });
    story.on("2026-11-26").does(office, "fix", { answers: { fixed_at: "2026-11-26" } });
    story.on("2026-11-30").does(teacher, "reopen", { comment: "ยังไม่ได้" });
    expect(story.does(office, "fix-again").refused).toEqual(["workflow.guard"]);
    expect(story.does(office, "fix-again", { answers: { fixed_at: "2026-11-29" } }).refused).toEqual(["workflow.guard"]);
    // What was said the first time stands in nobody's way meanwhile.
    expect(story.does(teacher, "edit", { answers: { thread: [{ $row: "00000000000000000000000A00", message: "รออยู่" }] } }).problems).toEqual([]);
    story.on("2026-12-01").does(office, "fix-again", { answers: { fixed_at: "2026-12-01" } });
    expect(story.problems).toEqual([]);
    expect(story.answers).toMatchObject({ status: "fixed", days: 7 });
  });

  test("keeps its person in charge once it is taken, and is never solved in the future", () => {
    const story = reported();
    expect(story.does(office, "edit", { answers: { owner: null } }).problems).toEqual([]);
    story.does(office, "assign", { answers: { owner: "OFFICE" } });
    expect(story.does(office, "edit", { answers: { owner: null } }).problems).toMatchObject([{ code: "field.required", path: "/owner" }]);
    expect(story.does(office, "fix", { answers: { fixed_at: "2030-01-01" } }).problems).toMatchObject([{ code: "field.check", path: "/fixed_at" }]);
    expect(story.does(office, "edit", { answers: { fixed_at: "2026-11-25" } }).problems).toMatchObject([{ code: "field.check", path: "/fixed_at" }]);
  });

  test("has the office's part from the office alone, whatever its author sends", () => {
    const story = open("problem-report").does(teacher, "submit", { answers: { ...report, owner: "TEACHER", fixed_at: "2026-11-24" } });
    expect(story.problems).toEqual([]);
    expect(story.answers).not.toHaveProperty("owner");
    expect(story.answers).not.toHaveProperty("fixed_at");
    story.does(office, "edit", { answers: { thread: [{ $row: "00000000000000000000000A00", message: "รับทราบ" }] } });
    expect(story.answers).not.toHaveProperty("owner");
    expect(story.whyNot(office, "assign")).toBe("workflow.guard");
    expect(story.does(office, "assign", { answers: { owner: "OFFICE" } }).does(office, "fix").refused).toEqual(["workflow.guard"]);
  });

  test("cannot have its details changed once it is taken up", () => {
    expect(reported().does(teacher, "edit", { answers: { detail: "เปลี่ยนเรื่อง" } }).refused).toEqual(["workflow.no-edit"]);
    const story = reported()
      .does(office, "assign", { answers: { owner: "OFFICE" } })
      .does(teacher, "edit", { answers: { detail: "เปลี่ยนเรื่อง" } });
    expect(story.problems).toMatchObject([{ code: "record.not-editable", path: "/detail" }]);
  });
});

describe("a request to change a form", () => {
  const pointed = { form_id: "leave-request", form_title: "ใบลา", form_version: 3, field_id: "nnnfj23e6m", field_title: "โทรศัพท์" };
  const asked = { kind: "form-change", code: "p12", detail: "ขอช่องโทรศัพท์อีกหนึ่งช่อง", severity: "annoying", people: 1 };
  const request = () => open("problem-report").does(teacher, "submit", { answers: { ...asked, ...pointed } });
  const published = { fixed_at: "2026-11-26", fixed_version: 4 };

  test("keeps what was pointed at, which nobody is asked for and nobody changes afterwards", () => {
    const story = request();
    expect(story.problems).toEqual([]);
    expect(story.state).toBe("requested");
    expect(story.answers).toMatchObject({ ...pointed, change: "open", status: "requested" });
    expect(story.does(office, "edit", { answers: { form_id: "other" } }).problems).toMatchObject([{ code: "record.not-editable", path: "/form_id" }]);
    expect(story.does(teacher, "edit", { answers: { field_id: "other" } }).refused).toEqual(["workflow.no-edit"]);
  });

  test("written by hand waits at the same place, and is not taken for one of a form", () => {
    const story = open("problem-report").does(teacher, "submit", { answers: asked });
    expect(story.state).toBe("requested");
    expect(story.answers).not.toHaveProperty("form_id");
  });

  test("is talked about, taken without an owner, published in a version, and confirmed", () => {
    const story = request().does(office, "answer", { comment: "เบอร์ที่สองใช้เมื่อไร" });
    expect([story.state, story.done!.effects.map(({ data }) => data.to)]).toEqual(["requested", [["author"]]]);
    expect(story.does(teacher, "answer", { comment: "…" }).refused).toEqual(["workflow.not-yours"]);
    story.does(office, "take").does(teacher, "add", { comment: "เวลาเบอร์แรกไม่มีคนรับ" });
    expect(story.problems).toEqual([]);
    expect(story.answers).toMatchObject({ status: "changing", change: "open" });
    expect(story.does(office, "publish-change").refused).toEqual(["workflow.guard"]);
    story.on("2026-11-26").does(office, "publish-change", { answers: published, comment: "เผยแพร่แล้วในรุ่น 4" });
    expect(story.problems).toEqual([]);
    expect(story.answers).toMatchObject({ ...published, ...pointed, status: "fixed", change: "made", days: 2 });
    expect(story.done!.effects.find(({ type }) => type === "notify")!.data).toMatchObject({ to: ["author"] });
    story.does(teacher, "close");
    expect(story.state).toBe("closed");
  });

  test("is published at once, said not to be solved, and published again in a later version", () => {
    const story = request().on("2026-11-26").does(office, "publish-change", { answers: published });
    expect(story.state).toBe("fixed");
    story.on("2026-11-30").does(teacher, "reopen", { comment: "เบอร์ที่สองพิมพ์ไม่ได้" });
    expect(story.answers).toMatchObject({ status: "changing", change: "open" });
    expect(story.does(office, "publish-change").refused).toEqual(["workflow.guard"]);
    story.does(office, "publish-change", { answers: { fixed_at: "2026-11-30", fixed_version: 5 } });
    expect(story.answers).toMatchObject({ status: "fixed", fixed_version: 5 });
  });

  test("is declined with a reason, and may be asked again", () => {
    const story = request();
    expect(story.does(office, "decline").refused).toEqual(["workflow.comment-required"]);
    story.does(office, "decline", { comment: "ซ้ำกับช่องติดต่อ" });
    expect(story.answers).toMatchObject({ status: "declined", change: "declined" });
    story.does(teacher, "ask-again", { comment: "ช่องติดต่อเป็นที่อยู่" });
    expect(story.answers).toMatchObject({ status: "requested", change: "open" });
  });
});
