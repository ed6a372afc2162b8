// One way to write each Thai text: what is saved, and what search compares.
import { arabicDigits } from "./digits.js";

// Invisible signs: zero-width spaces and joiners, soft hyphens, marks of direction. They look like nothing and break every comparison.
// A joiner stays before a picture: families and flags are made of several.
const invisible = /[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|\u200d(?!\p{Extended_Pictographic})/gu;
const loneSurrogate = /[\ud800-\udfff]/gu;

/**
 * A text as it is saved: composed (NFC), without invisible signs; ํา as ำ with its tone before it, เเ as แ,
 * a mark typed twice once, a vowel before its tone; lines end with \n.
 */
export function normalise(text: string): string {
  // Plain ASCII, the most common by far for codes and numbers, has nothing to mend.
  if (/^[\t\n -~]*$/.test(text)) return text;
  // Mending one thing can uncover another, rarely more than once.
  let mended = text;
  for (let i = 0, before = ""; before !== mended && i < 5; i++) [before, mended] = [mended, mend(mended)];
  return mended;
}

/** A text as search compares it: normalised, lower case, Arabic digits, single spaces. */
export function searchable(text: string): string {
  return arabicDigits(normalise(text).toLowerCase()).replace(/\s+/g, " ").trim();
}

// Phinthu, vowels below, vowels above, tones, the rest: the order in which they are read, and NFC's where it has one.
const ranks = [/\u0e3a/, /[\u0e38\u0e39]/, /[\u0e31\u0e34-\u0e37\u0e47\u0e4d]/, /[\u0e48-\u0e4b]/, /./];
const rank = (mark: string) => ranks.findIndex((those) => those.test(mark));

function ordered(marks: string): string {
  return [...new Set(marks)].sort((a, b) => rank(a) - rank(b)).join("");
}

function mend(text: string): string {
  return (
    text
      .replace(loneSurrogate, "\ufffd")
      .replace(invisible, "")
      .normalize("NFC")
      .replace(/\r\n?/g, "\n")
      .replace(/เ{2}/g, "แ")
      // Marks above and below, in the order of writing: vowel, tone, each once.
      .replace(/[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{2,}/g, ordered)
      // Nikhahit and aa are one letter, its tone stands before it.
      .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, "$1\u0e33")
      .replace(/\u0e33([\u0e48-\u0e4b])/g, "$1\u0e33")
  );
}
