// Draws the figures of a picture as SVG: bars or lines, labelled, in the colours of the tokens, readable in black on paper too.
// Plain text out of plain data, so that the screen and the print draw the same. The table beside it says what it cannot.
import type { ReportPicture } from "../../schemas/types.js";

const paperWidth = 640;
const asItIs = (text: string): string => text;
const height = 300;
const edge = { top: 16, right: 12, bottom: 46, left: 52 };
/** In the order of the series: a token, and what paper has in its place. Shades differ as well as colours. */
const colours = [
  ["kram", "#22478a"],
  ["thread", "#d29a2d"],
  ["leaf", "#1b6647"],
  ["chat", "#a3271a"],
  ["edge", "#827b6e"],
  ["amber", "#754a00"],
  ["band", "#15294d"],
  ["ink-2", "#505768"],
] as const;
/** Lines are told apart by their dashes too. */
const dashes = ["", "7 4", "2 4", "10 4 2 4", "4 2", "1 3", "12 3", "6 2 2 2"];

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
export const escapeMarkup = (text: string): string => text.replace(/[&<>"']/g, (mark) => escapes[mark]!);

export const colourOf = (nth: number): string => {
  const [token, paper] = colours[nth % colours.length]!;
  return `var(--${token},${paper})`;
};

/** The picture. `id` is unique on its page: the title and the description are named by it. A phone draws it narrower, so that its words stay readable; paper has its own digits. */
export function chartSvg(
  picture: ReportPicture,
  id: string,
  { width = paperWidth, print = asItIs }: { width?: number; print?: (text: string) => string } = {},
): string {
  const { title, type, stacked } = picture;
  const scale = scaleOf(picture, width);
  const body = type === "line" ? lines(picture, scale) : bars(picture, scale, stacked ?? false);
  return `<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-t ${id}-d" xmlns="http://www.w3.org/2000/svg"><title id="${id}-t">${escapeMarkup(title)}</title><desc id="${id}-d">${escapeMarkup(describe(picture))}</desc>${axis(picture, scale, print)}${body}</svg>`;
}

/** What the picture says, for whoever does not see it. */
export function describe({ series, x, xTitle, unit }: ReportPicture): string {
  const said = series.map(({ title, values, texts }) => {
    const numbers = values.filter((value) => value !== null);
    if (!numbers.length) return title;
    const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
    const at = (value: number) => `${texts[values.indexOf(value)]} (${x[values.indexOf(value)]})`;
    return `${title}: ${at(low)} – ${at(high)}`;
  });
  return `${xTitle}${unit ? ` · ${unit}` : ""}: ${said.join("; ")}`;
}

interface Scale {
  width: number;
  low: number;
  high: number;
  steps: number[];
  y(value: number): number;
  /** The middle of the nth place along the bottom, and how wide a place is. */
  x(nth: number): number;
  room: number;
}

function scaleOf({ series, x, stacked, type }: ReportPicture, width: number): Scale {
  const each = x.map((_, nth) => series.map(({ values }) => values[nth] ?? 0));
  const heights = stacked && type === "bars" ? each.map((values) => values.reduce((sum, value) => sum + value, 0)) : each.flat();
  const [lowest, highest] = [Math.min(0, ...heights), Math.max(0, ...heights)];
  const step = niceStep((highest - lowest || 1) / 4);
  const low = Math.floor(lowest / step) * step;
  const high = Math.max(Math.ceil(highest / step) * step, low + step);
  const steps = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, nth) => Number((low + nth * step).toPrecision(12)));
  const room = (width - edge.left - edge.right) / Math.max(1, x.length);
  const tall = height - edge.top - edge.bottom;
  return { width, low, high, steps, room, y: (value) => edge.top + tall * (1 - (value - low) / (high - low)), x: (nth) => edge.left + room * (nth + 0.5) };
}

/** 1, 2, 5 and their tens. */
function niceStep(rough: number): number {
  const ten = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((one) => one * ten).find((one) => one >= rough * (1 - 1e-9))!;
}

const n = (value: number): string => String(Math.round(value * 10) / 10);

function axis({ x, xTitle, unit }: ReportPicture, { width, steps, y, x: at, room }: Scale, print: (text: string) => string): string {
  const text = (px: number, py: number, words: string, anchor: string) =>
    `<text x="${n(px)}" y="${n(py)}" text-anchor="${anchor}" font-size="13" fill="var(--ink-2,#333)">${escapeMarkup(words)}</text>`;
  const ruled = steps.map(
    (step) =>
      `<line x1="${edge.left}" x2="${width - edge.right}" y1="${n(y(step))}" y2="${n(y(step))}" stroke="var(--${step === 0 ? "edge" : "line"},${step === 0 ? "#333" : "#ccc"})"/>${text(edge.left - 6, y(step) + 4, print(grouped(step)), "end")}`,
  );
  // Words that would run into each other are left out, evenly.
  const longest = Math.max(1, ...x.map((words) => [...words].length));
  const every = Math.max(1, Math.ceil((longest * 7.5 + 8) / room));
  const below = x.flatMap((words, nth) => (nth % every === 0 ? [text(at(nth), height - edge.bottom + 18, words, "middle")] : []));
  return `${ruled.join("")}${below.join("")}${text(edge.left + (width - edge.left - edge.right) / 2, height - 6, unit ? `${xTitle} (${unit})` : xTitle, "middle")}`;
}

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ",");

function bars({ series, x }: ReportPicture, scale: Scale, stacked: boolean): string {
  const gap = Math.min(12, scale.room * 0.25);
  const thick = (scale.room - gap) / (stacked ? 1 : series.length);
  return x
    .map((words, nth) => {
      let [up, down] = [0, 0];
      return series
        .map(({ values, texts, title }, at) => {
          const value = values[nth];
          if (value === null || value === undefined || value === 0) return "";
          const from = stacked ? (value > 0 ? up : down) : 0;
          const to = from + value;
          if (stacked) [up, down] = value > 0 ? [to, down] : [up, to];
          const [top, bottom] = [scale.y(Math.max(from, to)), scale.y(Math.min(from, to))];
          const left = scale.x(nth) - (scale.room - gap) / 2 + (stacked ? 0 : at * thick);
          return `<rect x="${n(left)}" y="${n(top)}" width="${n(Math.max(1, thick - (stacked ? 0 : 1)))}" height="${n(Math.max(1, bottom - top))}" fill="${colourOf(at)}"><title>${escapeMarkup(`${words} · ${title} ${texts[nth]}`)}</title></rect>`;
        })
        .join("");
    })
    .join("");
}

function lines({ series, x }: ReportPicture, scale: Scale): string {
  return series
    .map(({ values, texts, title }, at) => {
      const colour = colourOf(at);
      // Where there is no figure the line has a gap.
      let path = "";
      let open = false;
      for (const [nth, value] of values.entries()) {
        if (value !== null) path += `${open ? "L" : "M"}${n(scale.x(nth))} ${n(scale.y(value))}`;
        open = value !== null;
      }
      const dash = dashes[at % dashes.length];
      const dots = values
        .map((value, nth) =>
          value === null
            ? ""
            : `<circle cx="${n(scale.x(nth))}" cy="${n(scale.y(value))}" r="3.5" fill="${colour}"><title>${escapeMarkup(`${x[nth]} · ${title} ${texts[nth]}`)}</title></circle>`,
        )
        .join("");
      return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2.5"${dash ? ` stroke-dasharray="${dash}"` : ""}/>${dots}`;
    })
    .join("");
}
