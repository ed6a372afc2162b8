// Thai dictionary order as a key whose bytes compare right in every store, because JavaScript can compare but not make sort keys.
// Equal to Intl.Collator("th", {numeric: true}), ties included, for texts of ASCII, Latin-1, the accents of Latin-1 and the Thai block:
// the property test covers these whole. Other letters come after them, by code point; other punctuation counts for nothing.
import { type Element, elementsOf, numberWeight, pairOf } from "./sort-letters.js";

/** The number of this algorithm: stored beside the keys, which are made anew when it grows. */
export const sortKeyVersion = 1;

/**
 * The key of a text, in characters that compare alike as UTF-8, as UTF-16 and by code point. Three levels with a space between, each
 * for when those before are equal: letters and numbers; tones and accents; capitals and variants. Spaces and punctuation count for
 * nothing, numbers by their value, Thai digits as Arabic.
 */
export function sortKey(text: string): string {
  const points = [...text.normalize("NFD")];
  let letters = "";
  const accents: number[] = [];
  const variants: number[] = [];
  let onPunctuation = false;
  const add = (primary: string, [, accent, variant]: Element) => {
    onPunctuation = false;
    letters += primary;
    accents.push(accent);
    variants.push(variant);
  };
  for (let i = 0; i < points.length; i++) {
    const one = points[i]!;
    if (digit(one) >= 0) {
      let digits = "";
      for (; i < points.length && digit(points[i]!) >= 0; i++) digits += digit(points[i]!);
      i--;
      for (const primary of numbers(digits)) add(primary, [0, 0, 0]);
      continue;
    }
    const pair = pairOf(one, points[i + 1]);
    if (pair) i++;
    const elements = pair ?? elementsOf(one);
    if (elements === "punctuation") onPunctuation = true;
    // A mark on punctuation goes with it.
    else for (const element of elements) if (element[0] > 0 || !onPunctuation) add(element[0] > 0 ? character(element[0]) : "", element);
  }
  return `${letters} ${sparse(accents)} ${sparse(variants)}`.trimEnd();
}

function digit(one: string): number {
  if (one >= "0" && one <= "9") return one.charCodeAt(0) - 48;
  return one >= "๐" && one <= "๙" ? one.charCodeAt(0) - 0xe50 : -1;
}

// A number is its count of digits, then the digits; one longer than 254 digits goes in pieces, as ICU has it.
function numbers(digits: string): string[] {
  const pieces: string[] = [];
  let rest = digits;
  do {
    const value = rest.replace(/^0+(?=\d)/, "");
    const piece = value.slice(0, 254);
    pieces.push(character(numberWeight) + character(piece.length) + piece);
    rest = value.slice(254);
  } while (rest !== "");
  return pieces;
}

// Most weights are 0. Only the others are written, each after how many 0 stand before it: the more, the smaller, as 0 is the smallest.
function sparse(weights: number[]): string {
  let text = "";
  let zeros = 0;
  for (const weight of weights) {
    if (weight === 0) zeros++;
    else {
      for (; zeros >= 60; zeros -= 60) text += "!";
      text += String.fromCharCode(0x22 + 59 - zeros) + character(weight);
      zeros = 0;
    }
  }
  return text;
}

// A weight as a character above the space, without controls; a large one as five.
function character(weight: number): string {
  if (weight < 94) return String.fromCharCode(0x21 + weight);
  if (weight < 300) return String.fromCharCode(0xa1 + weight - 94);
  return `\u07ff${[18, 12, 6, 0].map((shift) => String.fromCharCode(0x21 + ((weight >> shift) & 63))).join("")}`;
}
