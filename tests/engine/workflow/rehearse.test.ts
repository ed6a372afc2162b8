// A workflow walked before it is used: who could do what at a place, what is vacant, whom it tells, and that it says what a real record would.
import { describe, expect, test } from "vitest";
import { castOf, editorsIn, makersIn, near, placeOf, rehearse, type Scene, told } from "../../../engine/workflow/rehearse.js";
import type { Actor, OrganizationView, PositionView } from "../../../schemas/types.js";
import { director, inspector1, inspector2, mayor, stranger, teacher } from "../../help/people.js";
import { buying, purchase } from "../../help/purchase.js";
import { Scenario } from "../../help/scenario.js";

const organizations: OrganizationView[] = [
  { id: "PROVINCE", kind: "province", name: "จังหวัด" },
  { id: "LAO", kind: "lao", name: "เทศบาล", parent: "PROVINCE" },
  { id: "SCHOOL", kind: "school", name: "โรงเรียนบ้านหนองบัว", parent: "LAO" },
  { id: "SCHOOL2", kind: "school", name: "โรงเรียนบ้านดอน", parent: "LAO" },
  { id: "P1", kind: "class", name: "ป.1/1", parent: "SCHOOL" },
];
/** The positions of these people, as the interface gives them. */
const positions = (people: readonly Actor[]): PositionView[] =>
  people.flatMap(({ person, name, positions }) =>
    positions.map(({ id, title, duties, organization, scope }) => ({
      id,
      title,
      duties,
      organization,
      scope,
      holders: [{ person, name, from: "2020-01-01" }],
    })),
  );
const all = [teacher, director, mayor, stranger, inspector1, inspector2];
const cast = castOf(positions(all), organizations, "LAO", "2026-11-24");
const who = (name: Actor) => cast.find(({ person }) => person === name.person)!;
const scene = (state: string, more: Partial<Scene> = {}): Scene => ({
  workflow: buying,
  access: purchase.access ?? {},
  place: placeOf(organizations, "SCHOOL")!,
  people: cast,
  author: who(teacher),
  handlers: [],
  state,
  ...more,
});
const persons = (people: readonly Actor[]) => people.map(({ person }) => person);
const able = (given: Scene) => Object.fromEntries(rehearse(given).map(({ action, people }) => [action.id, persons(people)]));

test("whoever holds a position today is somebody to the records of its place and of those below it", () => {
  const ended = positions([director]).map((one) => ({ ...one, holders: [{ ...one.holders![0]!, to: "2026-11-23" }] }));
  expect(castOf(ended, organizations, "LAO", "2026-11-24")).toEqual([]);
  expect(castOf(ended, organizations, "LAO", "2026-11-23")).toHaveLength(1);
  expect(who(teacher).positions[0]).toMatchObject({ organization: "P1", above: ["SCHOOL", "LAO", "PROVINCE"], scopeKind: "class" });
  expect(persons(near(cast, placeOf(organizations, "SCHOOL")!))).toEqual(["TEACHER", "DIRECTOR", "MAYOR", "INSPECTOR1", "INSPECTOR2"]);
  expect(persons(near(cast, placeOf(organizations, "SCHOOL2")!))).toEqual(["MAYOR", "STRANGER"]);
  expect(placeOf(organizations, "gone")).toBeUndefined();
});

test("each action with the people who could do it, as a real record lets them", () => {
  const story = new Scenario(purchase, buying);
  const real = (actor: Actor) =>
    Object.values(story.available(actor))
      .filter(({ allowed, why }) => allowed || why?.code === "workflow.guard" || why?.code === "workflow.not-complete")
      .map(({ id }) => id);
  story.does(teacher, "submit", { answers: { subject: "กระดาษ" } });
  const people = all.filter((actor) => actor !== stranger);
  const rehearsed = able(scene("pending"));
  for (const actor of people)
    expect(
      Object.keys(rehearsed).filter((id) => rehearsed[id]!.includes(actor.person)),
      actor.name,
    ).toEqual(real(actor));
  expect(rehearsed.approve).toEqual(["DIRECTOR"]);
});

test("the reason is given where nobody can, and what is vacant is named", () => {
  const one = (given: Scene, id: string) => rehearse(given).find(({ action }) => action.id === id)!;
  expect(one(scene("pending"), "mayor-approve").why).toMatchObject({ code: "workflow.wrong-state" });
  expect(one(scene("inspection"), "lapse").why?.code).toBe("workflow.system-only");
  // The only one who could has asked for it.
  const own = one(scene("inspection", { people: [who(inspector1)], author: who(inspector1) }), "accept");
  expect([own.people, own.vacant, own.why?.code]).toEqual([[], [], "workflow.own-record"]);
  const elsewhere = one(scene("pending", { place: placeOf(organizations, "SCHOOL2")!, people: [who(director), who(mayor)] }), "approve");
  expect([elsewhere.people, elsewhere.vacant]).toEqual([[], ["director"]]);
  expect(persons(one(scene("inspection"), "accept").people)).toEqual(["INSPECTOR1", "INSPECTOR2"]);
});

describe("whom it tells", () => {
  test("duties of the place, the author and those who acted, as far as they may read it", () => {
    const told_ = (list: string[], more: Partial<Scene> = {}) => persons(told(scene("pending", more), "pending", list));
    expect(told_(["director"])).toEqual(["DIRECTOR"]);
    expect(told_(["author"])).toEqual(["TEACHER"]);
    expect(told_(["handler"], { handlers: [who(mayor).account] })).toEqual(["MAYOR"]);
    // Waiting for them is no deed yet: handlers of a notice are those who acted.
    expect(told_(["handler"])).toEqual([]);
    expect(told_(["mayor"])).toEqual([]);
    expect(told_(["mayor"], { access: { read: ["mayor"] } })).toEqual(["MAYOR"]);
  });

  test("the notices of an action", () => {
    const effects = [
      { type: "notify" as const, to: ["author"], message: "ส่งกลับ" },
      { type: "document" as const, document: "x" },
    ];
    const workflow = { ...buying, actions: buying.actions.map((one) => (one.id === "return" ? { ...one, effects } : one)) };
    expect(
      rehearse(scene("pending", { workflow }))
        .find(({ action }) => action.id === "return")!
        .notices.map(persons),
    ).toEqual([["TEACHER"]]);
  });
});

test("who may change answers, and who could begin", () => {
  expect(persons(editorsIn(scene("pending"), buying.states[0]!))).toEqual(["DIRECTOR"]);
  expect(persons(editorsIn(scene("done"), buying.states[4]!))).toEqual([]);
  const { author: _, handlers: __, state: ___, ...rest } = scene("new");
  expect(persons(makersIn(rest))).toEqual(["TEACHER", "DIRECTOR"]);
  expect(persons(makersIn({ ...rest, access: { create: ["mayor"] } }))).toEqual(["MAYOR"]);
  expect(persons(makersIn({ ...rest, access: { create: [] } }))).toEqual([]);
});
