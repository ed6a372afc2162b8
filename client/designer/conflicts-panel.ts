// Two authors changed the same thing: both values side by side, and one is picked. Nobody's work is overwritten in silence.
import { html, nothing, type TemplateResult } from "lit";
import { both, t } from "../ui/words.js";
import type { Kind, Workbench } from "./workbench.js";

export function conflictsPanel<K extends Kind>(bench: Workbench<K>): TemplateResult | typeof nothing {
  if (!bench.conflicts.length) return nothing;
  return html`<section class="checks conflicts" role="alert"><h3>${t("clash.title")}</h3><p class="small">${t("clash.note")}</p>
    <ul>${bench.conflicts.map(
      (
        conflict,
      ) => html`<li class="conflict"><div><span class="small">${t("clash.mine")}</span><p>${shown(conflict.mine)}</p><button type="button" class="btn" @click=${() => bench.keepMine(conflict)}>${t("clash.keep")}</button></div>
        <div><span class="small">${t("clash.theirs")}</span><p>${shown(conflict.theirs)}</p><button type="button" class="btn" @click=${() => bench.takeTheirs(conflict, both("did.theirs"), putAt)}>${t("clash.take")}</button></div></li>`,
    )}</ul></section>`;
}

const shown = (value: unknown): string => {
  const text = typeof value === "string" ? value : value === undefined ? "–" : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
};

/** The definition with another value at a pointer. */
function putAt<T>(definition: T, path: string, value: unknown): T {
  const parts = path
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  const put = (at: unknown, [key, ...rest]: string[]): unknown => {
    if (key === undefined) return value;
    if (Array.isArray(at)) return at.with(Number(key), put(at[Number(key)], rest));
    const object = (at ?? {}) as Record<string, unknown>;
    const next = put(Object.hasOwn(object, key) ? object[key] : undefined, rest);
    if (next !== undefined) return { ...object, [key]: next };
    const { [key]: _, ...others } = object;
    return others;
  };
  return put(definition, parts) as T;
}
