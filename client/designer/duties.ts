// The duties to choose from: those that positions of the LAO have.
import { commonDuties, dutyOrder, dutyWords } from "../ui/duties.js";
import type { Option } from "./controls.js";

/** Those that positions of the LAO have, after the relations; without any known yet, the common ones. */
export function dutyOptions(used: readonly string[], also: readonly string[] = []): Option[] {
  const own = used.length ? [...new Set(used)].sort((a, b) => dutyOrder(a) - dutyOrder(b)) : commonDuties();
  return [...also, "anyone", ...own].map((id) => ({ id, title: dutyWords(id) }));
}
