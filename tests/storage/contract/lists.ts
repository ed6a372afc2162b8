// Lists by the side table: in the order of (k2, id), by scope, by filter value, a page at a time.
import { beforeAll, expect, test } from "vitest";
import { sortKey } from "../../../engine/thai/sort-key.js";
import type { Entry, ListQuery } from "../../../server/storage/port.js";
import { doc, done, fresh, ids, insert, pages, replace, type Some, type Subject } from "./subject.js";

export function lists(subject: Subject): void {
  const list = (query: Partial<ListQuery> & { view: string }) => subject.store.list<Some>("records", { scopes: ["s"], limit: 100, ...query });
  const names = async (query: Partial<ListQuery> & { view: string }) => (await list(query)).items.map(({ name }) => name).join(" ");

  async function keep(owner: string, name: string, entries: Omit<Entry, "view">[]): Promise<Some> {
    const one = doc(fresh("r"), owner, { name });
    done(await subject.store.commit([insert(one, { entries: entries.map((entry) => ({ view: owner, ...entry })) })]));
    return one;
  }

  test("by k2 and then by id, up and down, from and to", async () => {
    const view = fresh("lao");
    for (const [name, k2] of [
      ["b", "2"],
      ["a", "1"],
      ["d", "3"],
      ["c", "2"],
    ] as const)
      await keep(view, name, [{ scope: "s", k1: "", k2 }]);
    expect(await names({ view })).toBe("a b c d");
    expect(await names({ view, descending: true })).toBe("d c b a");
    expect(await names({ view, from: "2" })).toBe("b c d");
    expect(await names({ view, to: "3" })).toBe("a b c");
    expect(await names({ view, from: "2", to: "3", descending: true })).toBe("c b");
    expect(await names({ view, scopes: ["other"] })).toBe("");
    expect(await names({ view, scopes: [] })).toBe("");
    expect(await names({ view: fresh("lao") })).toBe("");
  });

  test("by one k1, by no k1, and by any", async () => {
    const view = fresh("lao");
    await keep(view, "a", [{ scope: "s", k1: "sick", k2: "1" }]);
    await keep(view, "b", [{ scope: "s", k1: "", k2: "2" }]);
    await keep(view, "c", [
      { scope: "s", k1: "personal", k2: "3" },
      { scope: "s", k1: "sick", k2: "3" },
    ]);
    expect(await names({ view, k1: "sick" })).toBe("a c");
    expect(await names({ view, k1: "" })).toBe("b");
    expect(await names({ view })).toBe("a b c");
    expect(await names({ view, descending: true, limit: 2 })).toBe("c b");
  });

  test("a document of two scopes is shown once", async () => {
    const view = fresh("lao");
    for (let i = 0; i < 9; i++)
      await keep(view, String(i), [{ scope: "school", k1: "", k2: String(i) }, ...(i % 2 ? [{ scope: "lao", k1: "", k2: String(i) }] : [])]);
    await keep(view, "x", [{ scope: "lao", k1: "", k2: "4" }]);
    const scopes = ["school", "lao", "school"];
    expect(await names({ view, scopes })).toBe("0 1 2 3 4 x 5 6 7 8");
    expect((await pages((after) => list({ view, scopes, limit: 3, ...(after ? { after } : {}) }))).map(({ name }) => name).join(" ")).toBe(
      "0 1 2 3 4 x 5 6 7 8",
    );
    expect((await pages((after) => list({ view, scopes, limit: 3, descending: true, ...(after ? { after } : {}) }))).map(({ name }) => name).join(" ")).toBe(
      "8 7 6 5 x 4 3 2 1 0",
    );
    const query = { view, scopes };
    expect(await subject.store.count("records", query, 100)).toBe(10);
    expect(await subject.store.count("records", query, 4)).toBe(4);
    expect(await subject.store.count("records", { ...query, from: "3", to: "5" }, 100)).toBe(3);
    expect(await subject.store.count("records", { ...query, k1: "none" }, 100)).toBe(0);
  });

  test("pages stay true while documents come, move and go", async () => {
    const view = fresh("lao");
    const docs: Some[] = [];
    for (let i = 10; i < 40; i++) docs.push(await keep(view, String(i), [{ scope: "s", k1: "", k2: String(i) }]));
    let round = 0;
    const seen = await pages(async (after) => {
      const page = await list({ view, limit: 4, ...(after ? { after } : {}) });
      // Before the cursor and at the end; the first one moves behind everything.
      await keep(view, "early", [{ scope: "s", k1: "", k2: "00" }]);
      if (round++ < 3) await keep(view, "late", [{ scope: "s", k1: "", k2: "90" }]);
      if (round === 2) done(await subject.store.commit([replace(docs[29]!, {}, { entries: [{ view, scope: "s", k1: "", k2: "05" }] })]));
      return page;
    });
    expect(seen.map(({ name }) => name)).toEqual([...Array.from({ length: 29 }, (_, i) => String(i + 10)), "late", "late", "late"]);
  });

  test("a replacement's lines replace the old ones; without any, they stay", async () => {
    const view = fresh("lao");
    let one = await keep(view, "v1", [
      { scope: "s", k1: "", k2: "1" },
      { scope: "t", k1: "", k2: "1" },
    ]);
    const change = async (entries?: Entry[]) => {
      const name = `v${one.rev + 1}`;
      done(await subject.store.commit([replace(one, { name }, entries ? { entries } : {})]));
      one = { ...one, name, rev: one.rev + 1 };
    };
    await change();
    expect([await names({ view }), await names({ view, scopes: ["t"] })]).toEqual(["v2", "v2"]);
    await change([
      { view, scope: "s", k1: "", k2: "1" },
      { view, scope: "u", k1: "", k2: "1" },
    ]);
    expect([await names({ view }), await names({ view, scopes: ["t"] }), await names({ view, scopes: ["u"] })]).toEqual(["v3", "", "v3"]);
    await change([]);
    expect(await names({ view, scopes: ["s", "t", "u"] })).toBe("");
    await change([{ view, scope: "t", k1: "", k2: "1" }]);
    expect(await names({ view, scopes: ["s", "t", "u"] })).toBe("v5");
  });

  test("compares by bytes, whatever stands there", async () => {
    const view = fresh("lao");
    const keys = ["", "A", "a", "é", "ก", "ฮ", "๑", "\uffee", "😀", "a\u0000b", "%", "_", "'"];
    for (const k2 of keys) await keep(view, k2, [{ scope: "s", k1: "", k2 }]);
    const expected = [...keys].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect((await list({ view })).items.map(({ name }) => name)).toEqual(expected);
    expect((await pages((after) => list({ view, limit: 2, ...(after ? { after } : {}) }))).map(({ name }) => name)).toEqual(expected);
  });

  let thai: string;
  const inThaiOrder = [
    "เก",
    "แก",
    "กา",
    "ก้าน",
    "กล้า",
    "เกม",
    "ขาว",
    "เข็ม",
    "คน",
    "ไทย",
    "ท้าย",
    "ผอม",
    "ฝน",
    "สมชาย",
    "สมศรี",
    "เอก",
    "ป.1/2",
    "ป.1/10",
    "ป.2/1",
  ].sort(new Intl.Collator("th", { numeric: true }).compare);
  beforeAll(async () => {
    thai = fresh("lao");
    for (const name of [...inThaiOrder].reverse()) await keep(thai, name, [{ scope: "s", k1: "", k2: sortKey(name) }]);
  });
  test("Thai words stand in Thai order by their stored keys, up and down and over pages", async () => {
    const of = async (descending: boolean, limit: number) =>
      (await pages((after) => list({ view: thai, descending, limit, ...(after ? { after } : {}) }))).map(({ name }) => name);
    expect(await of(false, 100)).toEqual(inThaiOrder);
    expect(await of(false, 4)).toEqual(inThaiOrder);
    expect(await of(true, 3)).toEqual([...inThaiOrder].reverse());
    expect(ids((await list({ view: thai, limit: 1 })).items)).toHaveLength(1);
  });
}
