// Addresses and the screens they show.
import { describe, expect, test } from "vitest";
import { match, routes } from "../../../client/router.js";

const where = (address: string) => {
  const { route, params, query } = match(address);
  return { element: route.element, params, query: Object.fromEntries(query) };
};

describe("an address", () => {
  test.each([
    ["/", "tf-home", {}],
    ["/inbox", "tf-inbox", {}],
    ["/inbox/", "tf-inbox", {}],
    ["/forms/leave-request", "tf-list", { form: "leave-request" }],
    ["/forms/leave-request/new", "tf-fill", { form: "leave-request" }],
    ["/drafts/01J0", "tf-fill", { draft: "01J0" }],
    ["/records/01J0", "tf-record", { record: "01J0" }],
    ["/records/01J0/edit", "tf-fill", { record: "01J0" }],
    ["/forms/a%20b", "tf-list", { form: "a b" }],
    ["/forms/%E0%A4%A", "tf-list", { form: "%E0%A4%A" }],
  ])("%s shows %s", (address, element, params) => {
    expect(where(address)).toEqual({ element, params, query: {} });
  });

  test("keeps its query", () => {
    expect(where("/forms/leave-request?q=บุญ&f.type=sick").query).toEqual({ q: "บุญ", "f.type": "sick" });
  });

  test.each(["/nothing", "/forms", "/forms//new", "/records/01J0/edit/more"])("%s is no place of ours", (address) => {
    expect(where(address).element).toBe("tf-not-found");
  });

  test("is open without signing in only for signing in and setting up", () => {
    expect(routes.filter(({ open }) => open).map(({ path }) => path)).toEqual(["/sign-in", "/setup"]);
  });

  test("stands alone while filling, so that nothing but the form is at the thumb", () => {
    expect(new Set(routes.filter(({ element }) => element === "tf-fill").map(({ frame }) => frame))).toEqual(new Set(["task"]));
  });
});
