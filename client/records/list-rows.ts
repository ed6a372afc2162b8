// A list as rows, for a phone: name and state, what and when, number and where.
import { html, nothing, type TemplateResult } from "lit";
import type { ListColumn, RecordRow } from "../../schemas/types.js";
import { nameOf } from "../ui/screen/name.js";
import { tag } from "../ui/screen/tag.js";
import { say } from "../ui/words.js";
import { foundOf, ownColumns } from "./list-table.js";
import { marked } from "./marked.js";

export function rowsOf(columns: ListColumn[], items: RecordRow[], q: string): TemplateResult[] {
  const own = ownColumns(columns, items);
  return items.map((row) => {
    const what = own
      .map(({ name }) => row.columns[name])
      .filter(Boolean)
      .join(" · ");
    const where = [row.number, say(row.place)].filter(Boolean).join(" · ");
    return html`<a class="c" href="/records/${row.id}"><b>${row.author ? nameOf(row.author, (part) => marked(part, q)) : marked(row.title, q)}</b>${tag(row.state)}${what ? html`<span class="what">${marked(what, q)}</span>` : nothing}${where ? html`<span class="small">${marked(where, q)}</span>` : nothing}${foundOf(row, q)}</a>`;
  });
}
