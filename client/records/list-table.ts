// A list as a table, for a PC: number, who, where, the form's own columns, and the state; a register begins with what it is about, and says where
// only if that differs. Heads that sort are buttons.
import { html, nothing, type TemplateResult } from "lit";
import type { ListColumn, RecordList, RecordRow } from "../../schemas/types.js";
import { icon } from "../ui/icon.js";
import { caretDown } from "../ui/icons/caret-down.js";
import { caretUp } from "../ui/icons/caret-up.js";
import { nameOf } from "../ui/screen/name.js";
import { tag } from "../ui/screen/tag.js";
import { say, t } from "../ui/words.js";
import { sortOf } from "./list-address.js";
import { marked } from "./marked.js";

export function tableOf(list: RecordList, q: string, sort: string, sortBy: (column: string) => void): TemplateResult {
  const { columns = [], items, lead } = list;
  const all = ownColumns(columns, items);
  const [first] = lead === "columns" ? all : [];
  const own = first ? all.slice(1) : all;
  const numbered = items.some((row) => row.number);
  const placed = !first || severalPlaces(items);
  return html`<table class="list"><thead><tr>
      ${numbered ? numberHead(columns, items, sort, sortBy) : nothing}${first ? head(first, sort, sortBy) : html`<th>${t("list.who")}</th>`}${placed ? html`<th>${t("list.where")}</th>` : nothing}
      ${own.map((column) => head(column, sort, sortBy))}<th>${stateWords(list)}</th></tr></thead>
    <tbody>${items.map(
      (row) => html`<tr>${numbered ? html`<td class="n num">${row.number ? marked(row.number, q) : "–"}</td>` : nothing}
        <td><a class="whole" href="/records/${row.id}"><b>${leadOf(row, first, q)}</b></a>${foundOf(row, q)}</td>${placed ? html`<td>${placeOf(say(row.place))}</td>` : nothing}
        ${own.map((column) => html`<td class=${column.numeric ? "num" : nothing}>${marked(row.columns[column.name] ?? "", q)}</td>`)}
        <td>${tag(row.state)}</td></tr>`,
    )}</tbody></table>`;
}

/** A register may have a status of its own: then where a record stands is called otherwise. */
export const stateWords = ({ columns = [] }: RecordList): string => t(columns.some(({ title }) => say(title) === t("list.state")) ? "list.step" : "list.state");

/** What a row begins with: the register's own first column, or who sent it. */
export function leadOf(row: RecordRow, first: ListColumn | undefined, q: string): unknown {
  const words = first ? row.columns[first.name] : row.author;
  return words ? nameOf(words, (part) => marked(part, q)) : marked(row.title, q);
}

/** Whether the rows are of more than one organization. */
export const severalPlaces = (items: readonly RecordRow[]): boolean => new Set(items.map(({ place }) => say(place))).size > 1;

/** Where the search found it, when nothing else of the row shows it. */
export const foundOf = ({ found }: RecordRow, q: string): TemplateResult | typeof nothing =>
  found ? html`<span class="small found-in">${say(found.title)}: ${marked(found.words, q)}</span>` : nothing;

/** The head of the numbers: the form's own column of them, if the list sorts by it. */
function numberHead(columns: ListColumn[], items: RecordRow[], sort: string, sortBy: (column: string) => void): TemplateResult {
  const own = columns.find(({ name }) => items.some((row) => row.number !== undefined && row.columns[name] === row.number));
  return head({ name: own?.name ?? "", title: t("list.number"), numeric: true, ...(own?.sortable && { sortable: true }) }, sort, sortBy);
}

/** "โรงเรียนเทศบาล 2 (บ้านคลองบัว)" on two lines, none of them broken. */
function placeOf(place: string): TemplateResult {
  const [, name = place, bracket] = /^(.+) \((.+)\)$/.exec(place) ?? [];
  return html`${name}${bracket ? html`<br><span class="small n">${bracket}</span>` : nothing}`;
}

/** The form's columns, without the one that only says the number again. */
export function ownColumns(columns: ListColumn[], items: RecordRow[]): ListColumn[] {
  return columns.filter(({ name }) => !items.some((row) => row.number !== undefined && row.columns[name] === row.number));
}

function head(column: ListColumn, sort: string, sortBy: (column: string) => void): TemplateResult {
  const how = sortOf(sort, column.name);
  const words = say(column.title);
  if (!column.sortable) return html`<th class=${column.numeric ? "num" : nothing}>${words}</th>`;
  return html`<th class=${column.numeric ? "num" : nothing} aria-sort=${how}><button class="sort" @click=${() => sortBy(column.name)}>${words}${how === "ascending" ? icon(caretUp) : how === "descending" ? icon(caretDown) : nothing}</button></th>`;
}
