// The questions that somebody may point at: in the order of the sections, those that stand on the form, each with where it lies.
import { expect, test } from "vitest";
import { questionsOf } from "../../../client/record/questions.js";
import { compiled, field, tableOf } from "../../help/forms.js";

const form = compiled({
  name: field("text", { title: "ชื่อ" }),
  items: tableOf({ qty: field("integer", { title: "จำนวน" }) }, { title: "รายการ" }),
  why: field("text", { title: "เหตุผล" }),
});
const idOf = (wanted: string) => form.fields.find(({ name }) => name === wanted)!.id;

test("each by its id, and what is inside a table behind the table", () => {
  expect(questionsOf(form, "th").flatMap(({ questions }) => questions)).toEqual([
    { id: idOf("name"), words: "ชื่อ" },
    { id: idOf("items"), words: "รายการ" },
    { id: idOf("qty"), words: "รายการ › จำนวน" },
    { id: idOf("why"), words: "เหตุผล" },
  ]);
});

test("what is hidden now is not asked about, nor what lies in it", () => {
  const words = (seen: (name: string) => boolean) => questionsOf(form, "th", seen).flatMap(({ questions }) => questions.map(({ words }) => words));
  expect(words((name) => name === "name")).toEqual(["ชื่อ"]);
  expect(words((name) => name !== "items")).toEqual(["ชื่อ", "เหตุผล"]);
  expect(questionsOf(form, "th", () => false)).toEqual([]);
});
