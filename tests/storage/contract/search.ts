// Thai search: a part of a word is found, one or two letters where a word begins; both sides are normalised by engine/thai.
import { expect, test } from "vitest";
import { searchable } from "../../../engine/thai/normalise.js";
import { doc, done, fresh, ids, insert, pages, replace, type Some, type Subject } from "./subject.js";

const texts = {
  somchai: "เด็กชายสมชาย ใจดี ชั้น ป.๑/๒",
  somsri: "เด็กหญิงสมศรี รักเรียน เลขที่ 125",
  nam: "น้ำท่วมอาคารเรียน",
  latin: 'Projector EPSON-X05 "ชำรุด" (100%)',
  long: "โรงเรียนเทศบาลบ้านหนองน้ำใส ตำบลหนองน้ำใส",
};

export function search(subject: Subject): void {
  const find = async (owner: string, text: string, more: Partial<{ groups: string[]; scopes: string[] }> = {}) =>
    ids((await subject.store.search("records", { owner, groups: ["g"], scopes: ["s"], text: searchable(text), limit: 50, ...more })).items);

  async function keep(owner: string, text: string, group = "g", scopes = ["s"]): Promise<Some> {
    const one = doc(fresh("r"), owner);
    done(await subject.store.commit([insert(one, { search: { group, scopes, text: searchable(text) } })]));
    return one;
  }
  async function all(owner: string): Promise<Map<string, string>> {
    const names = new Map<string, string>();
    for (const [name, text] of Object.entries(texts)) names.set((await keep(owner, text)).id, name);
    await subject.store.indexed();
    return names;
  }

  test("a part of a word, a prefix of one or two letters, several words, any writing of digits and vowels", async () => {
    const owner = fresh("lao");
    const names = await all(owner);
    const table: [string, string[]][] = [
      ["สมชาย", ["somchai"]],
      ["ชายสม", ["somchai"]],
      ["เด็ก", ["somchai", "somsri"]],
      ["เรียน", ["somsri", "nam", "long"]],
      ["ใจ", ["somchai"]],
      ["สม", []],
      ["เ", ["somchai", "somsri"].concat([])],
      ["น้", ["nam"]],
      ["หนองน้ำ", ["long"]],
      ["หนองน้ํา", ["long"]],
      ["ป.1/2", ["somchai"]],
      ["ป.๑/๒", ["somchai"]],
      ["๑๒๕", ["somsri"]],
      ["125", ["somsri"]],
      ["epson", ["latin"]],
      ["EPSON-x05", ["latin"]],
      ["ใจดี เด็กชาย", ["somchai"]],
      ["เด็ก รัก", ["somsri"]],
      ['"ชำรุด"', ["latin"]],
      ["100%", ["latin"]],
      ["(1", ["latin"]],
      ["_", []],
      ["%", []],
      ["AND", []],
      ["สมหญิง", []],
      ["", []],
      ["   ", []],
    ];
    for (const [text, expected] of table) expect([text, (await find(owner, text)).map((id) => names.get(id)).sort()]).toEqual([text, [...expected].sort()]);
  });

  test("only in its owner, its groups and its scopes", async () => {
    const [owner, other] = [fresh("lao"), fresh("lao")];
    const a = await keep(owner, "หนังสือเดินทาง", "leave", ["school-1", "lao"]);
    const b = await keep(owner, "หนังสือเดินทาง", "trip", ["school-2", "lao"]);
    await keep(other, "หนังสือเดินทาง", "leave", ["school-1", "lao"]);
    await subject.store.indexed();
    const of = async (groups: string[], scopes: string[]) => (await find(owner, "เดินทาง", { groups, scopes })).sort();
    expect(await of(["leave"], ["lao"])).toEqual([a.id]);
    expect(await of(["leave", "trip"], ["lao"])).toEqual([a.id, b.id]);
    expect(await of(["leave", "trip"], ["school-2"])).toEqual([b.id]);
    expect(await of(["leave", "trip"], ["school-1", "school-2", "lao"])).toEqual([a.id, b.id]);
    expect(await of(["leave"], ["school-3"])).toEqual([]);
    expect(await of([], ["lao"])).toEqual([]);
    expect(await of(["leave"], [])).toEqual([]);
  });

  test("a changed text is found by its new words only; an unsaid one stays", async () => {
    const owner = fresh("lao");
    const one = await keep(owner, "หลังคารั่ว");
    await subject.store.indexed();
    done(await subject.store.commit([replace(one, {}, { search: { group: "g", scopes: ["s"], text: "ประตูพัง" } })]));
    await subject.store.indexed();
    expect([await find(owner, "หลังคา"), await find(owner, "ประตู")]).toEqual([[], [one.id]]);
    done(await subject.store.commit([replace({ ...one, rev: 2 }, { note: "x" })]));
    await subject.store.indexed();
    expect(await find(owner, "ประตู")).toEqual([one.id]);
  });

  test("newest first, page by page, each once, whatever comes meanwhile", async () => {
    const owner = fresh("lao");
    const docs: Some[] = [];
    for (let i = 0; i < 25; i++) docs.push(await keep(owner, `คำขอซ่อมแซม ${i}`));
    await subject.store.indexed();
    const seen = await pages(async (after) => {
      const page = await subject.store.search("records", { owner, groups: ["g"], scopes: ["s"], text: "ซ่อมแซม", limit: 4, ...(after ? { after } : {}) });
      await keep(owner, "ซ่อมแซม ใหม่");
      await subject.store.indexed();
      return page;
    });
    expect(ids(seen)).toEqual(ids(docs).reverse());
  });

  test("finds by itself within a second or so, without being asked to wait for the index", async () => {
    const owner = fresh("lao");
    const one = await keep(owner, "ขออนุญาตไปราชการ");
    let found: string[] = [];
    // Ends by itself; the test's own time limit is the only clock.
    while (found.length === 0) found = await find(owner, "ไปราชการ");
    expect(found).toEqual([one.id]);
  });

  test.each(["x", Buffer.from('[{"a":1}]').toString("base64url")])("refuses a cursor that it did not make: %s", async (after) => {
    const query = { owner: fresh("lao"), groups: ["g"], scopes: ["s"], text: "สมชาย", limit: 5, after };
    await expect(subject.store.search("records", query)).rejects.toMatchObject({ name: "QueryRefused" });
  });
}
