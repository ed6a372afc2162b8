// Signatures: what they cover, what voids them, and what they seal.
import { describe, expect, test } from "vitest";
import { sealedText } from "../../../engine/record/seal.js";
import { deputy, director, inspector1, teacher } from "../../help/people.js";
import { buying, purchase } from "../../help/purchase.js";
import { Scenario, sha256 } from "../../help/scenario.js";

const submitted = () => new Scenario(purchase, buying).does(teacher, "submit", { answers: { subject: "ซื้อปากกา" } });
const standing = (story: Scenario) => story.record!.signatures.map(({ action, void: at }) => `${action}${at ? " void" : ""}`);

test("a signature holds a hash of the sections it signs, and who signed in what capacity", () => {
  const story = submitted();
  const [signature] = story.record!.signatures;
  expect(signature).toMatchObject({ action: "submit", as: "ผู้ขอ", account: "teacher", person: "TEACHER", name: teacher.name, sections: ["request"] });
  expect(signature!.hash).toBe(sha256(sealedText(story.form, story.answers, ["request"])));
});

test("the number that is given at the same moment does not break it", () => {
  const story = submitted();
  expect(story.answers.no).toBe("1/2570");
  story.does(director, "approve");
  expect(standing(story)).toEqual(["submit", "approve"]);
});

test("a change in a section that is not signed leaves it standing", () => {
  const story = submitted().does(director, "edit", { answers: { opinion: "รอสอบถาม" } });
  expect(standing(story)).toEqual(["submit"]);
  expect(story.record!.sealed).toBe(true);
});

test("a change of what was signed voids it, and the record is open again", () => {
  const story = submitted().does(director, "return", { comment: "แก้" }).on("2026-11-26");
  story.does(teacher, "edit", { answers: { reason: "หมด" } });
  expect(standing(story)).toEqual(["submit void"]);
  expect(story.record!.signatures[0]!.void).toBe(story.now);
  expect(story.record!.sealed).toBe(false);
  expect(story.events.at(-1)!.payload).toMatchObject({ voided: [story.record!.signatures[0]!.id] });
});

test("correcting and signing again in one deed leaves the new signature alone", () => {
  const story = submitted()
    .does(director, "return", { comment: "แก้" })
    .does(teacher, "submit", { answers: { reason: "หมด" } });
  expect(standing(story)).toEqual(["submit void", "submit"]);
  expect(story.record!.sealed).toBe(true);
});

test("sending it back unchanged keeps the first signature beside the second", () => {
  expect(standing(submitted().does(director, "return", { comment: "แก้" }).does(teacher, "submit"))).toEqual(["submit", "submit"]);
});

test("a sealed record in a state without editing refuses every change, and says why", () => {
  const story = submitted().does(director, "approve");
  story.does(inspector1, "accept", { answers: { subject: "อื่น" } });
  expect(story.problems).toMatchObject([{ code: "record.sealed", path: "/subject" }]);
  expect(story.answers.subject).toBe("ซื้อปากกา");
});

test("the drawn signature goes with the action that signs", () => {
  const story = submitted().does(director, "approve", { signature: "FILE1", comment: "อนุมัติ" });
  expect(story.record!.signatures.at(-1)).toMatchObject({ image: "FILE1", comment: "อนุมัติ", field: "approval" });
  expect(story.answers.approval).toMatchObject({ signature: story.record!.signatures.at(-1)!.id, image: "FILE1" });
});

describe("when what several have signed is changed", () => {
  const open = structuredClone(buying);
  open.states.find(({ id }) => id === "inspection")!.edit = { who: ["deputy"], sections: ["request"] };
  const half = () =>
    new Scenario(purchase, open)
      .does(teacher, "submit", { answers: { subject: "ก" } })
      .does(director, "approve")
      .does(inspector1, "accept");

  test("all of them are void, the count begins again, and the name leaves the form", () => {
    const story = half();
    expect(story.record!.signing).toEqual({ accept: ["inspector1"] });
    expect(story.answers.approval).toBeDefined();
    story.does(deputy, "edit", { answers: { subject: "ข" } });
    expect(standing(story)).toEqual(["submit void", "approve void", "accept void"]);
    expect(story.record!.signing).toEqual({});
    expect(story.answers.approval).toBeUndefined();
    expect(story.does(inspector1, "accept").record!.signing).toEqual({ accept: ["inspector1"] });
  });
});

test("a sealed record is worked out with the facts of its day", () => {
  const form = structuredClone(purchase);
  form.schema.properties.amount!["x-value"] = "lookups.spent + sum(goods.cost)";
  form.lookups = { spent: { form: "purchase", pick: "sum", field: "amount" } };
  const goods = [{ $row: "00000000000000000000000PEN", name: "ก", quantity: 1, price: 5 }];
  const story = new Scenario(form, buying);
  story.facts = { lookups: { spent: { value: 100, at: story.now, sources: ["R1"] } } };
  story.does(teacher, "submit", { answers: { subject: "ก", goods } });
  expect(story.answers.amount).toBe(105);
  expect(story.record!.facts).toMatchObject({ lookups: { spent: { value: 100, sources: ["R1"] } } });

  story.facts = { lookups: { spent: { value: 900, at: story.now } } };
  story.does(director, "edit", { answers: { opinion: "ดี" } });
  expect(story.answers.amount).toBe(105);
  expect(standing(story)).toEqual(["submit"]);

  // Whoever changes the signed part itself works with what is known now.
  story.does(director, "return", { comment: "แก้" }).does(teacher, "submit", { answers: { reason: "หมด" } });
  expect(story.answers.amount).toBe(905);
});

test("what is signed is worked out with the facts of its day, whatever else is changed later", () => {
  const form = structuredClone(purchase);
  form.lookups = { spent: { form: "purchase", pick: "sum", field: "amount" } };
  form.schema.properties.spent = { "x-field": "computed", "x-id": "spent00000", type: "number", title: "ใช้ไปแล้ว", "x-value": "lookups.spent" };
  form.layout![0]!.sections[0]!.fields.push("spent");
  const opine = { id: "opine", title: "ลงความเห็น", from: ["pending"], who: ["director"], to: "pending", sign: { sections: ["review"] } };
  const story = new Scenario(form, { ...buying, actions: [...buying.actions, opine] });
  const known = (value: number) => {
    story.facts = { lookups: { spent: { value, at: story.now } } };
  };
  known(100);
  story.does(teacher, "submit", { answers: { subject: "ก" } }).does(director, "opine", { answers: { opinion: "ควรซื้อ" } });
  known(200);
  // The opinion's signature falls, the request's stands: its figures are those of its day.
  for (const opinion of ["รอก่อน", "ซื้อได้"]) story.does(director, "edit", { answers: { opinion } });
  expect(story.problems).toEqual([]);
  expect(standing(story)).toEqual(["submit", "opine void"]);
  expect(story.answers).toMatchObject({ spent: 100, opinion: "ซื้อได้" });
  story.does(director, "return", { comment: "แก้" }).does(teacher, "edit", { answers: { subject: "ข" } });
  expect(story.answers.spent).toBe(200);
});
