// Search over the names of a whole town, as one types: every letter more is a question, and whoever asks for something else is answered meanwhile.
import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { searchable } from "../../../engine/thai/normalise.js";
import { found, marked, needles } from "../../../server/storage/words.js";
import { seeded } from "../../help/chance.js";
import { doc, done, fresh, ids, insert, type Some, type Subject } from "./subject.js";

const count = 20_000;
const page = 50;
const syllables = ["สม", "ชาย", "ศรี", "บุญ", "มา", "ทอง", "ใจ", "ดี", "แก้ว", "วัน", "เพ็ญ", "รุ่ง", "เดช", "พร", "กนก", "อุไร", "เอก"];

export function bigSearch(subject: Subject): void {
  const owner = fresh("town");
  /** The newest last. */
  const people: { one: Some; text: string }[] = [];

  /** Made once, by the test that runs first. */
  async function town(): Promise<void> {
    if (people.length) return;
    const random = seeded(7);
    const word = () => random.pick(syllables) + random.pick(syllables);
    for (let n = 0; n < count; n++) {
      const text = searchable(`เด็ก${random.pick(["ชาย", "หญิง"])}${word()} ${word()}${random.pick(syllables)}`);
      people.push({ one: doc(fresh("pupil"), owner), text });
    }
    for (let from = 0; from < count; from += 1000) {
      const writes = people.slice(from, from + 1000).map(({ one, text }) => insert(one, { search: { group: "pupils", scopes: ["s"], text } }));
      done(await subject.store.commit(writes));
    }
    await subject.store.indexed();
  }
  const ask = (typed: string) => subject.store.search("records", { owner, groups: ["pupils"], scopes: ["s"], text: searchable(typed), limit: page });
  const expected = (typed: string): string[] => {
    const wanted = needles(searchable(typed));
    const all = people.filter(({ text }) => found(marked(text), wanted)).map(({ one }) => one.id);
    return all.reverse().slice(0, page);
  };

  test("of 20,000 names: each letter more finds the newest of those that hold what was typed", async () => {
    await town();
    for (const whole of ["เด็กหญิงศรีบุญ", "กนกพร", "ใจดี เด็กชายทอง", "ไม่มีใครชื่อนี้"]) {
      for (let letters = 1; letters <= whole.length; letters++) {
        const typed = whole.slice(0, letters);
        expect([typed, ids((await ask(typed)).items)]).toEqual([typed, expected(typed)]);
      }
    }
  });

  test("while many search, others read records one after the other and wait for none of them", async () => {
    await town();
    // Both ways are open before anybody is counted.
    await Promise.all([ask("สม"), subject.store.get("records", people[0]!.one.id)]);
    let searching = true;
    const searches = Promise.all(Array.from({ length: 40 }, (_, n) => ask(`เด็ก${syllables[n % syllables.length]}`))).finally(() => {
      searching = false;
    });
    let read = 0;
    for (; searching; await setImmediate()) if ((await subject.store.get("records", people[read % count]!.one.id)) !== undefined) read++;
    await searches;
    expect(read).toBeGreaterThan(10);
  });
}
