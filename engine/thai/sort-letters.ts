// The letters of the Thai order with their weights: what sort-key.ts makes keys of. Measured on ICU 78, kept by the property test.

/**
 * One weight a level: the letter (0 is none: a mark on the letter before), the accent (0 is none), the variant (0 is the plain or small one).
 */
export type Element = readonly [letter: number, accent: number, variant: number];

const symbols = "`´^¯¨¸°©®+±÷×<=>¬|¦~⁄¤¢$£¥฿";
const superscripts = "¹²³⁴";
// The vowels in the order of the dictionary; ำ is spelled below. Phinthu last.
const vowels = ["\u0e4d", ..."ะ", "\u0e31", "า", "\u0e34", "\u0e35", "\u0e36", "\u0e37", "\u0e38", "\u0e39", ..."เแโใไ", "\u0e3a"];
const thaiLetters = [...range("ก", "ฮ"), ...vowels];
const latin = `${range("a", "z")}þµ`;

// Before the numbers stand the symbols, after them whatever is a letter.
const order = [...symbols, "0", ...superscripts, ...thaiLetters, ...latin];
const weights = new Map(order.map((one, index) => [one, index + 1]));
/** The weight before the digits of every number. */
export const numberWeight = weights.get("0")!;

// Accents of Latin-1, then Thai marks, then what makes ð of d, æ of ae, ß of ss and l· of l.
const accents = ["\u0301", "\u0300", "\u0302", "\u030a", "\u0308", "\u0303", "\u0338", "\u0327", ..."๎์็่้๊๋", "special"];
const accentOf = (one: string) => accents.indexOf(one) + 1;
const special: Element = [0, accentOf("special"), 0];

const punctuation = /[\p{P}\p{Z}\t-\r\u0085ฯๆ]/u;
const ignored = /\p{Cc}|\p{Cf}|\u034f/u;
const mark = /\p{M}/u;

function plain(one: string, variant = 0): Element {
  return [weights.get(one) ?? beyond + one.codePointAt(0)!, 0, variant];
}
// Letters and marks that the tables do not know come after all that they do.
const beyond = 300;

const spelled: Record<string, readonly Element[]> = {
  ๅ: [plain("า", 1)],
  ำ: [plain("า"), plain("ํ", 2)],
  ª: [plain("a", 2)],
  º: [plain("o", 2)],
  "½": [plain("¹"), plain("⁄"), plain("²")],
  "¼": [plain("¹"), plain("⁄"), plain("⁴")],
  "¾": [plain("³"), plain("⁄"), plain("⁴")],
  ß: [plain("s"), special, plain("s")],
  ...bothCases("æ", (variant) => [plain("a", variant), special, plain("e", variant)]),
  ...bothCases("ø", (variant) => [plain("o", variant), [0, accentOf("\u0338"), 0]]),
  ...bothCases("ð", (variant) => [plain("d", variant), special]),
};

const known = new Map<string, readonly Element[] | "punctuation">();

/** The elements of one letter; `punctuation` counts for nothing, and so do the marks on it. */
export function elementsOf(one: string): readonly Element[] | "punctuation" {
  let elements = known.get(one);
  if (!elements) {
    elements = find(one);
    // A few hundred letters make nearly all texts.
    if (known.size < 1000) known.set(one, elements);
  }
  return elements;
}

function find(one: string): readonly Element[] | "punctuation" {
  if (Object.hasOwn(spelled, one)) return spelled[one]!;
  if (weights.has(one)) return [plain(one)];
  if (accents.includes(one)) return [[0, accentOf(one), 0]];
  if (punctuation.test(one)) return "punctuation";
  if (ignored.test(one)) return [];
  if (mark.test(one)) return [[0, beyond + one.codePointAt(0)!, 0]];
  const small = one.toLowerCase();
  return small !== one && [...small].length === 1 ? [plain(small, 1)] : [plain(one)];
}

/** The elements of two letters that stand together and count as others than each alone; `next` may be missing. */
export function pairOf(one: string, next: string | undefined): readonly Element[] | undefined {
  if (next === undefined) return undefined;
  // A leading vowel is read after its consonant.
  if (one >= "เ" && one <= "ไ" && next >= "ก" && next <= "ฮ") return [plain(next), plain(one)];
  if (one === "ํ" && (next === "า" || next === "ๅ")) return [plain("า", next === "ๅ" ? 1 : 0), plain("ํ", 1)];
  if ((one === "l" || one === "L") && next === "·") return [plain("l", one === "L" ? 1 : 0), special];
  return undefined;
}

function bothCases(small: string, elements: (variant: number) => Element[]): Record<string, Element[]> {
  return { [small]: elements(0), [small.toUpperCase()]: elements(1) };
}

function range(from: string, to: string): string {
  let all = "";
  for (let i = from.charCodeAt(0); i <= to.charCodeAt(0); i++) all += String.fromCharCode(i);
  return all;
}
