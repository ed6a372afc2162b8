// The memory of compiled forms: bounded, shared by those who ask at once, and without failures.
import { expect, test } from "vitest";
import { Memory } from "../../server/definitions/memory.js";

test("makes a thing once, also for two who ask at once", async () => {
  const memory = new Memory<number>(2);
  let made = 0;
  const make = async () => ++made;
  expect(await Promise.all([memory.once("a", make), memory.once("a", make)])).toEqual([1, 1]);
});

test("forgets the least lately used", async () => {
  const memory = new Memory<string>(2);
  const made: string[] = [];
  const ask = (key: string) =>
    memory.once(key, async () => {
      made.push(key);
      return key;
    });
  for (const key of ["a", "b", "a", "c", "a", "b"]) await ask(key);
  expect(made).toEqual(["a", "b", "c", "b"]);
});

test("keeps no failure", async () => {
  const memory = new Memory<string>(2);
  await expect(memory.once("a", () => Promise.reject(new Error("not now")))).rejects.toThrow("not now");
  expect(await memory.once("a", async () => "now")).toBe("now");
});
