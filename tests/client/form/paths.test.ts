// From the engine's pointers to places on the screen.
import { expect, test } from "vitest";
import { fieldPath, pageOf, screenPath } from "../../../client/form/paths.js";
import { compiled, field, rowId, tableOf } from "../../help/forms.js";

const form = compiled(
  {
    who: field("person-name"),
    items: tableOf({ qty: field("integer", { type: "integer" }) }),
    home: field("group", { properties: { tambon: field("text") } }),
  },
  {
    layout: [
      { page: "หนึ่ง", sections: [{ id: "a", fields: ["who"] }] },
      { page: "สอง", sections: [{ id: "b", fields: ["items", "home"] }] },
    ],
  },
);
const answers = {
  items: [
    { $row: rowId(1), qty: 1 },
    { $row: rowId(2), qty: 2 },
  ],
};

test.each([
  ["/items/1/qty", `items/${rowId(2)}/qty`],
  ["/items/7/qty", "items/7/qty"],
  ["/home/tambon", "home/tambon"],
  ["/who/first", "who/first"],
])("%s is %s on the screen", (pointer, path) => {
  expect(screenPath(pointer, answers)).toBe(path);
});

test.each([
  ["who/first", "who"],
  [`items/${rowId(2)}/qty`, `items/${rowId(2)}/qty`],
  ["home/tambon", "home/tambon"],
  ["nothing", ""],
])("a problem at %s stands under the field %s", (path, at) => {
  expect(fieldPath(path, form)).toBe(at);
});

test.each([
  ["who", 0],
  ["items/x/qty", 1],
  ["home/tambon", 1],
])("%s is on page %i", (path, page) => {
  expect(pageOf(path, form)).toBe(page);
});
