// What a search offers, and which offers hold what was typed. The search itself (picker.ts) and where it looks (find-choices.ts) load late, each by itself.
import { searchable } from "../../engine/thai/normalise.js";

export interface Offer {
  id: string;
  words: string;
  note?: string;
}
/** Finds what fits; `old` says that it is what this device remembers. */
export type Find = (typed: string) => Promise<{ offers: Offer[]; old: boolean }>;

const most = 50;

/** Those whose words hold what was typed. */
export function matching(offers: Offer[], typed: string): Offer[] {
  const wanted = searchable(typed);
  return offers.filter(({ words }) => searchable(words).includes(wanted)).slice(0, most);
}
