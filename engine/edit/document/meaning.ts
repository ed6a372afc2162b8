// What a tag of a template stands for, found again among the pieces that can be put in: for who reads a template and does not write expressions.
import { type Tag, tagsOf } from "../../definition/template-tags.js";
import { type Around, around } from "./blocks.js";
import { type Piece, pathOf, written } from "./pieces.js";

type FieldPiece = Extract<Piece, { kind: "field" }>;

export type Meaning =
  | { what: "piece"; piece: Piece }
  /** The rows of a table one after the other, or whether something of a question is so. */
  | { what: "rows" | "when"; piece: FieldPiece }
  | { what: "otherwise" | "end" };

/** What stands at a place; nothing where there is no tag, or one that says nothing by itself. */
export function meaningAt(template: string, at: number, pieces: readonly Piece[]): Meaning | undefined {
  const { tags } = tagsOf(template);
  const nth = tags.findIndex((one) => one.at < at && at < one.at + one.whole.length);
  const tag = tags[nth];
  if (!tag) return undefined;
  if (tag.sign === "/") return { what: "end" };
  if (tag.inside === "else") return { what: "otherwise" };
  const place = around(tags.slice(0, nth));
  const exact = pieces.find((piece) => written(piece, "", place.row).before === `{{${tag.sign}${plain(tag)}}}`);
  if (exact) return { what: "piece", piece: exact };
  const about = fieldOf(tag, place, pieces);
  if (!about) return undefined;
  if (tag.sign !== "#") return { what: "piece", piece: about };
  return { what: tag.inside.startsWith("each") ? "rows" : "when", piece: about };
}

const plain = ({ inside }: Tag): string => inside.replace("@root.", "");

/** The question that a path leads into; the innermost, where several do. */
function fieldOf(tag: Tag, { row }: Around, pieces: readonly Piece[]): FieldPiece | undefined {
  const path = `${plain(tag).split(/\s+/).at(-1)}.`;
  const into = pieces.flatMap((piece) => {
    if (piece.kind !== "field") return [];
    const own = piece.table && piece.table.name === row ? `cells.${piece.field.name}.` : `${pathOf(piece.field)}.`;
    return path.startsWith(own) ? [{ piece, length: own.length }] : [];
  });
  return into.sort((a, b) => b.length - a.length)[0]?.piece;
}
