// Items of a menu: put in, moved, changed, taken away; and none of it touches the menu it began with.
import { expect, test } from "vitest";
import { findItem, itemsOf, moveItem, putItem, removeItem, setItem } from "../../../engine/edit/menu.js";
import type { MenuDefinition } from "../../../schemas/types.js";

const menu: MenuDefinition = {
  kind: "menu",
  id: "m",
  title: "เมนู",
  items: [
    { id: "a", label: "ก", target: { form: "f" } },
    {
      id: "b",
      label: "ข",
      items: [
        { id: "c", label: "ค", target: { list: "f" } },
        { id: "d", label: "ง", target: { inbox: true } },
      ],
    },
    { id: "e", label: "จ", target: { form: "g" } },
  ],
};
const order = (of: MenuDefinition) =>
  itemsOf(of)
    .map(({ item, depth }) => "›".repeat(depth) + item.id)
    .join(" ");

test("items in their order, with where they stand", () => {
  expect(order(menu)).toBe("a b ›c ›d e");
  expect(findItem(menu, "d")).toMatchObject({ spot: { parent: "b", at: 1 }, depth: 1 });
  expect(findItem(menu, "x")).toBeUndefined();
});

test.each([
  ["down among its own", "a", { at: 2 }, "b ›c ›d a e"],
  ["up among its own", "e", { at: 0 }, "e a b ›c ›d"],
  ["into another", "a", { parent: "b", at: 1 }, "b ›c ›a ›d e"],
  ["out of another", "c", { at: 1 }, "a c b ›d e"],
  ["to the end, however far that is", "a", { parent: "b", at: Number.MAX_SAFE_INTEGER }, "b ›c ›d ›a e"],
  ["not into itself", "b", { parent: "b", at: 0 }, "a b ›c ›d e"],
  ["not into what is in it", "b", { parent: "c", at: 0 }, "a b ›c ›d e"],
  ["nothing that is not there", "x", { at: 0 }, "a b ›c ›d e"],
] as const)("moved %s", (_, id, to, expected) => {
  const before = structuredClone(menu);
  expect(order(moveItem(menu, id, to))).toBe(expected);
  expect(menu).toEqual(before);
});

test("the last item taken out leaves no empty list behind", () => {
  const left = removeItem(removeItem(menu, "c"), "d");
  expect(left.items[1]).toEqual({ id: "b", label: "ข" });
  expect(order(removeItem(menu, "b"))).toBe("a e");
});

test("put in and changed; undefined takes a member away", () => {
  const put = putItem(menu, { parent: "a", at: 0 }, { id: "n", label: "ใหม่" });
  expect(order(put)).toBe("a ›n b ›c ›d e");
  expect(findItem(setItem(put, "n", { icon: "bell", label: "เก่า" }), "n")!.item).toEqual({ id: "n", label: "เก่า", icon: "bell" });
  expect(findItem(setItem(menu, "c", { target: undefined }), "c")!.item).toEqual({ id: "c", label: "ค" });
});
