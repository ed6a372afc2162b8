// Who somebody is to a record: a table of people, and how far from it they stand.
import { describe, expect, test } from "vitest";
import { matches, onDay, type Subject } from "../../../engine/workflow/who.js";
import type { Actor } from "../../../schemas/types.js";
import {
  actingFor,
  classroom,
  colleague,
  deputy,
  director,
  directorPosition,
  lao,
  mayor,
  otherSchool,
  position,
  school,
  somebody,
  stranger,
  system,
  teacher,
} from "../../help/people.js";

const record: Subject = { owner: "LAO", author: "teacher", handlers: ["colleague"], unit: ["SCHOOL", "LAO", "PROVINCE"] };
const officer = somebody("officer", "เจ้าหน้าที่", position("p-officer", "นักวิชาการศึกษา", ["education-office"], { id: "OFFICE", kind: "office", name: "กอง" }, lao));
const foreign: Actor = { ...somebody("mayor-elsewhere", "นายกอื่น", position("p-x", "นายก", ["mayor"], { id: "LAO2", kind: "lao", name: "อื่น" })), owner: "LAO2" };

const rows: [who: string, actor: Actor, expected: boolean][] = [
  ["author", teacher, true],
  ["author", colleague, false],
  ["handler", colleague, true],
  ["handler", teacher, false],
  ["anyone", stranger, true],
  ["anyone", foreign, false],
  ["director", director, true],
  ["director", stranger, false],
  ["director", deputy, false],
  ["director@school", director, true],
  ["director@lao", director, false],
  ["mayor", mayor, true],
  ["mayor@lao", mayor, true],
  ["mayor", foreign, false],
  ["education-office", officer, true],
  // Rights flow down, never up: a duty over one class says nothing about its school's records.
  ["class-teacher", teacher, false],
  ["nobody-has-this", director, false],
  ["author", system, false],
  ["anyone", system, false],
];

test.each(rows)("%s: %o", (who, actor, expected) => {
  expect(Boolean(matches(who, actor, record))).toBe(expected);
});

test("a duty gives the position by which somebody is it, a relation gives none", () => {
  expect(matches("director", director, record)).toEqual(directorPosition);
  expect(matches("author", teacher, record)).toBe(true);
});

test("of several, an own position comes before a relation, and a relation before acting for somebody", () => {
  expect(matches(["author", "director"], director, { ...record, author: "director" })).toEqual(directorPosition);
  const inCharge = actingFor(deputy, director, "2026-11-01", "2026-11-30");
  expect(matches(["author", "director"], inCharge, { ...record, author: "deputy" })).toBe(true);
  expect(matches(["director"], inCharge, record)).toMatchObject({ acting: { person: "DIRECTOR" } });
});

describe("a handler", () => {
  test("is also whoever may act from the state now, by duty or by name", () => {
    const waiting = { ...record, handlers: [], acts: ["director@school"], persons: ["COLLEAGUE"] };
    expect([director, colleague, stranger, deputy].map((actor) => matches("handler", actor, waiting))).toEqual([true, true, false, false]);
  });
});

describe("days", () => {
  const inCharge = actingFor(deputy, director, "2026-11-10", "2026-11-20");
  test.each([
    ["2026-11-09", false],
    ["2026-11-10", true],
    ["2026-11-20", true],
    ["2026-11-21", false],
  ])("on %s the order holds: %s", (day, expected) => {
    expect(Boolean(matches("director", onDay(inCharge, day), record))).toBe(expected);
  });

  test("own positions have their days too", () => {
    const until = { ...director, positions: [{ ...directorPosition, to: "2026-09-30" }] };
    expect(matches("director", onDay(until, "2026-10-01"), record)).toBe(false);
  });
});

test("classes, schools and other schools", () => {
  const ofClass = { ...record, unit: [classroom.id, school.id, lao.id] };
  expect(matches("class-teacher", teacher, ofClass)).toMatchObject({ id: "p-teacher" });
  expect(matches("director", director, ofClass)).toMatchObject({ id: "p-director" });
  expect(matches("director", director, { ...record, unit: [otherSchool.id, lao.id] })).toBe(false);
});
