// Our own calendar, in the Buddhist era: a dialog with a month of days as buttons, moved by arrows as well as by touch.
import "../ui/late-words.js";
import { html, nothing, render } from "lit";
import { addDays, daysInMonth, formatDate, monthNames, weekday } from "../../engine/thai/date.js";
import { join, split } from "../../engine/thai/day.js";
import { buddhistOffset } from "../../engine/thai/years.js";
import { icon } from "../ui/icon.js";
import { caretLeft } from "../ui/icons/caret-left.js";
import { caretRight } from "../ui/icons/caret-right.js";
import { language } from "../ui/language.js";
import { overPage } from "../ui/over-page.js";
import { t } from "../ui/words.js";
import "./calendar.css";

/** Asks for a day; undefined when the person closes it. */
export function openCalendar(title: string, chosen: string | undefined, today: string): Promise<string | undefined> {
  const dialog = document.createElement("dialog");
  dialog.className = "cal-dialog";
  dialog.setAttribute("aria-label", `${t("date.calendar")} ${title}`);
  let at = chosen ?? today;
  let answer: string | undefined;
  const draw = (focus = false): void => {
    render(
      view(at, chosen, today, move, pick, () => dialog.close()),
      dialog,
    );
    if (focus) dialog.querySelector<HTMLElement>("[tabindex='0']")?.focus();
  };
  const move = (to: string, focus = false): void => {
    at = to;
    draw(focus);
  };
  const pick = (day: string): void => {
    answer = day;
    dialog.close();
  };
  dialog.addEventListener("keydown", (event) => {
    const to = (event.target as Element).closest(".g") ? moved(at, event.key) : undefined;
    if (!to) return;
    event.preventDefault();
    move(to, true);
  });
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  draw();
  const closed = overPage(dialog);
  draw(true);
  return closed.then(() => answer);
}

/** Where a key leads from a day. */
function moved(day: string, key: string): string | undefined {
  const by: Record<string, () => string> = {
    ArrowLeft: () => addDays(day, -1),
    ArrowRight: () => addDays(day, 1),
    ArrowUp: () => addDays(day, -7),
    ArrowDown: () => addDays(day, 7),
    Home: () => addDays(day, -weekday(day)),
    End: () => addDays(day, 6 - weekday(day)),
    PageUp: () => inMonth(day, -1),
    PageDown: () => inMonth(day, 1),
  };
  return Object.hasOwn(by, key) ? by[key]!() : undefined;
}

/** The same day some months away, or the last of that month. */
function inMonth(day: string, months: number): string {
  const [year, month, date] = split(day);
  const count = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(count / 12), (count % 12) + 1];
  return join(y, m, Math.min(date, daysInMonth(y, m)));
}

function view(at: string, chosen: string | undefined, today: string, move: (to: string) => void, pick: (day: string) => void, close: () => void): unknown {
  const [year, month] = split(at);
  const first = join(year, month, 1);
  const days = Array.from({ length: daysInMonth(year, month) }, (_, i) => addDays(first, i));
  const years = Array.from({ length: 121 }, (_, i) => split(today)[0] - 100 + i);
  if (!years.includes(year)) years.push(year);
  const monthTo = (event: Event) => move(inMonth(first, Number((event.target as HTMLSelectElement).value) - month));
  const yearTo = (event: Event) => move(inMonth(first, (Number((event.target as HTMLSelectElement).value) - year) * 12));
  return html`<div class="cal">
    <div class="m">
      <button type="button" class="btn text icon" aria-label=${t("date.before")} @click=${() => move(inMonth(at, -1))}>${icon(caretLeft)}</button>
      <span class="when"><select aria-label=${t("date.month")} @change=${monthTo}>${monthNames[language()].map(
        (name, i) => html`<option value=${i + 1} ?selected=${i + 1 === month}>${name}</option>`,
      )}</select><select aria-label=${t("date.year")} @change=${yearTo}>${years.map(
        (y) => html`<option value=${y} ?selected=${y === year}>${y + buddhistOffset}</option>`,
      )}</select></span>
      <button type="button" class="btn text icon" aria-label=${t("date.after")} @click=${() => move(inMonth(at, 1))}>${icon(caretRight)}</button>
    </div>
    <div class="g" role="group" aria-label=${`${monthNames[language()][month - 1]} ${year + buddhistOffset}`}>
      ${t("date.weekdays")
        .split(" ")
        .map((name) => html`<span aria-hidden="true">${name}</span>`)}
      ${days.map((day, i) => {
        const rest = weekday(day) % 6 === 0;
        const kind = `${rest ? "off" : ""}${day === chosen ? " pickd" : ""}${day === today ? " now" : ""}`;
        return html`<button type="button" class=${i ? kind : `${kind} d${weekday(day)}`} tabindex=${day === at ? 0 : -1}
          aria-label=${formatDate(day, "weekday", language())} aria-pressed=${day === chosen ? "true" : nothing} aria-current=${day === today ? "date" : nothing}
          @click=${() => pick(day)}>${i + 1}</button>`;
      })}
    </div>
    <div class="m"><button type="button" class="btn text" @click=${() => pick(today)}>${t("date.today")}</button><button type="button" class="btn text" @click=${close}>${t("date.close")}</button></div>
  </div>`;
}
