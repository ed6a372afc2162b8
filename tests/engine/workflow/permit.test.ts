// Who may do an action now, rule by rule: each test stands for one rule and would turn red without it.
import { describe, expect, test } from "vitest";
import { availableActions } from "../../../engine/workflow/available.js";
import { permit } from "../../../engine/workflow/permit.js";
import type { ActionDefinition, Actor, FormDefinition, WorkflowDefinition } from "../../../schemas/types.js";
import { actingFor, atOtherSchool, colleague, director, inspector1, inspector2, mayor, secretary, stranger, system, teacher } from "../../help/people.js";
import { buying, purchase } from "../../help/purchase.js";
import { formOf, Scenario } from "../../help/scenario.js";

const changed = (id: string, more: Partial<ActionDefinition>): WorkflowDefinition => ({
  ...buying,
  actions: buying.actions.map((action) => (action.id === id ? { ...action, ...more } : action)),
});
const asked = (workflow = buying, form = purchase) => new Scenario(form, workflow).on("2026-11-25").does(teacher, "submit", { answers: { subject: "ก" } });
const bought = (workflow = buying) => asked(workflow).does(director, "approve");

describe("a new record", () => {
  const openTo = (create: string[] | undefined, who?: string[]) => {
    const { access: _, ...rest } = purchase;
    const form: FormDefinition = create ? { ...purchase, access: { create } } : rest;
    return new Scenario(form, changed("submit", who ? { who } : {}));
  };
  const submits = (story: Scenario, actor: Actor) => story.does(actor, "submit", { answers: { subject: "ก" } }).refused;

  test("belongs somewhere, or is not made", () => {
    const story = asked();
    const action = story.form.workflow.definition.actions[0]!;
    expect(permit({ form: story.form, record: null, action, actor: teacher, facts: {}, now: story.now })).toMatchObject({ code: "record.no-place" });
  });

  test("of a form for everybody is made by whoever sits there or below, and by nobody else", () => {
    expect(submits(openTo(["anyone"]), teacher)).toEqual([]);
    expect(submits(openTo(["anyone"]), secretary)).toEqual([]);
    expect(submits(openTo(["anyone"]), stranger)).toEqual(["record.other-place"]);
    expect(submits(openTo(["anyone"]), { ...teacher, positions: [] })).toEqual(["record.other-place"]);
  });

  test("is for those whom the form names, else those whom its action names", () => {
    expect(submits(openTo(["director"]), teacher)).toEqual(["workflow.not-yours"]);
    expect(submits(openTo(undefined, ["director"]), teacher)).toEqual(["workflow.not-yours"]);
    expect(submits(openTo(undefined, ["director"]), director)).toEqual([]);
    expect(submits(openTo(["school-staff"], ["director"]), teacher)).toEqual([]);
  });

  test("says by which position it is made, as it is held", () => {
    const story = asked();
    const action = story.form.workflow.definition.actions[0]!;
    const facts = { organization: story.place };
    expect(permit({ form: story.form, record: null, action, actor: teacher, facts, now: story.now })).toEqual(teacher.positions[0]);
    const elsewhere = permit({ form: story.form, record: null, action, actor: teacher, facts: { organization: atOtherSchool }, now: story.now });
    // Without the tree the word of whoever resolved the place is taken: the kinds allow it.
    expect(elsewhere).toEqual(teacher.positions[0]);
  });
});

describe("the system", () => {
  test("acts at the very moment the deadline is over", () => {
    const story = bought();
    story.now = story.record!.due!;
    expect(story.does(system, "lapse").state).toBe("lapsed");
  });

  test("leaves a record alone that has no deadline", () => {
    const story = bought().on("2027-01-01");
    const { due: _, ...timeless } = story.record!;
    story.record = timeless;
    expect(story.does(system, "lapse").refused).toEqual(["workflow.not-due"]);
  });

  test("does by deadline what people may do as well", () => {
    const workflow: WorkflowDefinition = {
      ...changed("lapse", { system: false, who: ["director"] }),
      states: buying.states,
    };
    expect(bought(workflow).on("2027-01-01").does(system, "lapse").state).toBe("lapsed");
    expect(bought(workflow).does(director, "lapse").state).toBe("lapsed");
  });
});

describe("a person named in a field", () => {
  const workflow: WorkflowDefinition = {
    ...changed("return", { comment: "optional" }),
    actions: [...buying.actions, { id: "take", title: "รับ", from: ["pending"], to: "inspection", person: "helper" }],
  };
  const form = structuredClone(purchase);
  Object.assign(form.schema.properties, formOf({ helper: { "x-field": "person", type: "string" } }).schema.properties);
  form.layout![0]!.sections[0]!.fields.push("helper");
  const helped = () => new Scenario(form, workflow).does(teacher, "submit", { answers: { subject: "ก", helper: colleague.person } });

  test("may do it, and nobody else", () => {
    expect(helped().does(colleague, "take").state).toBe("inspection");
    expect(helped().does(director, "take").refused).toEqual(["workflow.not-yours"]);
  });

  test("and when nobody is named, nobody may", () => {
    const story = new Scenario(form, workflow).does(teacher, "submit", { answers: { subject: "ก" } });
    expect(story.does({ ...colleague, person: "" }, "take").refused).toEqual(["workflow.not-yours"]);
  });
});

describe("one signature a seat", () => {
  const signatureOf = (account: string, person: string, more: object = {}) => ({
    id: `S${account}`,
    action: "accept",
    account,
    person,
    name: account,
    at: "2026-11-25T02:00:00.000Z",
    sections: [],
    hash: "0",
    ...more,
  });
  const whyNot = (actor: Actor, signatures: ReturnType<typeof signatureOf>[], signing = ["inspector2"]) => {
    const story = bought();
    const record = { ...story.record!, signatures, signing: { accept: signing } };
    const action = story.form.workflow.definition.actions.find(({ id }) => id === "accept")!;
    const result = permit({ form: story.form, record, action, actor, facts: {}, now: story.now });
    return typeof result === "object" && "code" in result ? result.code : "may";
  };

  test("whose own seat somebody else signed for has signed", () => {
    expect(whyNot(inspector1, [signatureOf("inspector2", "INSPECTOR1")])).toBe("workflow.seat-signed");
  });

  test("not when that signature is void, stands under another action, or is of an earlier round", () => {
    expect(whyNot(inspector1, [signatureOf("inspector2", "INSPECTOR1", { void: "2026-11-25T03:00:00.000Z" })])).toBe("may");
    expect(whyNot(inspector1, [signatureOf("inspector2", "INSPECTOR1", { action: "approve" })])).toBe("may");
    expect(whyNot(inspector1, [signatureOf("inspector2", "INSPECTOR1")], ["somebody"])).toBe("may");
  });

  test("acting for somebody takes that seat, not one's own", () => {
    const acting = actingFor(colleague, inspector2, "2026-11-01", "2026-12-31");
    expect(whyNot(acting, [signatureOf("inspector2", "INSPECTOR2")])).toBe("workflow.seat-signed");
    expect(whyNot(acting, [signatureOf("inspector2", "COLLEAGUE")])).toBe("may");
  });
});

describe("answers are changed only by whom the state lets", () => {
  const states = buying.states.map((state) => (state.id === "pending" ? { ...state, edit: { who: ["mayor"], sections: ["review"] } } : state));

  test("not by everybody who may act", () => {
    const pending = asked({ ...buying, states });
    expect(pending.does(director, "approve", { answers: { opinion: "ดี" } }).refused).toEqual(["record.sealed"]);
    expect(pending.does(mayor, "edit", { answers: { opinion: "ดี" } }).answers.opinion).toBe("ดี");
  });

  test("everything where the state names no sections", () => {
    const open = states.map((state) => (state.id === "pending" ? { ...state, edit: { who: ["mayor"] } } : state));
    expect(asked({ ...buying, states: open }).does(mayor, "edit", { answers: { subject: "ข" } }).answers.subject).toBe("ข");
  });
});

describe("what is not complete", () => {
  const doubtful = structuredClone(purchase);
  doubtful.schema.properties.reason!["x-check"] = [{ rule: "reason != 'สงสัย'", message: "แน่ใจหรือ", level: "warn" }];
  const returned = (answers: Record<string, unknown>, workflow = buying) =>
    asked(workflow, doubtful).does(director, "return", { comment: "แก้" }).does(teacher, "edit", { answers, warnings: true });

  test("stands in the way of an action that needs it, with all that is missing", () => {
    const story = returned({ subject: "" });
    expect(story.available(teacher).submit).toMatchObject({
      allowed: false,
      why: { code: "workflow.not-complete", params: { count: 1 }, problems: [{ code: "field.required", path: "/subject" }] },
    });
  });

  test("does not stand in the way of one that does not", () => {
    const drop: ActionDefinition = { id: "drop", title: "ยกเลิก", from: ["returned"], who: ["author"], to: "lapsed" };
    const story = returned({ subject: "" }, { ...buying, actions: [...buying.actions, drop] });
    expect(story.available(teacher).drop).toMatchObject({ allowed: true });
    expect(story.does(teacher, "drop").state).toBe("lapsed");
  });

  test("a doubt is no gap", () => {
    expect(returned({ reason: "สงสัย" }).available(teacher).submit).toMatchObject({ allowed: true });
  });
});

describe("a guard that cannot be decided", () => {
  const workflow = changed("approve", { when: "lookups.spent < 1000.0", unless: "เกินวงเงิน" });
  const form = { ...purchase, lookups: { spent: { form: "purchase", pick: "sum" as const, field: "amount" } } };
  const approved = (spent?: number | null) => {
    const story = new Scenario(form, workflow).does(teacher, "submit", { answers: { subject: "ก" } });
    story.facts = spent === undefined ? {} : { lookups: { spent: { value: spent, at: story.now } } };
    return story.does(director, "approve").refused;
  };

  test("is no: only true is yes, neither unknown nor empty", () => {
    expect(approved(999)).toEqual([]);
    expect(approved(1000)).toEqual(["workflow.guard"]);
    expect(approved(null)).toEqual(["workflow.guard"]);
    expect(approved()).toEqual(["workflow.guard"]);
  });
});

test("a reason is asked for where one is being written, and not before", () => {
  const story = asked();
  const why = (comment?: string) => {
    const actions = availableActions(story.form, story.record, director, story.known(director), { now: story.now, ...(comment !== undefined && { comment }) });
    return actions.find(({ id }) => id === "return")!.why?.code;
  };
  expect([why(), why(" "), why("แก้")]).toEqual([undefined, "workflow.comment-required", undefined]);
});
