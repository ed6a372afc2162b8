// People, organizations and positions chosen in a form whose field says `unit`: only of the record's own organization or below it.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Cases, leave, openCases } from "../help/cases.js";

let cases: Cases;
const field = (id: string, kind: string, more = {}) => ({ "x-id": id.repeat(10), "x-field": kind, type: "string", title: kind, ...more });
const unit = { "x-within": "unit" };
beforeAll(async () => {
  cases = await openCases(["leave-request"]);
  const admin = await cases.as("lao-admin");
  const form = {
    kind: "form",
    id: "order",
    title: "คำสั่ง",
    unit: "school",
    schema: {
      type: "object",
      properties: {
        person: field("a", "person", unit),
        place: field("b", "organization", unit),
        seat: field("c", "position", unit),
        anybody: field("d", "person", { "x-within": "lao" }),
        anywhere: field("e", "organization", { "x-within": "lao" }),
        room: field("h", "organization", { "x-within": "lao", "x-kinds": ["class"] }),
        rows: {
          ...field("f", "table"),
          type: "array",
          items: { type: "object", properties: { who: field("g", "person", unit) } },
        },
      },
    },
    access: { create: ["director"], read: ["author"] },
  };
  await admin.put("/api/v1/definitions/form/order", form, { "if-match": "0" });
  const published = await admin.post("/api/v1/definitions/form/order/publish");
  if (published.status !== 200) throw new Error(published.text);
});
afterAll(() => cases.close());

const town = () => cases.server.town;
const problemOf = async (answers: Record<string, unknown>) => {
  const { status, problem } = await cases.submit("director", "order", answers);
  return status === 201 ? "" : `${problem.code} ${problem.path}`;
};

test("of the school and its classes", async () => {
  const { people, organizations, positions } = town();
  for (const answers of [
    { person: people.teacher },
    { person: people.director },
    { place: organizations.school },
    { place: organizations["class-2"] },
    { seat: positions["class-teacher"] },
    { rows: [{ $row: "01J00000000000000000000001", who: people.clerk }] },
  ])
    expect(await problemOf(answers)).toBe("");
});

test("not of another school, nor of what stands above", async () => {
  const { people, organizations, positions } = town();
  expect(await problemOf({ person: people["other-teacher"] })).toBe("action.person-outside /person");
  expect(await problemOf({ person: people.mayor })).toBe("action.person-outside /person");
  expect(await problemOf({ place: organizations["other-class"] })).toBe("action.choice-outside /place");
  expect(await problemOf({ place: organizations.a })).toBe("action.choice-outside /place");
  expect(await problemOf({ seat: positions["other-director"] })).toBe("action.choice-outside /seat");
  expect(await problemOf({ rows: [{ $row: "01J00000000000000000000001", who: people.mayor }] })).toBe("action.person-outside /rows/0/who");
});

test("anybody and anything of the LAO, where the field says so, and nothing above it", async () => {
  const { people, organizations } = town();
  expect(await problemOf({ anybody: people["other-teacher"], anywhere: organizations["other-class"] })).toBe("");
  expect(await problemOf({ anywhere: organizations.province })).toBe("action.choice-outside /anywhere");
});

test("of the kind that the field asks for", async () => {
  const { organizations } = town();
  expect(await problemOf({ room: organizations["class-2"] })).toBe("");
  expect(await problemOf({ room: organizations.school })).toBe("action.choice-kind /room");
});

test("the sentence says who, where and what to choose", async () => {
  const { problem } = await cases.submit("teacher", "leave-request", { ...leave, acting: town().people["other-teacher"] });
  expect(problem.title).toEqual({
    th: "“นางสาวดวงใจ มีสุข” ไม่มีตำแหน่งในโรงเรียนบ้านหนองบัว โปรดเลือกผู้ปฏิบัติหน้าที่แทนจากผู้ที่มีตำแหน่งในหน่วยงานนี้",
    en: expect.stringContaining("has no position in โรงเรียนบ้านหนองบัว"),
  });
});

test("who has left since stays where they stood", async () => {
  const { people, holdings } = town();
  const record = await cases.submitted("teacher", "leave-request", {
    ...leave,
    acting: people["class-teacher"],
    date_from: "2026-12-08",
    date_to: "2026-12-08",
  });
  const ended = await (await cases.as("lao-admin")).delete(`/api/v1/holdings/${holdings["class-teacher"]}`);
  expect(ended.status).toBeLessThan(300);
  await cases.act("director", record, "decline");
  expect(await cases.act("teacher", record, "withdraw", { comment: "ไม่ลาแล้ว" })).toMatchObject({ status: 201 });
  expect(await problemOf({ person: people["class-teacher"] })).toBe("action.person-outside /person");
});
