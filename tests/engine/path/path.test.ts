// Paths into plain JSON: pointers there and back, replacing without change to the old value, and no way to a prototype.
import fc from "fast-check";
import { expect, test } from "vitest";
import { getAt, parts, pointer, safePath, setAt } from "../../../engine/path/path.js";

test("a pointer gives its parts back", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (path) => {
      expect(parts(pointer(path))).toEqual(path);
    }),
    { seed: 2569 },
  );
});

test("escapes as RFC 6901 says", () => {
  expect(pointer(["a/b", "m~n", 0])).toBe("/a~1b/m~0n/0");
  expect(parts("items/0/qty")).toEqual(["items", "0", "qty"]);
});

test("reads own properties only", () => {
  const answers = { items: [{ qty: 2 }] };
  expect(getAt(answers, ["items", "0", "qty"])).toBe(2);
  expect(getAt(answers, ["items", "length"])).toBeUndefined();
  expect(getAt(answers, ["toString"])).toBeUndefined();
  expect(getAt(answers, ["__proto__", "toString"])).toBeUndefined();
  expect(getAt("text", ["length"])).toBeUndefined();
});

test("replacing leaves the old value as it was and shares the rest", () => {
  const old = { a: { b: 1 }, items: [{ qty: 1 }, { qty: 2 }] };
  const copy = structuredClone(old);
  const next = setAt(old, ["items", "1", "qty"], 5);
  expect(old).toEqual(copy);
  expect(next).toEqual({ a: { b: 1 }, items: [{ qty: 1 }, { qty: 5 }] });
  expect(next.a).toBe(old.a);
  expect(next.items[0]).toBe(old.items[0]);
});

test("makes what is missing on the way, appends and removes", () => {
  expect(setAt({}, ["a", "b"], 1)).toEqual({ a: { b: 1 } });
  expect(setAt({ items: [1] }, ["items", "-"], 2)).toEqual({ items: [1, 2] });
  expect(setAt({ items: [1, 2, 3] }, ["items", "1"], undefined)).toEqual({ items: [1, 3] });
  expect(setAt({ a: 1, b: 2 }, ["a"], undefined)).toEqual({ b: 2 });
  expect(() => setAt({ items: [1] }, ["items", "7"], 2)).toThrow(RangeError);
});

test("keeps the order of keys it replaces", () => {
  expect(Object.keys(setAt({ a: 1, b: 2, c: 3 }, ["b"], 9))).toEqual(["a", "b", "c"]);
});

test("refuses every way to a prototype", () => {
  for (const key of ["__proto__", "constructor", "prototype"]) {
    expect(() => setAt({}, [key, "x"], 1)).toThrow(RangeError);
    expect(() => setAt({ a: {} }, ["a", key], 1)).toThrow(RangeError);
    expect(safePath(["a", key])).toBe(false);
  }
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});
