// Where a new form comes from: a blank sheet, a form that is there, a list of questions, the header of a sheet, or a JSON Schema.
import { html, nothing, type TemplateResult } from "lit";
import type { DefinitionList, FormDefinition, WorkingCopy } from "../../../schemas/types.js";
import { api } from "../../api/api.js";
import { clock } from "../../ui/clock.js";
import { openSheet } from "../../ui/screen/sheet.js";
import { say, t } from "../../ui/words.js";
import { fieldsFromSchema, type Guess, guessColumns, guessQuestions, withGuesses } from "../engine.js";
import { explain } from "../explain.js";
import { newFieldId } from "./field-id.js";
import { typeWords } from "./kinds.js";
import { readSheet } from "./read-sheet.js";

type Row = DefinitionList["items"][number];
type From = "blank" | "copy" | "questions" | "sheet" | "schema";

const blank: Omit<FormDefinition, "id" | "title"> = {
  kind: "form",
  schema: { type: "object", properties: {} },
  layout: [{ page: { th: "หน้า 1", en: "Page 1" }, sections: [{ id: "main", fields: [] }] }],
  access: { create: ["school-staff"], list: ["director", "education-office"] },
};

/** Asks, and makes the definition; `make` keeps it and goes there. */
export function openStart(forms: readonly Row[], make: (definition: Omit<FormDefinition, "id">) => Promise<void>): void {
  let name = "";
  let from: From = "blank";
  let copyOf = forms[0]?.id ?? "";
  let text = "";
  let guesses: Guess[] = [];
  let trouble = "";
  const choose = (next: From) => {
    [from, text, guesses, trouble] = [next, "", [], ""];
    sheet.draw();
  };
  const read = (event: Event) => {
    text = (event.target as HTMLTextAreaElement).value;
    if (from === "questions") guesses = guessQuestions(text);
    sheet.draw();
  };
  const file = async (event: Event) => {
    const [chosen] = (event.target as HTMLInputElement).files ?? [];
    if (!chosen) return;
    try {
      const [header = [], ...rows] = await readSheet(chosen);
      guesses = guessColumns(header, rows.slice(0, 500), clock.today());
      trouble = guesses.length ? "" : t("new.sheetEmpty");
    } catch {
      [guesses, trouble] = [[], t("new.sheetWrong")];
    }
    sheet.draw();
  };
  const definition = async (): Promise<Omit<FormDefinition, "id">> => {
    const title = name.trim();
    if (!title) throw new Error(t("new.nameFirst"));
    if (from === "copy")
      return { ...((await api.get<WorkingCopy>(`/definitions/form/${encodeURIComponent(copyOf)}`)).definition as unknown as FormDefinition), title };
    if (from === "schema") {
      const schema = fieldsFromSchema(parsed(text));
      if (!schema) throw new Error(t("new.schemaWrong"));
      return { ...blank, title, schema, layout: [{ page: { th: "หน้า 1", en: "Page 1" }, sections: [{ id: "main", fields: Object.keys(schema.properties) }] }] };
    }
    if (from === "questions" || from === "sheet") {
      if (!guesses.length) throw new Error(t("new.guessFirst"));
      return withGuesses({ ...blank, id: "new", title }, guesses, "main", newFieldId);
    }
    return { ...blank, title };
  };
  const body =
    (): TemplateResult => html`<label class="label" for="new-name">${t("new.name")}</label><span class="help" id="new-name-help">${t("new.nameHelp")}</span>
    <div class="ctl"><input id="new-name" autocomplete="off" aria-describedby="new-name-help" @input=${(event: Event) => {
      name = (event.target as HTMLInputElement).value;
    }}></div>
    <label class="label" for="new-from">${t("new.from")}</label>
    <div class="ctl has-caret"><select id="new-from" @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as From)}>${(
      ["blank", "copy", "questions", "sheet", "schema"] as const
    )
      .filter((one) => one !== "copy" || forms.length)
      .map((one) => html`<option value=${one} ?selected=${one === from}>${t(`new.from.${one}`)}</option>`)}</select></div>
    ${
      from === "copy"
        ? html`<label class="label" for="new-copy">${t("new.copy")}</label><div class="ctl has-caret"><select id="new-copy" @change=${(event: Event) => {
            copyOf = (event.target as HTMLSelectElement).value;
          }}>${forms.map(({ id, title }) => html`<option value=${id} ?selected=${id === copyOf}>${say(title)}</option>`)}</select></div>`
        : nothing
    }
    ${
      from === "questions" || from === "schema"
        ? html`<label class="label" for="new-text">${t(`new.paste.${from}`)}</label><span class="help" id="new-text-help">${t(`new.pasteHelp.${from}`)}</span><textarea class="ctl area" id="new-text" rows="6" spellcheck="false" aria-describedby="new-text-help" @input=${read}></textarea>`
        : nothing
    }
    ${from === "sheet" ? html`<label class="label" for="new-file">${t("new.file")}</label><span class="help" id="new-file-help">${t("new.fileHelp")}</span><input id="new-file" type="file" accept=".csv,.xlsx,text/csv" aria-describedby="new-file-help" @change=${file}>` : nothing}
    ${trouble ? html`<p class="problem" role="alert">${trouble}</p>` : nothing}
    ${guesses.length ? html`<p><b>${t("new.guessed", { n: guesses.length })}</b></p><ul class="changes">${guesses.slice(0, 40).map(({ title, type, options }) => html`<li>${title} <span class="small">${typeWords(type)}${options ? `: ${options.join(" · ")}` : ""}</span></li>`)}</ul>` : nothing}`;
  const sheet = openSheet({ title: t("new.title"), body, go: { label: t("new.go"), run: async () => make(await definition()) }, explain });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
