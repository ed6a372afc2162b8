// What a form is besides its questions: whose records they are, how they are listed and found, what other forms see of them, what may occur once.
import { html, nothing, type TemplateResult } from "lit";
import type { FormDefinition } from "../../../schemas/types.js";
import { icon } from "../../ui/icon.js";
import { plus } from "../../ui/icons/plus.js";
import { trash } from "../../ui/icons/trash.js";
import { t } from "../../ui/words.js";
import { choiceControl, namesControl, switchControl, textControl, wordsControl } from "../controls.js";
import { iconNames } from "../menu/icon-names.js";
import { fieldOptions, wide } from "./field-options.js";
import { lookupsPart } from "./lookups-part.js";
import type { Panel } from "./properties.js";

type List = NonNullable<FormDefinition["list"]>;
type Key = NonNullable<FormDefinition["keys"]>[number];

export function formSettings(panel: Panel): TemplateResult {
  const { form } = panel;
  const fold = (title: string, content: unknown) => html`<details class="sec-p"><summary>${title}</summary>${content}</details>`;
  return html`${fold(t("about.place"), placePart(panel))}${fold(t("about.list"), listPart(panel))}${fold(t("about.reference"), referencePart(panel))}
    ${fold(t("about.keysN", { n: form.keys?.length ?? 0 }), keysPart(panel))}${fold(t("about.lookupsN", { n: Object.keys(form.lookups ?? {}).length }), lookupsPart(panel))}`;
}

function placePart({ form, setForm }: Panel): unknown {
  const units = ["own", "class", "school", "lao"] as const;
  return [
    choiceControl({
      id: "p-unit-of",
      label: t("about.unit"),
      help: t("about.unitHelp"),
      value: form.unit ?? "own",
      change: (unit) => setForm({ unit: unit as FormDefinition["unit"] }),
      options: units.map((id) => ({ id, title: t(`about.unit.${id}`) })),
    }),
    choiceControl({
      id: "p-icon",
      label: t("about.icon"),
      value: form.icon,
      change: (icon) => setForm({ icon }),
      options: iconNames.map((id) => ({ id, title: id })),
      none: t("about.iconNone"),
    }),
    namesControl({
      id: "p-summary",
      label: t("about.summary"),
      help: t("about.summaryHelp"),
      value: form.summary,
      change: (summary) => setForm({ summary }),
      options: fieldOptions(form, wide),
    }),
    switchControl({ id: "p-review", label: t("about.review"), value: form.review ?? true, change: (on) => setForm({ review: on ? undefined : false }) }),
  ];
}

function listPart({ form, setForm }: Panel): unknown {
  const list = form.list ?? {};
  const set = (changes: { [K in keyof List]?: List[K] | undefined }) => {
    const next = Object.fromEntries(Object.entries({ ...list, ...changes }).filter(([, value]) => value !== undefined)) as List;
    setForm({ list: Object.keys(next).length ? next : undefined });
  };
  const all = fieldOptions(form, wide);
  const orders = (list.sort ?? []).flatMap((name) => {
    const title = all.find(({ id }) => id === name)?.title ?? name;
    return [
      { id: name, title: t("about.upwards", { title }) },
      { id: `-${name}`, title: t("about.downwards", { title }) },
    ];
  });
  const names = (use: "columns" | "filter" | "sort" | "search", options = all) =>
    namesControl({ id: `p-list-${use}`, label: t(`about.list.${use}`), value: list[use], change: (value) => set({ [use]: value }), options });
  return [
    names("columns"),
    names("filter"),
    names("sort"),
    names("search"),
    orders.length
      ? choiceControl({
          id: "p-usual",
          label: t("about.usual"),
          value: list.usual,
          change: (usual) => set({ usual }),
          options: orders,
          none: t("about.usualNewest"),
        })
      : nothing,
    switchControl({ id: "p-lead", label: t("about.lead"), value: list.lead === "columns", change: (on) => set({ lead: on ? "columns" : undefined }) }),
  ];
}

function referencePart({ form, setForm }: Panel): unknown {
  const { reference } = form;
  const put = (next: { label: string; fields?: string[] | undefined }) => {
    const { label, fields } = next;
    setForm({ reference: label || fields ? { label, ...(fields ? { fields } : {}) } : undefined });
  };
  const label = reference?.label ?? "";
  return [
    textControl({
      id: "p-reference",
      label: t("about.referenceLabel"),
      help: t("about.referenceHelp"),
      value: label || undefined,
      change: (value = "") => put({ ...reference, label: value }),
    }),
    choiceControl({
      id: "p-reference-add",
      label: t("about.referenceAdd"),
      value: undefined,
      change: (name) => name && put({ ...reference, label: `${label ? `${label} ` : ""}{${name}}` }),
      options: fieldOptions(form, wide),
      none: t("props.addOne"),
    }),
    namesControl({
      id: "p-reference-fields",
      label: t("about.referenceFields"),
      help: t("about.referenceFieldsHelp"),
      value: reference?.fields,
      change: (fields) => put({ label, fields }),
      options: fieldOptions(form),
    }),
  ];
}

function keysPart({ form, setForm }: Panel): TemplateResult {
  const keys = form.keys ?? [];
  const put = (next: Key[]) => setForm({ keys: next.length ? next : undefined });
  const options = [{ id: "$author", title: t("about.keyAuthor") }, ...fieldOptions(form, wide)];
  return html`<p class="help">${t("about.keysHelp")}</p>
    ${keys.map((key, at) => {
      const set = (changes: Partial<Key>) => put(keys.with(at, { ...key, ...changes }));
      const { message: _, ...silent } = key;
      return html`<fieldset class="check"><legend class="small">${t("about.key", { n: at + 1 })}</legend>
        ${namesControl({ id: `p-key-${at}`, label: t("about.keyFields"), value: key.fields, change: (fields = []) => set({ fields }), options })}
        ${choiceControl({ id: `p-key-within-${at}`, label: t("about.keyWithin"), value: key.within, change: (within) => within && set({ within: within as Key["within"] }), options: (["unit", "lao"] as const).map((id) => ({ id, title: t(`props.within.${id}`) })) })}
        ${switchControl({ id: `p-key-warn-${at}`, label: t("about.keyWarn"), value: key.on === "warn", change: (warn) => set({ on: warn ? "warn" : "refuse" }) })}
        ${wordsControl({ id: `p-key-says-${at}`, label: t("about.keySays"), value: key.message, change: (message) => put(keys.with(at, message === undefined ? silent : { ...key, message })), rows: 2 })}
        <button type="button" class="btn text danger" @click=${() => put(keys.toSpliced(at, 1))}>${icon(trash)}${t("about.keyRemove", { n: at + 1 })}</button></fieldset>`;
    })}
    <button type="button" class="btn text" @click=${() => put([...keys, { fields: [], within: "unit", on: "refuse" }])}>${icon(plus)}${t("about.keyAdd")}</button>`;
}
