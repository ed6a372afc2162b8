// Puts a piece into a template where the cursor is: never into the middle of a tag, and looked up from the top inside a block that looks into something.
import { tagsOf } from "../../definition/template-tags.js";
import { type Piece, written } from "./pieces.js";

export interface Chosen {
  from: number;
  to: number;
}

/** The template with the piece, and where the cursor stands then: behind it, or round what it was put round. */
export function insertPiece(template: string, chosen: Chosen, piece: Piece): { template: string; chosen: Chosen } {
  const from = outside(template, chosen.from);
  const to = Math.max(from, chosen.to > chosen.from ? outside(template, chosen.to) : from);
  const { root, row } = around(template.slice(0, from));
  const { before, after } = written(piece, root, row);
  const inside = template.slice(from, to);
  const next = `${template.slice(0, from)}${before}${after ? inside : ""}${after}${template.slice(to)}`;
  const begin = from + before.length;
  return { template: next, chosen: after ? { from: begin, to: begin + inside.length } : { from: begin, to: begin } };
}

/** Behind the tag, of either kind, in whose middle it lies. */
function outside(template: string, at: number): number {
  const before = template.slice(0, at);
  const brace = at > 0 ? template.lastIndexOf("{{", at - 1) : -1;
  const close = brace < 0 ? -1 : template.indexOf("}}", brace + 2);
  if (close >= 0 && at < close + 2) return outside(template, close + 2);
  const angle = before.lastIndexOf("<");
  if (angle >= 0 && before.lastIndexOf(">") < angle && /^<[/a-z]/i.test(template.slice(angle, angle + 2))) {
    const end = template.indexOf(">", at);
    return end < 0 ? at : end + 1;
  }
  return at;
}

/** Whether paths are to be looked up from the top there, and the table in whose row it stands. */
function around(before: string): { root: string; row?: string } {
  const open: string[] = [];
  for (const { sign, inside } of tagsOf(before).tags) {
    if (sign === "#") open.push(inside);
    else if (sign === "/") open.pop();
  }
  const entered = open.filter((inside) => /^(each|with)\s/.test(inside)).at(-1);
  if (entered === undefined) return { root: "" };
  const row = /^each\s+\S*?([A-Za-z]\w*)\.rows$/.exec(entered)?.[1];
  return { root: "@root.", ...(row === undefined ? {} : { row }) };
}
