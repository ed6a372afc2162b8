// Where menu items lead, and which of them the person is at.
import { describe, expect, test } from "vitest";
import { isHere, linkOf, linksOf } from "../../../client/shell/menu-links.js";
import type { MenuItem } from "../../../schemas/types.js";

const item = (target: MenuItem["target"], items?: MenuItem[]): MenuItem => ({ id: "x", label: "x", ...(target && { target }), ...(items && { items }) });

test.each([
  [{ form: "leave-request" }, "/forms/leave-request/new"],
  [{ list: "leave-request" }, "/forms/leave-request"],
  [{ report: "leave-summary" }, "/reports/leave-summary"],
  [{ inbox: true as const }, "/inbox"],
  [{ link: "/notices" }, "/notices"],
  [{ link: "https://dla.go.th/" }, "https://dla.go.th/"],
  // A definition of another LAO is untrusted: no script, no other site in the shape of a path.
  [{ link: "javascript:alert(1)" }, undefined],
  [{ link: "//evil.example" }, undefined],
  [{ link: "data:text/html,x" }, undefined],
])("%o leads to %s", (target, href) => {
  expect(linkOf(item(target)).href).toBe(href);
});

test("only a link to elsewhere opens outside", () => {
  expect([linkOf(item({ link: "https://dla.go.th/" })).outside, linkOf(item({ link: "/notices" })).outside]).toEqual([true, undefined]);
});

test("items inside an item come after it; one that only holds others is no link", () => {
  const group = { id: "g", title: "g", items: [item(undefined, [item({ form: "a" }), item({ list: "a" })]), item({ inbox: true })] };
  expect(linksOf(group).map(({ href }) => href)).toEqual(["/forms/a/new", "/forms/a", "/inbox"]);
});

describe("being at a link", () => {
  test.each([
    ["/", "/", true],
    ["/", "/inbox", false],
    ["/inbox", "/inbox", true],
    ["/forms/a", "/forms/a", true],
    ["/forms/a", "/forms/a/new", false],
    ["/forms/a", "/forms/ab", false],
  ])("%s while at %s: %s", (href, path, here) => expect(isHere(href, path)).toBe(here));
});
