// What a reader may do, arranged from what the engine says of each action.
import { describe, expect, test } from "vitest";
import { caseChoices, correctable, otherSteps } from "../../../client/record/choices.js";
import type { AvailableAction, RecordView } from "../../../schemas/types.js";

const action = (id: string, tone: AvailableAction["tone"], allowed = true): AvailableAction => ({
  id,
  title: id,
  tone,
  comment: "none",
  signs: false,
  allowed,
  ...(!allowed && { why: { code: "workflow.duty", title: { th: "ไม่ใช่หน้าที่", en: "not yours" } } }),
});

const field = (name: string, more: object = {}) => ({ id: name, name, type: "text", parent: -1, title: name, options: {}, hidden: "retire", ...more });

/** A leave request in a state, as its reader gets it. */
const view = (actions: AvailableAction[], more: { look?: RecordView["state"]["look"]; editable?: string[]; author?: string } = {}): RecordView =>
  ({
    record: { author: more.author ?? "teacher", answers: { reason: "ไข้", days: 4, secret: "x" } },
    form: {
      pages: [
        {
          title: "การลา",
          sections: [
            { id: "leave", fields: [0, 1, 2] },
            { id: "other", fields: [3] },
          ],
        },
      ],
      fields: [field("reason"), field("days", { value: ["lit", 1] }), field("unanswered"), field("secret")],
      workflow: {
        definition: {
          states: [
            { id: "returned", title: "r", look: "back", edit: { who: ["author"], sections: ["leave"] } },
            { id: "rejected", title: "x", look: "back", final: true },
            { id: "withdrawn", title: "w", look: "quiet", final: true },
          ],
          actions: [
            { id: "return", title: "r", from: ["w"], to: "returned" },
            { id: "reject", title: "x", from: ["w"], to: "rejected" },
            { id: "withdraw", title: "w", from: ["w"], to: "withdrawn" },
            { id: "approve", title: "a", from: ["w"], to: [{ to: "returned" }] },
          ],
        },
      },
    },
    state: { id: "s", title: "s", look: more.look ?? "wait" },
    actions,
    steps: [],
    documents: [],
    masked: [],
    editable: more.editable ?? [],
    facts: {},
    title: "t",
  }) as unknown as RecordView;

const ids = (choices: { id: string }[]) => choices.map(({ id }) => id);

test("what ends a case without a verdict is known, so that its sheet can say what happens", () => {
  const { main, others } = caseChoices(view([action("withdraw", "plain"), action("reject", "danger"), action("return", "danger")]), "teacher");
  expect(main).toBeUndefined();
  expect(others.filter(({ ends }) => ends).map(({ id }) => id)).toEqual(["withdraw"]);
});

describe("an approver", () => {
  const choices = caseChoices(
    view([action("approve", "main"), action("return", "danger"), action("reject", "danger"), action("withdraw", "plain", false)]),
    "director",
  );

  test("has one main action, the others beside it, and the reason of what is not theirs", () => {
    expect([choices.main?.id, ids(choices.others), ids(choices.not)]).toEqual(["approve", ["return", "reject"], ["withdraw"]]);
  });

  test("returns with the action that leads back to the author, not with the one that ends the case", () => {
    expect(choices.others.filter(({ returns }) => returns).map(({ id }) => id)).toEqual(["return"]);
  });
});

test("the author of a returned case corrects first; sending again belongs to the form", () => {
  const choices = caseChoices(view([action("resubmit", "main"), action("withdraw", "plain")], { look: "back", editable: ["leave"] }), "teacher");
  expect([choices.correct, choices.main, ids(choices.others)]).toEqual([true, undefined, ["withdraw"]]);
});

test("somebody else who may edit a returned case does not correct it for the author", () => {
  expect(caseChoices(view([], { look: "back", editable: ["leave"] }), "clerk")).toMatchObject({ correct: false, edit: true });
});

test("without a main action nothing stands at the thumb", () => {
  expect(caseChoices(view([action("withdraw", "plain")]), "teacher")).toMatchObject({ others: [{ id: "withdraw" }] });
  expect(caseChoices(view([action("withdraw", "plain")]), "teacher").main).toBeUndefined();
});

test("what is asked of the reader but still misses something is told apart from what is not theirs", () => {
  const guarded = { ...action("accept", "main", false), why: { code: "workflow.guard", title: { th: "เลือกผู้รับผิดชอบก่อน", en: "choose first" } } };
  const unfinished = { ...action("approve", "main", false), why: { code: "workflow.not-complete", title: { th: "เหลือ 1 ช่อง", en: "1 field" } } };
  const choices = caseChoices(view([guarded, unfinished, action("close", "plain", false)]), "admin");
  expect([ids(choices.blocked), ids(choices.not)]).toEqual([["accept", "approve"], ["close"]]);
});

test("an author may be asked to correct what they answered in the sections that open, never what was worked out", () => {
  expect(correctable(view([]), "return").map(({ name }) => name)).toEqual(["reason"]);
});

test("what other steps offer is all that people do and this state does not have", () => {
  const here = view([action("return", "danger"), action("reject", "danger", false)]);
  expect(ids(otherSteps(here))).toEqual(["withdraw", "approve"]);
  const { definition } = (here.form as unknown as { workflow: { definition: { actions: object[] } } }).workflow;
  definition.actions.push({ id: "submit", title: "s", from: ["new"], to: "w" }, { id: "close", title: "c", from: ["w"], to: "returned", system: true });
  expect(ids(otherSteps(here))).toEqual(["withdraw", "approve"]);
});
