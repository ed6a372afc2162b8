// Finding by filter and order, page by page.
import { expect, test } from "vitest";
import type { FindQuery } from "../../../server/storage/port.js";
import { QueryRefused } from "../../../server/storage/refused.js";
import { doc, done, fresh, ids, insert, pages, replace, type Some, type Subject } from "./subject.js";

export function finds(subject: Subject): void {
  const find = (query: FindQuery) => subject.store.find<Some>("records", query);

  async function kept(owner: string, values: Record<string, unknown>[]): Promise<Some[]> {
    const docs = values.map((value) => doc(fresh("r"), owner, value));
    done(await subject.store.commit(docs.map((one) => insert(one))));
    return docs;
  }

  test("orders by several fields, up and down, nothing first, the id last", async () => {
    const owner = fresh("lao");
    const [a, b, c, d, e] = await kept(owner, [
      { state: "x", createdAt: "2" },
      { state: "y", createdAt: "1" },
      { createdAt: "3" },
      { state: "x", createdAt: "1" },
      { state: "x", createdAt: "1" },
    ]);
    const names = new Map([a, b, c, d, e].map((one, i) => [one!.id, "abcde"[i]]));
    const order = async (...sort: string[]) => (await find({ filter: { owner }, sort })).items.map(({ id }) => names.get(id)).join("");
    expect(await order("state", "createdAt")).toBe("cdeab");
    expect(await order("-state", "createdAt")).toBe("bdeac");
    expect(await order("state", "-createdAt")).toBe("cadeb");
    expect(await order("-createdAt", "-id")).toBe("caedb");
    expect(await order("createdAt")).toBe("bdeac");
    expect(await order()).toBe("abcde");
  });

  test.each([["createdAt"], ["-createdAt"], ["state", "-createdAt"], ["-state", "createdAt", "-id"], ["-rev"], []])(
    "pages by %s give everything once, whatever is added or taken meanwhile",
    async (...sort) => {
      const owner = fresh("lao");
      const before = await kept(
        owner,
        Array.from({ length: 40 }, (_, i) => ({ state: ["x", "y", undefined][i % 3], createdAt: String((i * 7) % 10) })),
      );
      const whole = ids((await find({ filter: { owner }, sort, limit: 500 })).items);
      expect(new Set(whole)).toEqual(new Set(ids(before)));
      const seen = await pages(async (after) => {
        const page = await find({ filter: { owner }, sort, limit: 7, ...(after ? { after } : {}) });
        await kept(owner, [
          { state: "x", createdAt: "0" },
          { state: "zz", createdAt: "99" },
        ]);
        return page;
      });
      const known = new Set(ids(before));
      expect(ids(seen).filter((id) => known.has(id))).toEqual(whole);
      expect(new Set(ids(seen)).size).toBe(seen.length);
    },
  );

  test("a page that ends exactly has no next one", async () => {
    const owner = fresh("lao");
    await kept(owner, [{}, {}, {}]);
    expect((await find({ filter: { owner }, limit: 3 })).next).toBeUndefined();
    expect((await find({ filter: { owner }, limit: 2 })).next).toBeDefined();
  });

  test("at most 500 documents a page", async () => {
    const owner = fresh("lao");
    await kept(
      owner,
      Array.from({ length: 510 }, () => ({})),
    );
    const page = await find({ filter: { owner }, limit: 100_000 });
    expect(page.items).toHaveLength(500);
    expect((await find({ filter: { owner }, limit: 500, after: page.next! })).items).toHaveLength(10);
  });

  test("sees what was committed before it was asked, at once", async () => {
    const owner = fresh("lao");
    let [one] = await kept(owner, [{ state: "x", note: "0" }]);
    for (let i = 1; i <= 20; i++) {
      done(await subject.store.commit([replace(one!, { note: String(i) })]));
      one = { ...one!, rev: one!.rev + 1, note: String(i) };
      expect((await find({ filter: { owner, note: String(i) } })).items).toHaveLength(1);
      expect((await find({ filter: { owner, state: "x" } })).items).toMatchObject([{ note: String(i) }]);
    }
  });

  test.each([
    "x",
    "",
    "bm90IGEgY3Vyc29y",
    Buffer.from("[1,2,3,4,5]").toString("base64url"),
    Buffer.from('[{"$gt":""}]').toString("base64url"),
    Buffer.from("null").toString("base64url"),
  ])("refuses a cursor that it did not make: %s", async (after) => {
    await expect(find({ after })).rejects.toMatchObject({ problems: [{ code: "query.bad-cursor", status: 400 }] });
  });

  test.each(["a b", "$where", "x'; DROP TABLE records; --", "__proto__", "a..b", ""])("refuses to sort by %s", async (field) => {
    await expect(find({ sort: [field] })).rejects.toThrow(QueryRefused);
  });
}
