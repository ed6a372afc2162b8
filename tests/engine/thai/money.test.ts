// Money and numbers as an office counts, writes and says them.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bahtText, largestBaht } from "../../../engine/thai/baht.js";
import { formatNumber, fromSatang, places, roundHalfAway, toSatang } from "../../../engine/thai/money.js";

const satang = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });

describe("rounds halves away from zero, as written in decimal", () => {
  test.each([
    [1.005, 2, 1.01],
    [2.675, 2, 2.68],
    [1.255, 2, 1.26],
    [-1.005, 2, -1.01],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [-0.4, 0, 0],
    [0.07, 2, 0.07],
    [1250, -2, 1300],
    [1e21, 2, 1e21],
    [1e-7, 2, 0],
    [5e-7, 6, 0.000001],
    [Number.POSITIVE_INFINITY, 2, Number.POSITIVE_INFINITY],
  ])("%d to %i places is %d", (value, decimals, rounded) => {
    expect(roundHalfAway(value, decimals)).toBe(rounded);
  });

  test("like arithmetic on the digits", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999n }), (thousandths) => {
        const rounded = (thousandths + 5n) / 10n;
        expect(roundHalfAway(Number(`${thousandths}e-3`), 2)).toBe(Number(`${rounded}e-2`));
      }),
      { numRuns: 3000, seed: 2569 },
    );
  });
});

test("satang there and back", () => {
  fc.assert(
    fc.property(satang, (amount) => {
      expect(toSatang(fromSatang(amount))).toBe(amount);
    }),
    { seed: 2569 },
  );
  expect(toSatang(0.07)).toBe(7);
  expect(toSatang(99.999)).toBe(10_000);
  expect(toSatang(1.005)).toBe(101);
});

test.each([
  [1234.5, 2, "1,234.50"],
  [1234567.891, undefined, "1,234,567.891"],
  [-1234.5, undefined, "-1,234.5"],
  [0, undefined, "0"],
  [999, 0, "999"],
  [0.005, 2, "0.01"],
  [1e-7, undefined, "0.0000001"],
  [100000, undefined, "100,000"],
])("%d with %s decimals is %s", (value, decimals, words) => {
  expect(formatNumber(value, decimals)).toBe(words);
});

test("decimals as written", () => {
  expect([1, 1.5, 0.07, 1e-7, 1.5e-7, 1e21].map(places)).toEqual([0, 1, 2, 7, 8, 0]);
});

describe("baht in words", () => {
  test.each([
    [21, "ยี่สิบเอ็ดบาทถ้วน"],
    [101, "หนึ่งร้อยเอ็ดบาทถ้วน"],
    [1_000_000.25, "หนึ่งล้านบาทยี่สิบห้าสตางค์"],
    [0.5, "ห้าสิบสตางค์"],
    [0, "ศูนย์บาทถ้วน"],
    [1, "หนึ่งบาทถ้วน"],
    [10, "สิบบาทถ้วน"],
    [11, "สิบเอ็ดบาทถ้วน"],
    [20, "ยี่สิบบาทถ้วน"],
    [100, "หนึ่งร้อยบาทถ้วน"],
    [111, "หนึ่งร้อยสิบเอ็ดบาทถ้วน"],
    [1001, "หนึ่งพันเอ็ดบาทถ้วน"],
    [12_345.67, "หนึ่งหมื่นสองพันสามร้อยสี่สิบห้าบาทหกสิบเจ็ดสตางค์"],
    [999_999, "เก้าแสนเก้าหมื่นเก้าพันเก้าร้อยเก้าสิบเก้าบาทถ้วน"],
    [1_000_001, "หนึ่งล้านเอ็ดบาทถ้วน"],
    [11_000_000, "สิบเอ็ดล้านบาทถ้วน"],
    [21_000_021, "ยี่สิบเอ็ดล้านยี่สิบเอ็ดบาทถ้วน"],
    [1_000_000_000_000, "หนึ่งล้านล้านบาทถ้วน"],
    [0.01, "หนึ่งสตางค์"],
    [0.21, "ยี่สิบเอ็ดสตางค์"],
    [1.01, "หนึ่งบาทหนึ่งสตางค์"],
    [99.999, "หนึ่งร้อยบาทถ้วน"],
    [0.001, "ศูนย์บาทถ้วน"],
    [-50, "ลบห้าสิบบาทถ้วน"],
  ])("%d", (amount, words) => {
    expect(bahtText(amount)).toBe(words);
  });

  test("different amounts have different words", () => {
    fc.assert(
      fc.property(satang, satang, (a, b) => {
        expect(bahtText(fromSatang(a)) === bahtText(fromSatang(b))).toBe(a === b);
      }),
      { seed: 2569 },
    );
  });

  test("beyond what a number holds to the satang there are none", () => {
    expect(bahtText(largestBaht)).toMatch(/สตางค์$/);
    expect(() => bahtText(largestBaht * 10)).toThrow(RangeError);
    expect(() => bahtText(Number.NaN)).toThrow(RangeError);
  });
});
