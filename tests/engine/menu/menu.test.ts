// Menus as different people see them.
import { expect, test } from "vitest";
import { visibleMenu } from "../../../engine/menu/menu.js";
import type { MenuDefinition, MenuItem } from "../../../schemas/types.js";
import { director, teacher } from "../../help/people.js";

const item = (id: string, more: Partial<MenuItem>): MenuItem => ({ id, label: id, ...more });
const menu = (id: string, order: number, items: MenuItem[]): MenuDefinition => ({ kind: "menu", id, title: id, order, items });
const yes = () => true;
const ids = (items: MenuItem[]): unknown[] => items.map(({ id, items: inner }) => (inner ? { [id]: ids(inner) } : id));

const staff = menu("staff", 20, [
  item("leave", { who: ["school-staff"], target: { form: "leave-request" } }),
  item("register", { who: ["director@school", "clerk"], target: { list: "leave-request" } }),
]);
const help = menu("help", 10, [
  item("report", { who: ["anyone"], target: { form: "problem-report" } }),
  item("home", { target: { link: "https://example.go.th" } }),
]);

test("menus come in their order, each with the items of this person's duties", () => {
  const seen = visibleMenu([staff, help], teacher, yes);
  expect(seen.map(({ id, items }) => ({ [id]: ids(items) }))).toEqual([{ help: ["report", "home"] }, { staff: ["leave"] }]);
});

test("a duty of a kind of organization is only for positions over that kind", () => {
  expect(ids(visibleMenu([staff], director, yes)[0]!.items)).toEqual(["leave", "register"]);
  const overLao = { ...director, positions: director.positions.map((position) => ({ ...position, scopeKind: "lao" })) };
  expect(ids(visibleMenu([staff], overLao, yes)[0]!.items)).toEqual(["leave"]);
});

test("what the policy refuses is not there, and a menu with nothing left is gone", () => {
  expect(visibleMenu([staff], teacher, ({ form }) => form !== "leave-request")).toEqual([]);
});

test("a branch stays with what is visible in it, and goes when nothing is", () => {
  const tree = menu("tree", 1, [
    item("all", { items: [item("mine", { target: { form: "a" } }), item("theirs", { who: ["mayor"], target: { form: "b" } })] }),
    item("nobody", { items: [item("theirs", { who: ["mayor"], target: { form: "b" } })] }),
    item("nowhere", {}),
  ]);
  expect(ids(visibleMenu([tree], teacher, yes)[0]!.items)).toEqual([{ all: ["mine"] }]);
});

test("items do not tell for whom they are", () => {
  expect(JSON.stringify(visibleMenu([staff, help], director, yes))).not.toContain("who");
});

test("a relation to a record gives no menu, as there is no record", () => {
  expect(visibleMenu([menu("m", 1, [item("x", { who: ["author", "handler"], target: { inbox: true } })])], teacher, yes)).toEqual([]);
});
