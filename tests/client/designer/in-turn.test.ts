// Reading in turn: one at a time, and once more for everything that was asked meanwhile.
import { expect, test } from "vitest";
import { inTurn } from "../../../client/designer/in-turn.js";

test("whatever is asked while it reads is read once more, and not at the same time", async () => {
  const ends: (() => void)[] = [];
  let [now, most] = [0, 0];
  const read = inTurn(async () => {
    most = Math.max(most, ++now);
    await new Promise<void>((end) => ends.push(end));
    now--;
  });
  const all = Promise.all([read(), read(), read()]);
  expect(ends).toHaveLength(1);
  const later = read();
  ends[0]!();
  await expect.poll(() => ends.length).toBe(2);
  ends[1]!();
  await Promise.all([all, later]);
  expect([ends.length, most]).toEqual([2, 1]);
  const again = read();
  expect(ends).toHaveLength(3);
  ends[2]!();
  await again;
});
