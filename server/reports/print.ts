// A report as a page: the default print, or its own template in the rendering worker, with the pictures after it.
import { picturesMarkup, printerOf, printReport, reportContext } from "../../engine/report/print.js";
import { say } from "../../engine/text/text.js";
import { formatDate, formatInstant } from "../../engine/thai/date.js";
import type { ReportDefinition, ReportView, Text } from "../../schemas/types.js";
import { printPage } from "../documents/page.js";
import { templateProblems } from "../documents/print.js";
import type { Templating } from "../documents/templating.js";
import { refuse } from "../plugins/refusal.js";

export interface PrintedReport {
  definition: ReportDefinition;
  view: ReportView;
  organization: Text;
  today: string;
  language: "th" | "en";
}

export async function printed(templating: Templating, { definition, view, organization, today, language }: PrintedReport): Promise<string> {
  const order = { definition, view, organization: say(organization, language), language };
  const print = printerOf(definition);
  const template = definition.document?.template;
  const when = formatInstant(view.at, language);
  return printPage({
    title: [say(definition.title, language), ...view.parameters.map(({ words }) => words)].filter(Boolean).join(" "),
    language,
    paper: definition.document?.paper ?? "A4",
    fragment: template === undefined ? printReport(order) : `${await rendered(templating, template, order, today)}${picturesMarkup(definition, view, print)}`,
    number: print(language === "th" ? `จากข้อมูล ${view.count} เรื่อง` : `From ${view.count} records`),
    check: print(language === "th" ? `พิมพ์เมื่อ ${when}` : `Printed ${when}`),
  });
}

async function rendered(templating: Templating, template: string, order: Parameters<typeof reportContext>[0], today: string): Promise<string> {
  const made = await templating.render(template, reportContext(order, formatDate(today, "long", order.language)));
  return "faults" in made ? refuse(templateProblems(made.faults)) : made.html;
}
