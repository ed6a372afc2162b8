// The columns of the file beside the fields of the form: what was matched, to be corrected; to whom the records belong; and what sends them.
import { html, nothing, type TemplateResult } from "lit";
import type { AvailableAction, Choice } from "../../../schemas/types.js";
import { icon } from "../../ui/icon.js";
import { warning } from "../../ui/icons/warning.js";
import { say, t } from "../../ui/words.js";
import { choiceControl, type Option, textControl } from "../controls.js";
import type { Target } from "../engine.js";
import { typeWords } from "../form/kinds.js";
import type { Sheet } from "../read-sheet.js";
import type { Belonging } from "./check-rows.js";

export interface Matching {
  sheet: Sheet;
  targets: readonly Target[];
  /** The field of each column. */
  matched: readonly (string | undefined)[];
  match(column: number, field: string | undefined): void;
  belonging: Belonging;
  /** Where records of this form may belong. */
  organizations: readonly Choice[];
  belong(belonging: Belonging): void;
  actions: readonly AvailableAction[];
  action: string;
  act(action: string): void;
  comment: string;
  say(comment: string): void;
  /** Whether the form asks other records, which only the server can. */
  looks: boolean;
}

/** Cells shown of each column. */
const samples = 3;
/** Rows among which they are sought. */
const mostLooked = 200;

export function matchView(matching: Matching): TemplateResult {
  const { sheet, targets, matched } = matching;
  const missing = targets.filter(({ id, required, begins }) => required && !begins && !matched.includes(id));
  const unused = matched.filter((field) => field === undefined).length;
  return html`<section class="part"><h2>${t("import.match")}</h2><p class="small">${t("import.matchNote")}</p>
      <div class="sheet scrolls" tabindex="0" role="region" aria-label=${t("import.match")}><table class="list columns"><thead><tr><th scope="col">${t("import.inFile")}</th><th scope="col">${t("import.samples")}</th><th scope="col">${t("import.field")}</th></tr></thead>
      <tbody>${sheet.header.map((words, column) => columnRow(matching, words, column))}</tbody></table></div>
      ${unused ? html`<p class="small">${t("import.unused", { n: unused })}</p>` : nothing}
      ${missing.length ? html`<p class="problem">${icon(warning)}<span>${t("import.missing", { fields: missing.map(({ words }) => say(words)).join(", ") })}</span></p>` : nothing}</section>
    <section class="part"><h2>${t("import.whose")}</h2>${whose(matching)}</section>
    ${sending(matching)}
    ${matching.looks ? html`<p class="small">${t("import.looks")}</p>` : nothing}`;
}

function columnRow({ sheet, targets, matched, match }: Matching, words: string, column: number): TemplateResult {
  const shown = sheet.rows
    .slice(0, mostLooked)
    .map(({ cells }) => (cells[column] ?? "").trim())
    .filter(Boolean);
  const field = matched[column];
  const taken = (id: string) => id !== field && matched.includes(id);
  const name = words || t("import.unnamed", { n: column + 1 });
  return html`<tr><th scope="row">${name}</th><td class="small">${[...new Set(shown)].slice(0, samples).map(short).join(" · ")}</td>
    <td><div class="ctl has-caret"><select aria-label=${t("import.fieldOf", { column: name })} @change=${(event: Event) => match(column, (event.target as HTMLSelectElement).value || undefined)}><option value="" ?selected=${!field}>${t("import.none")}</option>${targets.map(
      (target) =>
        html`<option value=${target.id} ?selected=${target.id === field} ?disabled=${taken(target.id)}>${say(target.words)} (${typeWords(target.type)})</option>`,
    )}</select></div></td></tr>`;
}

/** A long text is told from another by how it begins. */
const short = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);

const columnMark = "#";

/** One list for both ways: an organization for all, or the column that names it. */
function whose({ sheet, belonging, organizations, belong }: Matching): TemplateResult {
  const columns: Option[] = sheet.header.map((words, at) => ({
    id: `${columnMark}${at}`,
    title: t("import.byColumn", { column: words || t("import.unnamed", { n: at + 1 }) }),
  }));
  const all: Option[] = organizations.map(({ id, title }) => ({ id, title: t("import.allOf", { place: say(title) }) }));
  return choiceControl({
    id: "import-whose",
    label: t("import.whoseLabel"),
    help: t("import.whoseHelp"),
    value: "column" in belonging ? `${columnMark}${belonging.column}` : belonging.place,
    options: organizations.length > 1 ? [...all, ...columns] : all,
    change: (value = "") => belong(value.startsWith(columnMark) ? { column: Number(value.slice(1)) } : { place: value }),
  });
}

function sending({ actions, action, act, comment, say: tell }: Matching): TemplateResult | typeof nothing {
  const chosen = actions.find(({ id }) => id === action);
  const asks = chosen?.comment === "required";
  if (actions.length < 2 && !asks) return nothing;
  return html`<section class="part"><h2>${t("import.send")}</h2>
    ${
      actions.length > 1
        ? choiceControl({
            id: "import-action",
            label: t("import.action"),
            value: action,
            options: actions.map(({ id, title }) => ({ id, title: say(title) })),
            change: (value) => value && act(value),
          })
        : nothing
    }
    ${asks ? textControl({ id: "import-comment", label: t("import.comment"), value: comment, change: (value) => tell(value ?? ""), rows: 2 }) : nothing}</section>`;
}
