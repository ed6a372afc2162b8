// A list as rows, for a phone: name and state, what and when, number and where.
import { html, nothing, type TemplateResult } from "lit";
import type { RecordList } from "../../schemas/types.js";
import { tag } from "../ui/screen/tag.js";
import { say } from "../ui/words.js";
import { foundOf, leadOf, ownColumns, severalPlaces } from "./list-table.js";
import { marked } from "./marked.js";

export function rowsOf({ columns = [], items, lead }: RecordList, q: string): TemplateResult[] {
  const all = ownColumns(columns, items);
  const [first] = lead === "columns" ? all : [];
  const own = first ? all.slice(1) : all;
  const placed = !first || severalPlaces(items);
  return items.map((row) => {
    // A bare number among other words says nothing; and what is as it should be is quiet in a register.
    const what = own
      .flatMap(({ name, title, numeric }) => (row.columns[name] ? [`${first && numeric ? `${say(title)} ` : ""}${row.columns[name]}`] : []))
      .join(" · ");
    const quiet = first && row.state.final && row.state.look === "ok";
    const where = [row.number, placed ? say(row.place) : ""].filter(Boolean).join(" · ");
    return html`<a class="c" href="/records/${row.id}"><b>${leadOf(row, first, q)}</b>${quiet ? nothing : tag(row.state)}${what ? html`<span class="what">${marked(what, q)}</span>` : nothing}${where ? html`<span class="small">${marked(where, q)}</span>` : nothing}${foundOf(row, q)}</a>`;
  });
}
