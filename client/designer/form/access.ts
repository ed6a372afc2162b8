// Who may do what with the records of the form: chosen by duties, in words that say what holds while nothing is chosen, and told at a glance as a table.
import { html, nothing, type TemplateResult } from "lit";
import type { Access, FormDefinition, WorkflowDefinition } from "../../../schemas/types.js";
import { dutyWords } from "../../ui/duties.js";
import { icon } from "../../ui/icon.js";
import { arrowCounterClockwise } from "../../ui/icons/arrow-counter-clockwise.js";
import { checkBold } from "../../ui/icons/check-bold.js";
import { clock } from "../../ui/icons/clock.js";
import { user } from "../../ui/icons/user.js";
import { t } from "../../ui/words.js";
import { choiceControl } from "../controls.js";
import { inOrder } from "../duties.js";
import { type AccessRow, accessTable, type May, makersOf, type Use, unsaid, uses } from "../engine.js";
import { whoControl } from "../who-control.js";

export interface AccessPart {
  form: FormDefinition;
  /** The workflow of the form, once it is here. */
  workflow: WorkflowDefinition | undefined;
  /** The duties of the LAO's positions. */
  duties: readonly string[];
  change: (access: Access | undefined) => void;
}

/** What may stand besides duties and everybody: lists begin at duties and one's own, and nobody has acted on what is not made yet. */
const standings: Record<Use, string[]> = {
  create: [],
  read: ["author", "handler"],
  list: ["author"],
  export: ["author", "handler"],
  sensitive: ["author", "handler"],
};

export function accessPart(part: AccessPart): TemplateResult {
  const { form, duties, change } = part;
  const access = form.access ?? {};
  const put = (next: Access) => {
    const said = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)) as Access;
    change(Object.keys(said).length ? said : undefined);
  };
  return html`<div class="sec-p">${summary(accessTable(form, part.workflow, inOrder([...duties, ...named(access)])), duties)}
    <p class="help">${t("access.note")}</p></div>
    <div class="sec-p">${uses.map((use) => who(part, use, put))}
    ${place(form, access, put)}
    ${sensitiveFields(form)}</div>`;
}

/** Duties that the form names although no position has them. */
const named = (access: Access): string[] => uses.flatMap((use) => access[use] ?? []).filter((one) => one !== "author" && one !== "handler" && one !== "anyone");

function who({ form, workflow, duties }: AccessPart, use: Use, put: (access: Access) => void): TemplateResult {
  const access = form.access ?? {};
  const said = access[use];
  const usual: readonly string[] = unsaid[use];
  const makers = makersOf(access, workflow ?? { actions: [] });
  const holds = use === "create" ? makers : (said ?? usual);
  return html`<details class="access-use"><summary><span><b>${t(`access.${use}`)}</b><span class="small">${holds.length ? holds.map(dutyWords).join(", ") : t("access.nobody")}</span></span></summary>
    ${whoControl(
      t(`access.${use}`),
      said ?? usual,
      duties,
      // What stands by itself is no choice: taken back to it, the form says nothing.
      (next) => put({ ...access, [use]: alike(next, usual) ? undefined : next }),
      undefined,
      standings[use],
    )}${
      said === undefined
        ? html`<p class="help">${t(`access.unsaid.${use}`, { who: makers.map(dutyWords).join(", ") })}</p>`
        : html`<button type="button" class="btn text" aria-label=${t("access.usualOf", { use: t(`access.${use}`) })} @click=${() => put({ ...access, [use]: undefined })}>${icon(arrowCounterClockwise)}${t("access.usual")}</button>`
    }</details>`;
}

const alike = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((one) => b.includes(one));

/** The field that says where a record belongs besides, where there is one that can. */
function place(form: FormDefinition, access: Access, put: (access: Access) => void): TemplateResult | typeof nothing {
  const options = Object.entries(form.schema.properties).flatMap(([name, schema]) =>
    schema["x-field"] === "organization" ? [{ id: name, title: schema.title ?? name }] : [],
  );
  if (!options.length && access.place === undefined) return nothing;
  return choiceControl({
    id: "p-place",
    label: t("access.place"),
    help: t("access.placeHelp"),
    value: access.place,
    change: (name) => put({ ...access, ...(name ? { place: name } : { place: undefined as never }) }),
    options,
    none: t("access.placeNone"),
  });
}

function sensitiveFields({ sensitive = [], schema }: FormDefinition): TemplateResult {
  const titles = sensitive.map((name) => schema.properties[name]?.title ?? name);
  return html`<p class="small">${titles.length ? t("access.sensitiveFields", { fields: titles.join(", ") }) : t("access.sensitiveNone")}</p>`;
}

const pictures: Record<Exclude<May, "no">, string> = { yes: checkBold, own: user, turn: clock };

function summary(rows: readonly AccessRow[], duties: readonly string[]): TemplateResult {
  const able = rows.filter(({ may }) => uses.some((use) => may[use] !== "no"));
  const others = rows.filter((row) => !able.includes(row) && duties.includes(row.who));
  const marks = (["yes", "own", "turn"] as const).filter((mark) => able.some(({ may }) => uses.some((use) => may[use] === mark)));
  return html`<table class="who-table"><caption><h3>${t("access.title")}</h3></caption>
    <thead><tr><th scope="col"><span class="hide">${t("access.who")}</span></th>${uses.map((use) => html`<th scope="col">${t(`access.short.${use}`)}</th>`)}</tr></thead>
    <tbody>${able.map(
      ({ who, may }) =>
        html`<tr><th scope="row">${dutyWords(who)}</th>${uses.map((use) => {
          const mark = may[use];
          return html`<td class=${mark}>${mark === "no" ? html`<span aria-hidden="true">–</span>` : icon(pictures[mark])}<span class="hide">${t(`access.mark.${mark}`)}</span></td>`;
        })}</tr>`,
    )}</tbody></table>
    <ul class="who-marks" aria-hidden="true">${marks.map((mark) => html`<li class="small">${icon(pictures[mark])}${t(`access.mark.${mark}`)}</li>`)}</ul>
    ${others.length ? html`<p class="small">${t("access.others", { who: others.map(({ who }) => dutyWords(who)).join(", ") })}</p>` : nothing}`;
}

/** Whether a field is sensitive. It is said of top fields: what stands in a table or group is as sensitive as that. */
export function sensitiveSwitch(form: FormDefinition, field: { name: string; parent?: string }, change: (on: boolean) => void): TemplateResult {
  const on = form.sensitive?.includes(field.name) === true;
  return html`${
    field.parent === undefined
      ? html`<div class="prop-switch"><label for="p-sensitive"><b>${t("props.sensitive")}</b></label><input id="p-sensitive" type="checkbox" role="switch" class="toggle" aria-describedby="p-sensitive-help" .checked=${on} @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}></div>`
      : nothing
  }<p class="help" id="p-sensitive-help">${t(field.parent === undefined ? "props.sensitiveHelp" : "props.sensitiveInside")}</p>`;
}
