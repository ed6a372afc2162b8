// What a reader does not see, by names: a field, all inside it, and a column in every row.
import { expect, test } from "vitest";
import { holdsUnseen, namesOf, unseen } from "../../../client/fields/why/unseen.js";
import { openForm } from "../../../engine/form-state/form-state.js";
import { compiled, factsOf, field, rowId, tableOf } from "../../help/forms.js";

const form = compiled({ faith: field("text"), t: tableOf({ faith: field("text"), n: field("integer", { type: "integer" }) }) });
const state = openForm(form, { t: [{ $row: rowId(1), n: 1 }] }, factsOf());

test("the names of a place leave out its rows", () => {
  expect(namesOf(state, ["t", rowId(1), "faith"])).toEqual(["t", "faith"]);
  expect(namesOf(state, ["faith"])).toEqual(["faith"]);
});

test("a column is not seen in any row, and is not the field of that name", () => {
  expect(unseen(["t", "faith"], ["t/faith"])).toBe(true);
  expect(unseen(["faith"], ["t/faith"])).toBe(false);
  expect(unseen(["t", "n"], ["t/faith"])).toBe(false);
  expect(holdsUnseen(["t"], ["t/faith"])).toBe(true);
});

test("what is inside goes with what is around it", () => {
  expect(unseen(["home", "street"], ["home"])).toBe(true);
  expect(unseen(["homely"], ["home"])).toBe(false);
  expect(unseen(["home"], undefined)).toBe(false);
});
