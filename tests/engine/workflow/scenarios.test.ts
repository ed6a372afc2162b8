// Stories of a workflow, each with its days: deadlines, somebody acting for another, several signatures, routes by amount.
import { describe, expect, test } from "vitest";
import { actingWords } from "../../../engine/workflow/acting.js";
import { actingFor, colleague, deputy, director, inspector1, inspector2, inspector3, mayor, secretary, stranger, system, teacher } from "../../help/people.js";
import { buying, purchase } from "../../help/purchase.js";
import { Scenario } from "../../help/scenario.js";

const goods = (price: number) => [{ $row: "0000000000000000000000DESK", name: "โต๊ะ", quantity: 1, price }];
const asked = (price = 500) => new Scenario(purchase, buying).on("2026-11-25").does(teacher, "submit", { answers: { subject: "ซื้อโต๊ะ", goods: goods(price) } });
const bought = () => asked().does(director, "approve");

describe("a deadline that passes", () => {
  test("the system does the state's action when it is over, and not before", () => {
    const story = bought();
    expect(story.record!.due).toBe("2026-11-30T16:59:59.999Z");
    story.on("2026-11-30", "23:59").does(system, "lapse");
    expect(story.refused).toEqual(["workflow.not-due"]);
    story.on("2026-12-01", "00:00").does(system, "lapse");
    expect(story.state).toBe("lapsed");
    expect(story.events.at(-1)).toMatchObject({ type: "record.lapse", actor: { account: "system" } });
    expect(story.record!.handlers).not.toContain("system");
  });

  test("a record that moved in time is left alone", () => {
    const story = bought().does(inspector1, "accept").does(inspector2, "accept").on("2027-01-01").does(system, "lapse");
    expect(story.refused).toEqual(["workflow.wrong-state"]);
    expect(story.record!.due).toBeUndefined();
  });

  test("nobody does the system's action, and the system none of the people's", () => {
    const story = bought().on("2027-01-01").does(inspector1, "lapse");
    expect(story.refused).toEqual(["workflow.system-only"]);
    expect(story.does(system, "accept").refused).toEqual(["workflow.not-yours"]);
  });

  test("working days leave out weekends and holidays of the LAO's calendar", () => {
    const story = new Scenario(purchase, buying).on("2026-12-04");
    story.facts = { codes: { holidays: [{ id: "2026-12-07", title: "วันหยุดชดเชย" }] } };
    story.does(teacher, "submit", { answers: { subject: "ก" } });
    // Friday the 4th; the 5th and 6th are a weekend, the 7th a holiday: the 8th and 9th count.
    expect(story.record!.due).toBe("2026-12-09T16:59:59.999Z");
  });
});

describe("the deputy acts while the director is away", () => {
  const inCharge = actingFor(deputy, director, "2026-11-26", "2026-11-28");

  test("before and after the order's days the deputy may not", () => {
    expect(asked().on("2026-11-25").whyNot(inCharge, "approve")).toBe("workflow.not-yours");
    expect(asked().on("2026-11-29").does(inCharge, "approve").refused).toEqual(["workflow.not-yours"]);
  });

  test("within them the deputy approves; signature and event say for whom", () => {
    const story = asked().on("2026-11-28", "23:59");
    const { allowed, acting } = story.available(inCharge).approve!;
    expect({ allowed, acting }).toEqual({ allowed: true, acting: { th: "รักษาราชการแทนผู้อำนวยการโรงเรียนบ้านหนองบัว", en: "Acting for Director" } });
    story.does(inCharge, "approve");
    const expected = {
      name: deputy.name,
      position: "รองผู้อำนวยการโรงเรียนบ้านหนองบัว",
      acting: { kind: "in-charge", person: "DIRECTOR", name: director.name, delegation: "order-2026-11-26" },
    };
    expect(story.record!.signatures.at(-1)).toMatchObject({ ...expected, person: "DIRECTOR" });
    expect(story.events.at(-1)!.actor).toMatchObject(expected);
    expect(story.answers.approval).toMatchObject(expected);
  });

  test("rights are judged when the server receives it, not when it was made", () => {
    const story = asked().on("2026-11-29").does(inCharge, "approve", { madeAt: "2026-11-28T03:00:00.000Z" });
    expect(story.refused).toEqual(["workflow.not-yours"]);
  });

  test("an own position comes before one acted for", () => {
    const both = actingFor(director, mayor, "2026-11-25", "2026-11-30");
    const story = asked().does(both, "approve");
    expect(story.record!.signatures.at(-1)!.acting).toBeUndefined();
  });

  test("acting for another does not make one's own record another's", () => {
    const teacherInCharge = actingFor(teacher, director, "2026-11-25", "2026-11-30");
    expect(asked().does(teacherInCharge, "approve").refused).toEqual(["workflow.own-record"]);
  });

  test("on behalf of somebody has its own words", () => {
    expect(actingWords({ kind: "on-behalf", position: "นายกเทศมนตรี" })).toMatchObject({ th: "ปฏิบัติราชการแทนนายกเทศมนตรี" });
  });
});

describe("two of three inspectors", () => {
  test("the first signature is kept and moves nothing, the second moves it", () => {
    const story = bought().does(inspector3, "accept");
    expect(story.state).toBe("inspection");
    expect(story.record!.signing).toEqual({ accept: ["inspector3"] });
    expect(story.events.at(-1)!.payload).toMatchObject({ signature: { signed: 1, need: 2 } });
    expect(story.done!.effects).toEqual([]);
    story.does(inspector1, "accept");
    expect(story.state).toBe("done");
    expect(story.record!.signing).toEqual({});
    expect(story.events.at(-1)!.payload).toMatchObject({ signature: { signed: 2, need: 2 }, move: { from: "inspection", to: "done" } });
  });

  test("one person signs once", () => {
    const story = bought().does(inspector1, "accept");
    expect(story.whyNot(inspector1, "accept")).toBe("workflow.already-signed");
    expect(story.does(inspector1, "accept").refused).toEqual(["workflow.already-signed"]);
  });

  test("whoever acts for an inspector who has signed adds nothing", () => {
    const stand = actingFor(colleague, inspector1, "2026-11-25", "2026-12-31");
    const story = bought().does(inspector1, "accept").does(stand, "accept");
    expect(story.refused).toEqual(["workflow.seat-signed"]);
    expect(bought().does(inspector2, "accept").does(stand, "accept").state).toBe("done");
  });

  test("a record that leaves the state before all have signed begins anew when it is back", () => {
    const recall = { id: "recall", title: "เรียกคืน", from: ["inspection"], who: ["director"], to: "pending" };
    const story = new Scenario(purchase, { ...buying, actions: [...buying.actions, recall] }).on("2026-11-25");
    story
      .does(teacher, "submit", { answers: { subject: "ก" } })
      .does(director, "approve")
      .does(inspector1, "accept");
    expect(story.record!.signing).toEqual({ accept: ["inspector1"] });
    story.does(director, "recall").does(director, "approve");
    expect(story.record!.signing).toEqual({});
    expect(story.does(inspector2, "accept").state).toBe("inspection");
    expect(story.does(inspector1, "accept").state).toBe("done");
  });

  test("the deadline of the state goes on while signatures come in", () => {
    const story = bought();
    const { due, stateSince } = story.record!;
    story.on("2026-11-27").does(inspector1, "accept");
    expect(story.record).toMatchObject({ due, stateSince });
  });
});

describe("routes by amount", () => {
  test("up to 100,000 baht the director's word is enough", () => {
    expect(asked(100_000).does(director, "approve").state).toBe("inspection");
  });

  test("above 100,000 baht it goes to the mayor", () => {
    const story = asked(100_000.01).does(director, "approve");
    expect(story.state).toBe("with-mayor");
    expect(story.whyNot(inspector1, "accept")).toBe("workflow.wrong-state");
    expect(story.does(mayor, "mayor-approve").state).toBe("inspection");
  });

  test("the thread of beads shows the way that the amount will take", () => {
    expect(asked(500).thread()).toEqual(["new done", "pending now", "inspection later", "done later"]);
    expect(asked(200_000).thread()).toEqual(["new done", "pending now", "with-mayor later", "inspection later", "done later"]);
  });
});

describe("why not", () => {
  test("each action that somebody has not comes with its reason", () => {
    const reasons = (actor: typeof teacher) => Object.fromEntries(Object.values(asked().available(actor)).map(({ id, why }) => [id, why?.code ?? "yes"]));
    const others = { submit: "workflow.wrong-state", "mayor-approve": "workflow.wrong-state", accept: "workflow.wrong-state", lapse: "workflow.wrong-state" };
    expect(reasons(director)).toEqual({ ...others, approve: "yes", return: "yes" });
    expect(reasons(teacher)).toEqual({ ...others, approve: "workflow.not-yours", return: "workflow.not-yours" });
    expect(reasons(stranger)).toEqual(reasons(teacher));
    expect(reasons(secretary)).toEqual(reasons(teacher));
  });

  test("a reason that must be written is asked for when nothing is", () => {
    const story = asked().does(director, "return", { comment: "  " });
    expect(story.problems).toMatchObject([{ code: "workflow.comment-required", path: "/comment" }]);
  });

  test("an action nobody knows is refused by name", () => {
    expect(asked().does(director, "destroy").problems).toMatchObject([{ code: "workflow.unknown-action", params: { action: "destroy" } }]);
  });

  test("nobody approves the own request", () => {
    const story = new Scenario(purchase, buying).does(director, "submit", { answers: { subject: "ก" } });
    expect(story.does(director, "approve").refused).toEqual(["workflow.own-record"]);
  });
});

describe("a guard", () => {
  const workflow = structuredClone(buying);
  Object.assign(workflow.actions.find(({ id }) => id === "approve")!, {
    when: "!empty(opinion) || comment != null",
    unless: { th: "เขียนความเห็นก่อน", en: "Write an opinion first" },
  });
  const pending = () => new Scenario(purchase, workflow).does(teacher, "submit", { answers: { subject: "ก" } });

  test("refuses in the words of its author", () => {
    expect(pending().does(director, "approve").problems).toMatchObject([
      { code: "workflow.guard", title: { th: "เขียนความเห็นก่อน", en: "Write an opinion first" } },
    ]);
  });

  test("sees the answers of the same action, and its comment", () => {
    expect(pending().does(director, "approve", { answers: { opinion: "ดี" } }).state).toBe("inspection");
    expect(pending().does(director, "approve", { comment: "เห็นชอบ" }).state).toBe("inspection");
  });

  test("reads who acts", () => {
    Object.assign(workflow.actions.find(({ id }) => id === "return")!, { when: "'mayor' in actor.duties" });
    expect(pending().does(director, "return", { comment: "ก" }).refused).toEqual(["workflow.guard"]);
  });
});
