// The definition itself: seen, changed and pasted as JSON. What cannot be read changes nothing, and what was typed stays.
import { html } from "lit";
import { openSheet } from "../ui/screen/sheet.js";
import { both, t } from "../ui/words.js";
import { explain } from "./explain.js";
import type { Benched, Kind, Workbench } from "./workbench.js";

export function openJson<K extends Kind>(bench: Workbench<K>): void {
  let text = JSON.stringify(bench.definition, null, 2);
  openSheet({
    title: t("json.title"),
    note: t("json.note"),
    body: () =>
      html`<textarea class="ctl area source" aria-label=${t("json.title")} rows="20" spellcheck="false" .value=${text} @focus=${begin} @input=${(
        event: Event,
      ) => {
        text = (event.target as HTMLTextAreaElement).value;
      }}></textarea>`,
    go: { label: t("json.go"), run: () => bench.take(both("did.json"), read(text, bench)) },
    explain,
  });
}

/** Read from its first line on, not from where the text ends. */
function begin({ target }: Event): void {
  const box = target as HTMLTextAreaElement;
  if (box.selectionStart === box.value.length) box.setSelectionRange(0, 0);
  box.scrollTop = 0;
}

function read<K extends Kind>(text: string, { kind, id }: Workbench<K>): Benched[K] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(t("json.wrong", { why: (error as Error).message }));
  }
  const given = value as { kind?: unknown; id?: unknown } | null;
  if (typeof given !== "object" || given?.kind !== kind || given.id !== id)
    throw new Error(t("json.other", { kind: String(given?.kind ?? "–"), id: String(given?.id ?? "–") }));
  return value as Benched[K];
}
