// Answers by a path of names and row ids.
import { expect, test } from "vitest";
import { answerAt, withAnswer } from "../../../client/offline/answers-at.js";

const answers = {
  type: "sick",
  home: { district: "เมือง" },
  items: [
    { $row: "R1", qty: 1 },
    { $row: "R2", qty: 2 },
  ],
};

test.each([
  ["type", "sick"],
  ["home/district", "เมือง"],
  ["items/R2/qty", 2],
  ["items/R9/qty", undefined],
  ["nothing/there", undefined],
  ["constructor", undefined],
])("%s reads %j", (path, expected) => {
  expect(answerAt(answers, path.split("/"))).toEqual(expected);
});

test("a cell is replaced, and only what lies on its path is copied", () => {
  const next = withAnswer(answers, ["items", "R2", "qty"], 5);
  expect(next.items).toEqual([
    { $row: "R1", qty: 1 },
    { $row: "R2", qty: 5 },
  ]);
  expect(next.items[0]).toBe(answers.items[0]);
  expect(answers.items[1]!.qty).toBe(2);
});

test("nothing removes: an answer, a cell, a whole row", () => {
  expect(withAnswer(answers, ["type"], undefined)).not.toHaveProperty("type");
  expect(withAnswer(answers, ["items", "R1", "qty"], null).items[0]).toEqual({ $row: "R1" });
  expect(withAnswer(answers, ["items", "R1"], undefined).items).toEqual([{ $row: "R2", qty: 2 }]);
});

test("a change in a row that is gone does not bring it back", () => {
  expect(withAnswer(answers, ["items", "R9", "qty"], 7)).toEqual(answers);
});

test("a path that reaches for a prototype changes nothing", () => {
  expect(withAnswer(answers, ["__proto__", "polluted"], true)).toEqual(answers);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
