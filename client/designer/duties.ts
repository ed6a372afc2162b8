// The duties to choose from: those that positions of the LAO have.
import { commonDuties, dutyOrder, dutyWords } from "../ui/duties.js";
import type { Option } from "./controls.js";

/** How high the highest of these duties stands. */
export const rankOf = (duties: readonly string[]): number => Math.max(-1, ...duties.map(dutyOrder));

/** Each duty once, as offices rank them. */
export const inOrder = (duties: readonly string[]): string[] => [...new Set(duties)].sort((a, b) => dutyOrder(a) - dutyOrder(b));

/** Those that positions of the LAO have, after the relations; without any known yet, the common ones. */
export function dutyOptions(used: readonly string[], also: readonly string[] = []): Option[] {
  const own = used.length ? inOrder(used) : commonDuties();
  return [...also, "anyone", ...own].map((id) => ({ id, title: dutyWords(id) }));
}
