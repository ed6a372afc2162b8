// A run of faults passes only when every part was killed as often as promised and lost nothing; a shorter run must be asked for.
import { expect, test } from "vitest";
import { complaints, type Tried } from "../../scripts/faults/verdict.js";

const part = (name: string, wanted: number, kills?: number, clean = true): Tried => ({ part: name, wanted, clean, ...(kills === undefined ? {} : { kills }) });
const whole = [part("sqlite", 50, 50), part("mongodb", 50, 50), part("primary", 20, 20)];

test.each([
  ["a whole run", whole, false, []],
  ["no mongod", [whole[0]!, part("mongodb", 50), part("primary", 20)], false, ["mongodb: not tried", "primary: not tried"]],
  ["a machine too slow", [whole[0]!, part("mongodb", 50, 31), whole[2]!], false, ["mongodb: killed 31 times of 50"]],
  ["a part that was asked for alone", [part("sqlite", 50, 50)], true, []],
  ["a short run that was asked for, without mongod", [part("sqlite", 5, 4), part("mongodb", 5)], true, []],
  ["something lost in a short run", [part("sqlite", 5, 5, false)], true, ["sqlite: not as it should be"]],
  ["too few, and something lost", [part("sqlite", 50, 2, false)], false, ["sqlite: killed 2 times of 50", "sqlite: not as it should be"]],
])("%s", (_, tried, chosen, said) => {
  expect(complaints(tried, chosen)).toEqual(said);
});
