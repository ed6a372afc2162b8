// The two parts that keep a key press small: a list that shares what did not change, and a queue in order.
import fc from "fast-check";
import { expect, test } from "vitest";
import { Queue } from "../../../engine/form-state/queue.js";
import { Vector } from "../../../engine/form-state/vector.js";

test("a vector is a list: whatever is set, the others and the old one stay", () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 200 }), fc.array(fc.tuple(fc.nat(), fc.integer())), (items, sets) => {
      let [vector, list] = [Vector.from(items), items];
      for (const [where, item] of sets) {
        const at = where % items.length;
        const [before, was] = [vector, list];
        vector = vector.set(at, item);
        list = list.with(at, item);
        expect(before.toArray()).toEqual(was);
      }
      expect([vector.toArray(), [...vector], vector.length, vector.get(items.length)]).toEqual([list, list, items.length, undefined]);
      expect(list.map((_, at) => vector.get(at))).toEqual(list);
    }),
    { numRuns: 200, seed: 1 },
  );
});

test("a queue gives the least rank first, each place once, and takes more while it is emptied", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30)), fc.array(fc.nat(30)), (first, later) => {
      const queue = new Queue();
      const add = (rank: number) => queue.add(rank, `${rank}`, { index: rank, rows: [] });
      first.forEach(add);
      const taken: number[] = [];
      let [more, at] = [later, -1];
      for (let places = queue.take(); places; places = queue.take()) {
        for (const { index } of places) {
          taken.push(index);
          at = index;
        }
        const [next, ...rest] = more;
        more = rest;
        // What is worked out wakes only what comes after it.
        if (next !== undefined) add(at + 1 + next);
      }
      expect(taken).toEqual([...taken].sort((a, b) => a - b));
      expect(new Set(taken).size).toBe(taken.length);
      for (const rank of first) expect(taken).toContain(rank);
    }),
    { numRuns: 200, seed: 2 },
  );
});
