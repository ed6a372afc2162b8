// Group commit by itself: what goes together, in which order, and what becomes of it when a batch fails.
import { expect, test } from "vitest";
import { Committer, type Verdict } from "../../server/storage/committer.js";
import type { Write } from "../../server/storage/port.js";
import { doc, insert } from "./contract/subject.js";

const good: Verdict = { numbers: {}, events: [] };
const list = (id: string): Write[] => [insert(doc(id, "lao"))];
const named = (lists: Write[][]) => lists.map((writes) => writes.map((write) => ("doc" in write ? write.doc.id : "")).join("+")).join(" ");

/** A committer whose batches end when the test says so. */
function held() {
  const batches: string[] = [];
  const ends: ((error?: Error) => void)[] = [];
  const committer = new Committer(
    (lists) =>
      new Promise((resolve, reject) => {
        batches.push(named(lists));
        ends.push((error) => (error ? reject(error) : resolve(lists.map(() => good))));
      }),
  );
  return { committer, batches, end: (error?: Error) => ends.shift()!(error) };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

test("a list alone goes at once, what comes meanwhile goes together, one batch at a time", async () => {
  const { committer, batches, end } = held();
  const first = committer.commit(list("a"));
  await turn();
  expect(batches).toEqual(["a"]);
  const others = ["b", "c", "d"].map((id) => committer.commit(list(id)));
  await turn();
  await turn();
  expect(batches).toEqual(["a"]);
  end();
  expect(await first).toBe(good);
  await turn();
  expect(batches).toEqual(["a", "b c d"]);
  end();
  expect(await Promise.all(others)).toEqual([good, good, good]);
  expect(batches).toEqual(["a", "b c d"]);
});

test("what one turn of the event loop brings in shares a batch", async () => {
  const { committer, batches, end } = held();
  const both = [committer.commit(list("a")), committer.commit(list("b"))];
  await turn();
  expect(batches).toEqual(["a b"]);
  end();
  await Promise.all(both);
});

test("a batch that fails rejects its own lists, and the next one goes on", async () => {
  const { committer, batches, end } = held();
  const first = committer.commit(list("a")).catch((error: Error) => error.message);
  await turn();
  const second = committer.commit(list("b"));
  end(new Error("the disk went away"));
  expect(await first).toBe("the disk went away");
  await turn();
  end();
  expect(await second).toBe(good);
  expect(batches).toEqual(["a", "b"]);
});

test("a batch is bounded in lists and in writes, but one list alone is never split", async () => {
  const { committer, batches, end } = held();
  const first = committer.commit(list("a"));
  await turn();
  const large = Array.from({ length: 5_000 }, (_, i) => insert(doc(`x${i}`, "lao")));
  const rest = [committer.commit(large), ...Array.from({ length: 300 }, (_, i) => committer.commit(list(`y${i}`)))];
  for (let i = 0; i < 4; i++) {
    end();
    await turn();
  }
  await Promise.all([first, ...rest]);
  expect(batches.map((batch) => batch.split(" ").length)).toEqual([1, 1, 256, 44]);
});

test("closing waits for what was handed in and takes no more", async () => {
  const { committer, end } = held();
  const last = committer.commit(list("a"));
  const closed = committer.close();
  await expect(committer.commit(list("b"))).rejects.toThrow("closed");
  await turn();
  end();
  await closed;
  expect(await last).toBe(good);
});

test("what is written beside the batches runs between them, at once when there is none, and its fault is its own", async () => {
  const { committer, batches, end } = held();
  expect(await committer.whenFree(() => "free")).toBe("free");
  const first = committer.commit(list("a"));
  await turn();
  const second = committer.commit(list("b"));
  const seen: string[] = [];
  const beside = [
    committer.whenFree(() => seen.push(batches.join(" "))),
    committer.whenFree(() => {
      throw new Error("the disk is full");
    }),
  ];
  await turn();
  expect(seen).toEqual([]);
  end();
  await first;
  expect((await Promise.allSettled(beside)).map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
  expect(seen).toEqual(["a"]);
  end();
  await second;
  const last = committer.whenFree(() => "after");
  expect(await last).toBe("after");
});
