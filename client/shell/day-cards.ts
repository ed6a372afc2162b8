// The work of every day on home: a card with its button while it is to be sent, a line once it was.
import { html, type TemplateResult } from "lit";
import { holdTogether } from "../../engine/text/hold.js";
import { clock } from "../ui/clock.js";
import { icon } from "../ui/icon.js";
import { caretRight } from "../ui/icons/caret-right.js";
import { checkCircle } from "../ui/icons/check-circle.js";
import { bangkokAt, isOverdue, timeOf } from "../ui/screen/when.js";
import { say, t } from "../ui/words.js";
import { type DayTask, dayTitle } from "./day-tasks.js";
import "../ui/named-icon.js";

const title = (task: DayTask): string => holdTogether(dayTitle(task, say));

/** How the day stands: until when it should be sent, or when it was and what it says. */
function dayNote({ kind, item }: DayTask): string {
  const { sent, today } = item;
  if (sent) return [t("home.daySent", { when: timeOf(sent.at) }), ...sent.figures.map(({ title, words }) => `${say(title)} ${words}`)].join(" · ");
  if (kind === "waiting") return t("home.dayWaits");
  const by = today.by && bangkokAt(clock.today(), today.by);
  return [t(kind === "draft" ? "home.dayBegun" : "home.dayOpen"), ...(by ? [t(isOverdue(by) ? "home.dayLate" : "home.dayBy", { when: timeOf(by) })] : [])].join(
    " · ",
  );
}

const dayBead = ({ kind, item }: DayTask): TemplateResult =>
  html`<span class="bead ${kind === "sent" ? "ok" : kind === "waiting" ? "quiet" : ""}">${kind === "sent" ? icon(checkCircle) : html`<tf-icon name=${item.icon ?? "file-text"}></tf-icon>`}</span>`;

/** To be done now, with its button. */
export const dayLead = (task: DayTask): TemplateResult =>
  html`<div class="lead-task"><div class="top">${dayBead(task)}<div><h3>${title(task)}</h3><p class="small">${dayNote(task)}</p></div></div><a class="btn main big wide" href=${task.href!}>${task.kind === "draft" ? t("home.do.draft") : task.item.today.do ? say(task.item.today.do) : t("home.do.day")}</a></div>`;

/** One line: what else is left, and what is done. */
export function dayRow(task: DayTask): TemplateResult {
  const words = html`${dayBead(task)}<div><b>${title(task)}</b><span class="small">${dayNote(task)}</span></div>`;
  return task.href ? html`<a class="row" href=${task.href}>${words}${icon(caretRight)}</a>` : html`<div class="row">${words}</div>`;
}
