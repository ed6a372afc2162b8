// What a request to change a form answers by itself, in the bundled form of reports and in a LAO's own.
import { expect, test } from "vitest";
import { pointedAt, requestAnswers } from "../../../client/record/request-answers.js";
import type { CompiledForm } from "../../../engine/compile/compiled.js";
import type { Facts } from "../../../engine/expression/facts.js";
import { validateAnswers } from "../../../engine/validate/validate.js";
import { codes, compiled } from "../../help/library.js";

const reports = compiled("problem-report");
const leave = compiled("leave-request");
const facts = (own = {}): Facts => ({ today: "2026-11-24", lookups: {}, labels: {}, codes: { ...codes(), ...own } });
const phone = leave.fields.find(({ name }) => name === "phone")!;

test("a field is pointed at by its id and in its words; without one it is the whole form", () => {
  expect(pointedAt(leave, phone.id)).toEqual({
    form_id: "leave-request",
    form_title: "ใบลา",
    form_version: leave.version,
    field_id: phone.id,
    field_title: "โทรศัพท์ที่ติดต่อได้",
  });
  expect(pointedAt(leave, "")).toEqual({ form_id: "leave-request", form_title: "ใบลา", form_version: leave.version });
});

test("nothing that a report asks is left open", () => {
  const answers = requestAnswers(reports, facts(), pointedAt(leave, phone.id), "ขอสองเบอร์");
  expect(answers).toMatchObject({ kind: "form-change", code: "p12", severity: "annoying", field_id: phone.id, detail: "ขอสองเบอร์" });
  expect(answers).not.toHaveProperty("context");
  expect(validateAnswers(reports, answers, facts(), "complete").problems.filter(({ level }) => level !== "warn")).toEqual([]);
});

test("in lists of a LAO's own the last open choice stands for the usual one", () => {
  const rows = [
    { id: "a", title: "หนึ่ง" },
    { id: "b", title: "อื่น ๆ" },
    { id: "c", title: "เลิกใช้", to: "2020-01-01" },
  ];
  expect(requestAnswers(reports, facts({ "problem-codes": rows }), pointedAt(leave, ""), "…")).toMatchObject({ code: "b", severity: "annoying" });
});

test("an older form of reports has in words what it does not ask", () => {
  const older: CompiledForm = { ...reports, fields: reports.fields.filter(({ name }) => !/^(form|field)_/.test(name)) };
  const answers = requestAnswers(older, facts(), pointedAt(leave, phone.id), "ขอสองเบอร์");
  expect(answers.context).toBe(`ใบลา · ${leave.version} · โทรศัพท์ที่ติดต่อได้`);
  expect(answers).not.toHaveProperty("form_id");
});
