// Whom an action tells, each notice with its words and, if it is to wait, for how long.
import { html, type TemplateResult } from "lit";
import type { ActionDefinition, EffectDefinition } from "../../../schemas/types.js";
import { icon } from "../../ui/icon.js";
import { plus } from "../../ui/icons/plus.js";
import { trash } from "../../ui/icons/trash.js";
import { t } from "../../ui/words.js";
import { wordsControl } from "../controls.js";
import { whoControl } from "../who-control.js";
import { durationControl } from "./duration.js";

/** The notices of an action; what else it does afterwards stays as it is, where it is. */
export function notices(action: ActionDefinition, duties: readonly string[], put: (effects: EffectDefinition[] | undefined) => void): TemplateResult {
  const effects = action.effects ?? [];
  const told = effects.filter(({ type }) => type === "notify");
  const change = (before: EffectDefinition, next: EffectDefinition | undefined) => {
    const left = effects.flatMap((one) => (one === before ? (next ?? []) : one));
    put(left.length ? left : undefined);
  };
  return html`<h3>${t("flow.notices")}</h3>
    ${told.map((notice, at) => {
      const { after: _, ...now } = notice;
      return html`<div class="check">${whoControl(
        told.length > 1 ? t("flow.notifyN", { n: at + 1 }) : t("flow.notify"),
        notice.to ?? [],
        duties,
        (to) => change(notice, { ...notice, to }),
        t("flow.notifyNobody"),
        ["author", "handler"],
      )}
      ${wordsControl({ id: `p-message-${at}`, label: t("flow.message"), value: notice.message, change: (message = "") => change(notice, { ...notice, message }) })}
      ${durationControl({ id: `p-after-${at}`, label: t("flow.notifyAfter"), help: t("flow.notifyAfterHelp"), value: notice.after, change: (after) => change(notice, after ? { ...now, after } : now) })}
      <button type="button" class="btn text danger" @click=${() => change(notice, undefined)}>${icon(trash)}${t("flow.removeNotice", { n: at + 1 })}</button></div>`;
    })}
    <button type="button" class="btn text" @click=${() => put([...effects, { type: "notify", to: [], message: action.done ?? action.title }])}>${icon(plus)}${t("flow.addNotice")}</button>`;
}
