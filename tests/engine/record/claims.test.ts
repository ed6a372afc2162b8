// What may occur once: the claims that a record takes and gives back with its commit.
import { expect, test } from "vitest";
import { claimsOf } from "../../../engine/record/claims.js";
import type { UniqueKey, WorkflowDefinition } from "../../../schemas/types.js";
import { colleague, otherSchool, teacher } from "../../help/people.js";
import { fieldId, formOf, Scenario, sha256 } from "../../help/scenario.js";

const free: WorkflowDefinition = {
  kind: "workflow",
  id: "free",
  title: "ทะเบียน",
  states: [{ id: "kept", title: "บันทึกแล้ว", final: true, edit: { who: ["author"] } }],
  actions: [{ id: "submit", title: "บันทึก", from: ["new"], to: "kept" }],
};
const fields = { code: { "x-field": "text", type: "string", title: "รหัส" }, day: { "x-field": "date", type: "string", format: "date", title: "วันที่" } } as const;
const keyed = (...keys: UniqueKey[]) => new Scenario(formOf(fields, { keys }), free);
/** What somebody is told who cannot have a claim of this record. */
const told = (story: Scenario, key = story.done!.claims[0]) => claimsOf(story.form, story.record!, sha256).find((claim) => claim.key === key)!.problem;
const [code, day] = [fieldId("code"), fieldId("day")];

test("two records with the same answers claim the same key: the store refuses the second", () => {
  const key: UniqueKey = { fields: ["code"], within: "unit" };
  const first = keyed(key).does(teacher, "submit", { answers: { code: "ก-1" } });
  const second = keyed(key).does(colleague, "submit", { answers: { code: " ก-๑ " } });
  expect(first.done!.claims).toEqual([`form/request/${code}/SCHOOL/["ก-1"]`]);
  expect(second.done!.claims).toEqual(first.done!.claims);
  expect(told(first)).toMatchObject({
    code: "record.key-taken",
    level: "refuse",
    path: "/code",
    title: { th: "มีเรื่องที่ รหัส ซ้ำกันอยู่แล้ว เปิดเรื่องเดิมแทนการส่งใหม่" },
  });
});

test("a key within the unit or the LAO, of several fields, by author", () => {
  const story = keyed({ fields: ["code", "day"], within: "lao" }, { fields: ["$author", "day"], within: "unit", on: "warn", message: "วันเดียวกัน" });
  story.does(teacher, "submit", { answers: { code: "A", day: "2026-11-25" } });
  const [lao, mine] = [`form/request/${code}+${day}/LAO/["a","2026-11-25"]`, `form/request/$author+${day}/SCHOOL/["teacher","2026-11-25"]`];
  expect(story.done!.claims).toEqual([lao, mine]);
  expect(told(story, mine)).toMatchObject({ code: "record.key-message", level: "warn", title: { th: "วันเดียวกัน" } });
});

test("another unit is another key", () => {
  const story = keyed({ fields: ["code"], within: "unit" });
  story.place = { ...otherSchool, ancestors: [] };
  const elsewhere = { ...teacher, positions: teacher.positions.map((held) => ({ ...held, organization: otherSchool.id, scope: otherSchool.id })) };
  expect(story.does(elsewhere, "submit", { answers: { code: "A" } }).done!.claims).toEqual([`form/request/${code}/SCHOOL2/["a"]`]);
});

test("an empty answer claims nothing", () => {
  expect(keyed({ fields: ["code", "day"], within: "unit" }).does(teacher, "submit", { answers: { code: "A" } }).done!.claims).toEqual([]);
});

test("a change takes the new key and gives the old one back; another change keeps it", () => {
  const story = keyed({ fields: ["code"], within: "unit" }).does(teacher, "submit", { answers: { code: "A" } });
  story.does(teacher, "edit", { answers: { code: "B" } });
  expect(story.done).toMatchObject({ claims: [`form/request/${code}/SCHOOL/["b"]`], unclaims: [`form/request/${code}/SCHOOL/["a"]`] });
  story.does(teacher, "edit", { answers: { day: "2026-11-25" } });
  expect(story.done).toMatchObject({ claims: [], unclaims: [] });
});

test("keys in another order, or of renamed fields, are still the same keys", () => {
  const story = keyed({ fields: ["code"], within: "unit" }, { fields: ["day"], within: "unit" }).does(teacher, "submit", {
    answers: { code: "A", day: "2026-11-25" },
  });
  const { code: was, ...rest } = fields;
  const renamed = formOf(
    { number: { ...was, "x-id": code }, ...rest },
    {
      keys: [
        { fields: ["day"], within: "unit" },
        { fields: ["number"], within: "unit" },
      ],
    },
  );
  story.publishes(renamed).does(teacher, "edit", { changes: [] });
  expect(story.answers).toEqual({ number: "A", day: "2026-11-25" });
  expect(story.done).toMatchObject({ claims: [], unclaims: [] });
});

test("a long value is claimed by its hash", () => {
  const [claim] = keyed({ fields: ["code"], within: "unit" }).does(teacher, "submit", { answers: { code: "ก".repeat(500) } }).done!.claims;
  expect(claim).toMatch(/\/SCHOOL\/[0-9a-f]{64}$/);
});
