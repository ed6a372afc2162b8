// Depth and size of plain JSON without recursion: the first thing to know about something that came from outside.
// Five thousand levels of brackets would overflow whatever walks them by calling itself.

export interface Measure {
  levels: number;
  /** Bytes of its JSON, nearly: texts as UTF-8, escapes not counted. */
  bytes: number;
}

/** Measures, giving up as soon as one of the bounds is passed. */
export function measure(value: unknown, most: Measure): Measure {
  let [levels, bytes] = [0, 0];
  const open: [unknown, number][] = [[value, 1]];
  for (let next = open.pop(); next && levels <= most.levels && bytes <= most.bytes; next = open.pop()) {
    const [one, level] = next;
    levels = Math.max(levels, level);
    if (typeof one === "string") bytes += utf8(one) + 2;
    else if (typeof one !== "object" || one === null) bytes += 5;
    else if (Array.isArray(one)) {
      bytes += one.length + 2;
      for (const item of one) open.push([item, level + 1]);
    } else {
      for (const [key, item] of Object.entries(one)) {
        bytes += utf8(key) + 4;
        open.push([item, level + 1]);
      }
    }
  }
  return { levels, bytes };
}

function utf8(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // A surrogate pair is four bytes in two units, so each half adds one.
    if (unit >= 0x800) bytes += unit >= 0xd800 && unit <= 0xdfff ? 1 : 2;
    else if (unit >= 0x80) bytes += 1;
  }
  return bytes;
}
