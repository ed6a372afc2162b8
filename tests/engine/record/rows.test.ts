// Where a record is listed, in whose inbox it waits, and what it is found by.
import { describe, expect, test } from "vitest";
import { entriesOf, rowOf, searchOf, viewOf } from "../../../engine/record/rows.js";
import { listedUnder, readUnder } from "../../../engine/record/scopes.js";
import { director, teacher } from "../../help/people.js";
import { buying, purchase } from "../../help/purchase.js";
import { fieldId, Scenario } from "../../help/scenario.js";

const pen = { $row: "00000000000000000000000PEN", name: "ปากกา", quantity: 10, price: 12 };
const submitted = () => new Scenario(purchase, buying).does(teacher, "submit", { answers: { subject: "ซื้อปากกา", urgent: true, urgency: "สอบ", goods: [pen] } });
const entries = (story: Scenario) => entriesOf(story.form, story.record!);
const inbox = (story: Scenario) =>
  entries(story)
    .filter(({ view }) => view === "LAO/inbox")
    .map(({ scope }) => scope)
    .sort();

describe("the row", () => {
  test("holds what lists and other forms read, by field id", () => {
    expect(submitted().record!.row).toEqual({ [fieldId("subject")]: "ซื้อปากกา", [fieldId("urgent")]: true, [fieldId("amount")]: 120 });
  });

  test("of an older record is read in the newest version", () => {
    const story = submitted();
    const form = structuredClone(purchase);
    const { subject, ...others } = form.schema.properties;
    form.schema.properties = { heading: subject!, ...others };
    form.schema.required = ["heading"];
    form.layout![0]!.sections[0]!.fields[1] = "heading";
    form.list = { columns: ["heading"] };
    const own = story.form;
    story.publishes(form);
    expect(rowOf(story.form, story.record!, own)).toEqual({ [fieldId("subject")]: "ซื้อปากกา" });
  });
});

describe("lists", () => {
  test("a record stands in each view of its form, for its unit up to its owner, and for its author", () => {
    const plain = entries(submitted()).filter(({ view }) => view === viewOf("LAO", "purchase", undefined));
    expect(plain.map(({ scope }) => scope)).toEqual(["SCHOOL", "LAO", "account:teacher"]);
    expect(new Set(plain.map(({ k1, k2 }) => `${k1}|${k2}`))).toEqual(new Set(["|2026-11-25T02:00:00.000Z"]));
  });

  test("a form that its authors do not list has no lines for them, only among their own records", () => {
    const story = submitted();
    const scopes = (access: typeof story.form.access) => [
      ...new Set(
        entriesOf({ ...story.form, access }, story.record!)
          .filter(({ view }) => view.startsWith("LAO/purchase/"))
          .map(({ scope }) => scope),
      ),
    ];
    expect(scopes({ list: ["director"] })).toEqual(["SCHOOL", "LAO"]);
    expect(scopes({ list: ["director", "author"] })).toEqual(["SCHOOL", "LAO", "account:teacher"]);
    expect(entriesOf({ ...story.form, access: { list: ["director"] } }, story.record!).filter(({ view }) => view === "LAO/mine")).toHaveLength(1);
  });

  test("views are filter × sort: the state and the listed fields, the last change and the listed fields", () => {
    const views = new Set(entries(submitted()).map(({ view }) => view));
    expect([...views].filter((view) => view.startsWith("LAO/purchase/")).sort()).toEqual(
      ["-", "state", "urgent"].flatMap((filter) => ["amount", "updated"].map((sort) => `LAO/purchase/${filter}/${sort}`)).sort(),
    );
  });

  test("a filter's value is k1, a sort key that compares by bytes is k2", () => {
    const by = (view: string) => entries(submitted()).find((entry) => entry.view === view)!;
    expect(by("LAO/purchase/urgent/updated").k1).toBe("true");
    expect(by("LAO/purchase/state/updated").k1).toBe("pending");
    const cheap = by("LAO/purchase/-/amount").k2;
    const story = new Scenario(purchase, buying).does(teacher, "submit", { answers: { subject: "ก", goods: [{ ...pen, price: 1000 }] } });
    const dear = entries(story).find(({ view }) => view === "LAO/purchase/-/amount")!.k2;
    expect(cheap < dear).toBe(true);
  });

  test("what is not answered sorts first and filters as nothing", () => {
    const story = new Scenario({ ...purchase, list: { filter: ["urgent"], sort: ["urgency"] } }, buying).does(teacher, "submit", { answers: { subject: "ก" } });
    const by = (view: string) => entries(story).find((entry) => entry.view === view)!;
    const [first, second] = [by("LAO/purchase/-/urgency").k2, by("LAO/purchase/urgent/updated").k1];
    expect([first, second]).toEqual(["", ""]);
  });

  test("a list by number is in the order in which the numbers were given", () => {
    const form = structuredClone(purchase);
    form.list = { sort: ["no"] };
    const story = new Scenario(form, buying).on("2026-11-25").does(teacher, "submit", { answers: { subject: "ก" } });
    const key = () => entries(story).find(({ view }) => view === "LAO/purchase/-/no")!.k2;
    expect(key()).toBe("2026-11-25T02:00:00.000Z");
    story.on("2026-12-01").does(director, "return", { comment: "แก้" });
    expect(key()).toBe("2026-11-25T02:00:00.000Z");
  });

  test("one's own records are in one view, last changed last", () => {
    const mine = entries(submitted()).filter(({ view }) => view === "LAO/mine");
    expect(mine).toEqual([{ view: "LAO/mine", scope: "account:teacher", k1: "", k2: "2026-11-25T02:00:00.000Z" }]);
  });
});

describe("the inbox", () => {
  test("a record waits for each duty that may move it, over its unit up to its owner", () => {
    expect(inbox(submitted())).toEqual(["director@LAO", "director@SCHOOL"]);
  });

  test("a returned one waits for its author", () => {
    expect(inbox(submitted().does(director, "return", { comment: "แก้" }))).toEqual(["account:teacher"]);
  });

  test("it moves on with the record, by since when it waits, and a finished one waits for nobody", () => {
    const story = submitted().on("2026-11-26").does(director, "approve");
    expect(inbox(story)).toEqual(["inspector@LAO", "inspector@SCHOOL"]);
    expect(new Set(entries(story).flatMap(({ view, k2 }) => (view === "LAO/inbox" ? [k2] : [])))).toEqual(new Set([story.record!.stateSince]));
    const end = { ...story.record!, state: "done" };
    expect(entriesOf(story.form, end).filter(({ view }) => view === "LAO/inbox")).toEqual([]);
  });

  test("what only those who handled it may do waits for their accounts", () => {
    const workflow = structuredClone(buying);
    Object.assign(workflow.actions.find(({ id }) => id === "accept")!, { who: ["handler"] });
    const story = new Scenario(purchase, workflow).does(teacher, "submit", { answers: { subject: "ก" } }).does(director, "approve");
    expect(inbox(story)).toEqual(["account:director"]);
  });

  test("somebody named in a field is waited for by person", () => {
    const workflow = structuredClone(buying);
    workflow.actions.find(({ id }) => id === "approve")!.person = "helper";
    const form = structuredClone(purchase);
    form.schema.properties.helper = { "x-id": fieldId("helper"), "x-field": "person", type: "string", title: "ผู้ช่วย" };
    form.layout![0]!.sections[0]!.fields.push("helper");
    const story = new Scenario(form, workflow).does(teacher, "submit", { answers: { subject: "ก", helper: "00000000000000000000000PER" } });
    expect(inbox(story)).toContain("person:00000000000000000000000PER");
  });
});

describe("scopes", () => {
  test("who reaches from above the owner reads the owner's lines; what belongs above it is listed there", () => {
    expect(readUnder(["PROVINCE"], ["LAO", "PROVINCE"])).toEqual(["PROVINCE", "LAO"]);
    expect(readUnder(["SCHOOL", "account:teacher"], ["LAO", "PROVINCE"])).toEqual(["SCHOOL", "account:teacher"]);
    expect(readUnder(["LAO"], ["LAO", "PROVINCE"])).toEqual(["LAO"]);
    expect(listedUnder({ unit: ["PROVINCE"], owner: "LAO" })).toEqual(["PROVINCE"]);
  });
});

describe("search", () => {
  test("finds by the listed fields, the number and the author, normalised", () => {
    const story = submitted();
    expect(searchOf(story.form, story.record!)).toEqual({
      group: "purchase",
      scopes: ["SCHOOL", "LAO", "account:teacher"],
      text: "1/2570 ซื้อปากกา น.ส.มาลี ใจดี",
    });
  });

  test("finds a number as people type it, and as it is shown", () => {
    const story = submitted();
    const fields = [
      { id: fieldId("card"), name: "card", type: "national-id" as const, title: "เลขประจำตัว", parent: -1, options: {}, hidden: "retire" as const },
      { id: fieldId("phone"), name: "phone", type: "phone" as const, title: "โทรศัพท์", parent: -1, options: {}, hidden: "retire" as const },
    ];
    const form = { ...story.form, fields, list: { search: ["card", "phone"] } };
    const record = { ...story.record!, row: { [fieldId("card")]: "1101700000001", [fieldId("phone")]: "0812345678" } };
    expect(searchOf(form, record).text).toContain("1-1017-00000-00-1 1101700000001 081-234-5678 0812345678");
  });

  test("never by a sensitive field, although an older definition still asks for it", () => {
    const story = new Scenario(purchase, buying).does(teacher, "submit", { answers: { subject: "ความลับ" } });
    const fields = story.form.fields.map((field) => (field.name === "subject" ? { ...field, sensitive: true as const } : field));
    expect(searchOf({ ...story.form, fields }, story.record!).text).toBe("1/2570 น.ส.มาลี ใจดี");
  });
});
