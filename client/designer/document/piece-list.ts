// What can be put into a template, in the words of the form: each question with its parts, what is known of every record, who signs.
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../ui/icon.js";
import { dotsThree } from "../../ui/icons/dots-three.js";
import { magnifyingGlass } from "../../ui/icons/magnifying-glass.js";
import { say, t } from "../../ui/words.js";
import type { Piece } from "../engine.js";

export interface PieceList {
  pieces: readonly Piece[];
  sought: string;
  seek: (text: string) => void;
  put: (piece: Piece) => void;
}

type FieldPiece = Extract<Piece, { field: unknown }>;
const isOfField = (piece: Piece): piece is FieldPiece => piece.kind === "field" || piece.kind === "when";

/** What a piece is called: its question, or what it tells. */
export function pieceWords(piece: Piece): string {
  if (piece.kind === "known") return t(`piece.${piece.known}`);
  if (piece.kind === "sign") return say(piece.title);
  return piece.field.schema.title ?? piece.field.name;
}

/** Which part of a question. */
const partWords = (piece: FieldPiece): string => t(piece.kind === "when" ? `piece.when.${piece.when}` : `piece.part.${piece.part}`);

export function pieceList({ pieces, sought, seek, put }: PieceList): TemplateResult {
  const wanted = sought.trim().toLowerCase();
  const found = pieces.filter((piece) => pieceWords(piece).toLowerCase().includes(wanted));
  const ofFields = found.filter(isOfField);
  const ids = [...new Set(ofFields.map(({ field }) => field.id))];
  const plain = (kind: "known" | "sign") => found.filter((piece) => piece.kind === kind);
  const shelf = (title: string, list: readonly Piece[]) =>
    list.length ? html`<h3>${title}</h3><ul>${list.map((piece) => html`<li class="piece">${button(piece, put)}</li>`)}</ul>` : nothing;
  return html`<div class="ctl has-input">${icon(magnifyingGlass)}<input type="search" aria-label=${t("piece.search")} placeholder=${t("piece.search")} .value=${sought} @input=${(
    event: Event,
  ) => seek((event.target as HTMLInputElement).value)} @keydown=${(event: KeyboardEvent) => {
    if (event.key !== "Enter" || !found[0]) return;
    event.preventDefault();
    seek("");
    put(found[0]);
  }}></div>
    <p class="help">${t("piece.help")}</p>
    ${
      ids.length
        ? html`<h3>${t("piece.fields")}</h3><ul>${ids.map((id) => {
            const [first, ...rest] = ofFields.filter(({ field }) => field.id === id);
            const column = first!.kind === "field" && first!.table;
            return html`<li class="piece ${column ? "column" : ""}">${button(first!, put)}${rest.length ? html`<details><summary aria-label=${t("piece.more", { title: pieceWords(first!) })} title=${t("piece.more", { title: pieceWords(first!) })}>${icon(dotsThree)}</summary><span class="parts">${rest.map((piece) => html`<button type="button" class="part" aria-label=${t("piece.partOf", { part: partWords(piece), title: pieceWords(piece) })} @click=${() => put(piece)}>${partWords(piece)}</button>`)}</span></details>` : nothing}</li>`;
          })}</ul>`
        : nothing
    }
    ${shelf(t("piece.known"), plain("known"))}${shelf(t("piece.signs"), plain("sign"))}
    ${found.length ? nothing : html`<p class="small" role="status">${t("piece.none")}</p>`}`;
}

const button = (piece: Piece, put: (piece: Piece) => void): TemplateResult =>
  html`<button type="button" class="put" title=${t("piece.put", { title: pieceWords(piece) })} @click=${() => put(piece)}>${pieceWords(piece)}</button>`;
