// What may be chosen before a report is read: a control for each parameter. What is chosen stands in the address.
import { html, nothing, type TemplateResult } from "lit";
import { periodOf, periodWords, present } from "../../engine/report/period.js";
import { formatDate } from "../../engine/thai/date.js";
import { addDays, join, split } from "../../engine/thai/day.js";
import { parseDate } from "../../engine/thai/parse-date.js";
import { academicYear, fiscalYear } from "../../engine/thai/years.js";
import type { ReportChosen } from "../../schemas/types.js";
import { language } from "../ui/language.js";
import { say, t } from "../ui/words.js";

const monthsBack = 24;
const yearsBack = 6;

/** Values of a period around today, newest first, with what is chosen among them. */
export function around({ type, value }: Pick<ReportChosen, "type" | "value">, today: string): string[] {
  const values = newestFirst(type, today);
  return values.includes(value) ? values : [...values, value].sort().reverse();
}

function newestFirst(type: ReportChosen["type"], today: string): string[] {
  switch (type) {
    case "month": {
      const [year, month] = split(today);
      return Array.from({ length: monthsBack + 2 }, (_, back) => {
        const nth = year * 12 + month - back;
        return join(Math.floor(nth / 12), (nth % 12) + 1, 1).slice(0, 7);
      });
    }
    case "fiscal-year":
    case "academic-year": {
      const now = type === "fiscal-year" ? fiscalYear(today) : academicYear(today);
      return Array.from({ length: yearsBack + 2 }, (_, back) => String(now + 1 - back));
    }
    case "term":
      return Array.from({ length: yearsBack + 1 }, (_, back) => academicYear(today) - back)
        .flatMap((year) => [`${year}/2`, `${year}/1`])
        .filter((one) => one <= present("term", addDays(today, 200)));
    default:
      return [];
  }
}

function words(type: ReportChosen["type"], value: string): string {
  const period = periodOf(type, value);
  return period ? periodWords({ type, value, period }, language()) : value;
}

/** The controls, in the order of the report. */
export function choosers(parameters: readonly ReportChosen[], today: string, chose: (name: string, value: string) => void): TemplateResult[] {
  return parameters.map((parameter) => (parameter.type === "dates" ? dates(parameter, today, chose) : list(parameter, today, chose)));
}

function list(parameter: ReportChosen, today: string, chose: (name: string, value: string) => void): TemplateResult {
  const { name, title, value, type, optional } = parameter;
  const options =
    type === "organization"
      ? (parameter.options ?? []).map((one) => [one.id, say(one.title)] as const)
      : around(parameter, today).map((one) => [one, words(type, one)] as const);
  return html`<label class="chooser"><span class="small">${title}</span><span class="ctl has-caret"><select aria-label=${title} .value=${value} @change=${(event: Event) => chose(name, (event.target as HTMLSelectElement).value)}>
    ${optional ? html`<option value="" ?selected=${value === ""}>${t("report.all")}</option>` : nothing}${options.map(([id, label]) => html`<option value=${id} ?selected=${id === value}>${label}</option>`)}</select></span></label>`;
}

/** Days typed as people write them; what is not understood yet stays as it was. */
function dates({ name, title, value }: ReportChosen, today: string, chose: (name: string, value: string) => void): TemplateResult {
  const [from = "", to = ""] = value.split("..");
  const box = (label: string, day: string, next: (iso: string) => string): TemplateResult => {
    const typed = (event: Event): void => {
      const input = event.target as HTMLInputElement;
      const read = parseDate(input.value, today);
      if ("date" in read) chose(name, next(read.date));
      else input.value = formatDate(day, "short", language());
    };
    return html`<label class="chooser"><span class="small">${label}</span><span class="ctl"><input inputmode="numeric" autocomplete="off" .value=${formatDate(day, "short", language())} @change=${typed}></span></label>`;
  };
  return html`${box(title, from, (iso) => `${iso}..${iso > to ? iso : to}`)}${box(t("report.to", { title }), to, (iso) => `${iso < from ? iso : from}..${iso}`)}`;
}
