// Every operator finds what engine/query says it means, on any values; what is no operator is refused.
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Filter, Scalar } from "../../../engine/query/filter.js";
import { matches } from "../../../engine/query/matches.js";
import { doc, done, fresh, ids, insert, pages, type Some, type Subject } from "./subject.js";

const scalars: Scalar[] = [null, true, false, 0, 1, -1, 2.5, 10, "", "a", "b", "ก", "เก", "1", "true", "[1]", "null"];
/** What may stand in a stored document, besides nothing at all. */
const values: unknown[] = [...scalars, [], [1], ["a", "b"], [null], {}, { b: 1 }, { b: null }, [{ b: 1 }]];
const fields = ["state", "rev", "answers.a", "answers.a.b", "answers.0", "note"];

const operator = fc.constantFrom("$eq", "$ne", "$gt", "$gte", "$lt", "$lte");
const scalar = fc.constantFrom(...scalars);
const condition = fc.oneof(
  scalar,
  fc.tuple(operator, scalar).map(([name, value]) => ({ [name]: value })),
  fc.tuple(fc.constantFrom("$in", "$nin"), fc.array(scalar, { maxLength: 4 })).map(([name, list]) => ({ [name]: list })),
  fc.boolean().map(($exists) => ({ $exists })),
  fc.tuple(operator, scalar, operator, scalar).map(([a, x, b, y]) => ({ [a]: x, [b]: y })),
);
const leaf = fc.tuple(fc.constantFrom(...fields), condition).map(([field, value]) => ({ [field]: value }) as Filter);
const filters = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 2 },
    { weight: 4, arbitrary: leaf },
    { weight: 1, arbitrary: fc.tuple(leaf, leaf).map(([a, b]) => ({ ...a, ...b }) as Filter) },
    { weight: 1, arbitrary: fc.array(tie("filter"), { minLength: 1, maxLength: 3 }).map(($and) => ({ $and }) as Filter) },
    { weight: 1, arbitrary: fc.array(tie("filter"), { minLength: 1, maxLength: 3 }).map(($or) => ({ $or }) as Filter) },
  ),
})).filter;

export function operators(subject: Subject): void {
  const owner = fresh("lao");
  let docs: Some[] = [];

  beforeAll(async () => {
    docs = values.flatMap((value) => [
      doc(fresh("r"), owner, { state: value }),
      doc(fresh("r"), owner, { answers: { a: value } }),
      doc(fresh("r"), owner, { answers: [value], note: value }),
      { ...doc(fresh("r"), owner, { answers: { a: { b: value } } }), rev: 2 },
    ]);
    done(await subject.store.commit(docs.map((one) => insert(one))));
  });

  /** Every page, so that a filter that is checked late is checked to the end. */
  const found = async (filter: Filter) =>
    ids(await pages((after) => subject.store.find("records", { filter: { $and: [{ owner }, filter] }, limit: 20, ...(after ? { after } : {}) })));

  const each = fields.flatMap((field) =>
    scalars.flatMap((value) =>
      [value, ...["$eq", "$ne", "$gt", "$gte", "$lt", "$lte"].map((name) => ({ [name]: value })), { $in: [value] }, { $nin: [value] }].map(
        (condition) => ({ [field]: condition }) as Filter,
      ),
    ),
  );

  test("each operator on each value in each place", async () => {
    const lists: Filter[] = fields.flatMap((field) =>
      [{ $exists: true }, { $exists: false }, { $in: [] }, { $nin: [] }, { $in: scalars }, { $nin: scalars }].map(
        (condition) => ({ [field]: condition }) as Filter,
      ),
    );
    for (const filter of [...each, ...lists, {}]) {
      expect({ filter, found: await found(filter) }).toEqual({ filter, found: ids(docs.filter((one) => matches(filter, one))) });
    }
  });

  test("any combination of them", async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        expect(await found(filter)).toEqual(ids(docs.filter((one) => matches(filter, one))));
      }),
      { seed: 20261123, numRuns: 150 },
    );
  });

  test.each([
    { state: { $where: "1" } },
    { state: { $regex: ".*" } },
    { $expr: { $eq: [1, 1] } },
    { $where: "sleep(1000)" },
    { $nor: [{ state: "x" }] },
    { $and: [{ $or: [{ state: { $function: "x" } }] }] },
    { state: { $eq: { $gt: "" } } },
    { state: { $in: "x" } },
    { state: { $exists: "yes" } },
    { state: { $gt: [1] } },
    { state: ["x"] },
    { $or: {} },
    [] as unknown,
    "state" as unknown,
    7 as unknown,
  ])("refuses %j", async (filter) => {
    await expect(subject.store.find("records", { filter: filter as Filter })).rejects.toMatchObject({ name: "QueryRefused" });
  });

  test("a value is never taken for a statement", async () => {
    const wild = ["'", '"', "'; DROP TABLE records; --", "$owner", "%", "_", "\\", "{$gt:''}", "๛"];
    const own = fresh("lao");
    const there = wild.map((note) => doc(fresh("r"), own, { note, state: note }));
    done(await subject.store.commit(there.map((one) => insert(one))));
    for (const [i, note] of wild.entries()) {
      for (const field of ["note", "state"])
        expect(ids((await subject.store.find("records", { filter: { owner: own, [field]: note } })).items)).toEqual([there[i]!.id]);
    }
  });
}
