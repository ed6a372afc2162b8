// What a list shows stands in its address and comes back from it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromAddress, nextSort, sortOf, toAddress, toRequest } from "../../../client/records/list-address.js";

const from = (address: string) => fromAddress(new URLSearchParams(address));

describe("the address of a list", () => {
  test("is empty when nothing was chosen", () => {
    expect(toAddress({ q: "", filter: { type: "" }, sort: "" })).toBe("");
  });

  test("comes back as it went, whatever was typed", () => {
    const name = fc.stringMatching(/^[a-z_][a-z0-9_]{0,8}$/).filter((text) => text !== "__proto__");
    const words = fc.string({ minLength: 1 });
    fc.assert(
      fc.property(fc.string(), fc.dictionary(name, words), fc.constantFrom("", "date", "-date"), (q, filter, sort) => {
        expect(from(toAddress({ q, filter, sort }))).toEqual({ q, filter, sort });
      }),
      { seed: 7 },
    );
  });

  test("asks the server with filters as its own filter language", () => {
    expect(toRequest({ q: " บุญ ", filter: { type: "sick", year: "" }, sort: "-from" }, "c1")).toEqual({
      q: "บุญ",
      filter: '{"type":"sick"}',
      sort: "-from",
      after: "c1",
    });
    expect(toRequest({ q: "  ", filter: {}, sort: "" })).toEqual({ q: undefined, filter: undefined, sort: undefined, after: undefined });
  });
});

describe("the head of a column", () => {
  test("turns from descending to ascending to the form's own order", () => {
    expect(nextSort("", "days")).toBe("-days");
    expect(nextSort("-days", "days")).toBe("days");
    expect(nextSort("days", "days")).toBe("");
    expect(nextSort("-days", "from")).toBe("-from");
  });

  test("says how it is sorted", () => {
    expect([sortOf("-days", "days"), sortOf("days", "days"), sortOf("-days", "from")]).toEqual(["descending", "ascending", "none"]);
  });
});
