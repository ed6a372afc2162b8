// A line of the side table is its key alone, and lies in the order of its key: one place in one tree, where lists read it.
// place, k1, k2 and id stand one after the other, parted by the lowest letter there is, so that keys compare as their parts do.
import { createHash } from "node:crypto";
import type { Collection, Entry } from "../port.js";

const part = "\u0000";
/** Above `part` and at or below every letter of an escaped text. */
const above = "\u0001";

/** The two lowest letters are written as two, so that none stands for the end of a part; the order stays. */
const escaped = (text: string): string =>
  text.includes(part) || text.includes(above) ? text.replaceAll(above, "\u0001\u0002").replaceAll(part, "\u0001\u0001") : text;
const plain = (text: string): string => (text.includes(above) ? text.replaceAll("\u0001\u0001", part).replaceAll("\u0001\u0002", above) : text);

/** Views and scopes are long texts that stand in every line: their hash stands for them. Hashes of those used lately are remembered. */
const places = new Map<string, string>();
const mostPlaces = 100_000;

export function placeOf(collection: Collection, view: string, scope: string): string {
  const name = JSON.stringify([collection, view, scope]);
  let place = places.get(name);
  if (place === undefined) {
    place = createHash("sha256").update(name).digest("base64url").slice(0, 16);
    if (places.size >= mostPlaces) places.clear();
    places.set(name, place);
  }
  return place;
}

/** As its document keeps it: all but the document's id. */
export const shortKey = (collection: Collection, { view, scope, k1, k2 }: Entry): string =>
  `${placeOf(collection, view, scope)}${part}${escaped(k1)}${part}${escaped(k2)}`;

export const lineKey = (short: string, id: string): string => `${short}${part}${escaped(id)}`;

export function lineOf(key: string): { k2: string; id: string } {
  const [, , k2, id] = key.split(part);
  return { k2: plain(k2!), id: plain(id!) };
}

/** From here (inclusive) to there (exclusive). */
export interface Range {
  from: string;
  to: string;
}

/** The lines of one `k1`, with their `k2` from and to. */
export function linesOf(place: string, k1: string, k2: { from?: string | undefined; to?: string | undefined }): Range {
  const prefix = `${place}${part}${escaped(k1)}`;
  return {
    from: `${prefix}${part}${k2.from === undefined ? "" : escaped(k2.from)}`,
    to: k2.to === undefined ? `${prefix}${above}` : `${prefix}${part}${escaped(k2.to)}`,
  };
}

/** The lines that have any `k1`. */
export const filteredLines = (place: string): Range => ({ from: `${place}${part}${above}`, to: `${place}${above}` });

/** Where a line of this place stands that has these values. */
export const positionOf = (place: string, k1: string, { k2, id }: { k2: string; id: string }): string =>
  `${place}${part}${escaped(k1)}${part}${escaped(k2)}${part}${escaped(id)}`;
