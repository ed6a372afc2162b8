// The yardstick: the same fields as one template of Lit by hand, drawn whole at each input, with native controls under the same style sheet.
import { html, nothing, render } from "lit";
import { live } from "lit/directives/live.js";
import type { BenchField, BenchForm } from "../bench-form.js";

export interface Hand {
  value(name: string): unknown;
}

/** Puts the form on the page. */
export function byHand(host: HTMLElement, form: BenchForm): Hand {
  const data: Record<string, unknown> = {};
  const rows = form.rows.map((row) => ({ ...row }) as Record<string, unknown>);
  const read = ({ type }: BenchField, { value, checked }: HTMLInputElement) =>
    type === "number" ? (value === "" ? undefined : Number(value)) : type === "yes-no" ? checked : value;

  const control = (field: BenchField, value: unknown, typed: (event: Event) => void) => {
    const { name, type } = field;
    if (type === "select")
      return html`<div class="ctl has-caret"><select name=${name} @input=${typed} .value=${live(String(value ?? ""))}><option value=""></option>${field.options!.map(
        (one) => html`<option value=${one} ?selected=${one === value}>${one}</option>`,
      )}</select></div>`;
    if (type === "yes-no") return html`<div class="ctl"><input type="checkbox" name=${name} .checked=${live(Boolean(value))} @input=${typed}></div>`;
    const kind = type === "text" ? "text" : type;
    return html`<div class="ctl"><input type=${kind} name=${name} ?required=${field.required} maxlength=${type === "text" ? 80 : nothing} .value=${live(String(value ?? ""))} @input=${typed}></div>`;
  };
  const whole = (field: BenchField) =>
    field.showIf && data[field.showIf] !== "yes"
      ? nothing
      : html`<div class="field"><label class="label"><span>${field.title}${field.required ? nothing : html` <span class="opt">ไม่บังคับ</span>`}</span>${control(
          field,
          data[field.name],
          (event) => {
            data[field.name] = read(field, event.target as HTMLInputElement);
            draw();
          },
        )}</label></div>`;
  const line = (row: Record<string, unknown>, n: number) =>
    html`<section class="sheet table-row" style="content-visibility:visible"><div class="table-row-head"><b>แถวที่ ${n}</b></div><div class="table-row-fields">${form.columns.map(
      (column) =>
        html`<div class="field"><label class="label"><span>${column.title}</span>${control(column, row[column.name], (event) => {
          row[column.name] = read(column, event.target as HTMLInputElement);
          draw();
        })}</label></div>`,
    )}</div></section>`;
  const draw = () => {
    const total = form.sections.flatMap(({ fields }) => fields).reduce((sum, { name, type }) => sum + (type === "number" ? Number(data[name] ?? 0) : 0), 0);
    render(
      html`<div class="by-hand">${form.sections.map(({ title, fields }) => html`<section class="plain-sec"><h2>${title}</h2>${fields.map(whole)}</section>`)}
        ${rows.length ? html`<div class="table-rows">${rows.map((row, i) => line(row, i + 1))}</div>` : html`<p>รวม <output>${total}</output></p>`}</div>`,
      host,
    );
  };
  draw();
  return { value: (name) => data[name] };
}
