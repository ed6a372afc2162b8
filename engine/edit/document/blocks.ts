// What a place in a template is looked up from: the top, or what the blocks around it look into.
import type { Tag } from "../../definition/template-tags.js";

export interface Around {
  /** Before every path that is looked up from the top: nothing where that is the case anyhow. */
  root: string;
  /** The table in whose row it stands. */
  row?: string;
}

/** After these tags. */
export function around(before: readonly Tag[]): Around {
  const open: string[] = [];
  for (const { sign, inside } of before) {
    if (sign === "#") open.push(inside);
    else if (sign === "/") open.pop();
  }
  const entered = open.filter((inside) => /^(each|with)\s/.test(inside)).at(-1);
  if (entered === undefined) return { root: "" };
  const row = /^each\s+\S*?([A-Za-z]\w*)\]?\.rows$/.exec(entered)?.[1];
  return { root: "@root.", ...(row === undefined ? {} : { row }) };
}
