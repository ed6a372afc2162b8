// Where a new form comes from: a blank sheet, the library, a form that is there, a list of questions, a file with its rows, or a JSON Schema.
import { html, nothing, type TemplateResult } from "lit";
import type { DefinitionList, FormDefinition, WorkingCopy } from "../../../schemas/types.js";
import { api } from "../../api/api.js";
import { clock } from "../../ui/clock.js";
import { openSheet } from "../../ui/screen/sheet.js";
import { say, t } from "../../ui/words.js";
import { sheetFileControl } from "../controls.js";
import { asRegister, fieldsFromSchema, type Guess, guessColumns, guessQuestions, withGuesses } from "../engine.js";
import { explain } from "../explain.js";
import type { KeptSheet } from "../import/import-store.js";
import { readSheet, type Sheet } from "../read-sheet.js";
import { newFieldId } from "./field-id.js";
import { typeWords } from "./kinds.js";
import { type Column, columnsOf, startColumns } from "./start-columns.js";
import { StartLibrary } from "./start-library.js";

type Row = DefinitionList["items"][number];
type From = "blank" | "library" | "copy" | "questions" | "sheet" | "schema";

export interface Start {
  /** Keeps the definition, and the rows it was made from, and goes there. */
  make(definition: Omit<FormDefinition, "id">, sheet?: KeptSheet): Promise<void>;
  /** Goes to a form that was made elsewhere. */
  open(id: string): void;
}

const blank: Omit<FormDefinition, "id" | "title"> = {
  kind: "form",
  schema: { type: "object", properties: {} },
  layout: [{ page: { th: "หน้า 1", en: "Page 1" }, sections: [{ id: "main", fields: [] }] }],
  access: { create: ["school-staff"], list: ["director", "education-office"] },
};

/** Rows that a guess looks at. */
const mostLooked = 500;

/** Whoever brings rows is to be able to import them: the administrator fills it as well, until the author says otherwise. */
const fromRows = { ...blank, access: { ...blank.access, create: ["school-staff", "lao-admin"] } };

/** Asks, and makes the definition. */
export function openStart(forms: readonly Row[], { make, open }: Start): void {
  let name = "";
  let from: From = "blank";
  let copyOf = forms[0]?.id ?? "";
  let text = "";
  let guesses: Guess[] = [];
  let trouble = "";
  let rows: Sheet | undefined;
  let columns: Column[] = [];
  const library = new StartLibrary(() => sheet.draw(), explain);
  const choose = (next: From) => {
    [from, text, guesses, trouble, rows, columns] = [next, "", [], "", undefined, []];
    sheet.draw();
    if (next === "library") void library.open();
  };
  const correct = (column: Column) => {
    columns = columns.map((one) => (one.at === column.at ? column : one));
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
      rows = await readSheet(chosen);
      const cells = rows.rows.slice(0, mostLooked).map((row) => row.cells);
      columns = columnsOf(guessColumns(rows.header, cells, clock.today()));
      trouble = columns.length ? "" : t("new.sheetEmpty");
    } catch {
      [rows, columns, trouble] = [undefined, [], t("new.sheetWrong")];
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
    if (from === "questions") {
      if (!guesses.length) throw new Error(t("new.guessFirst"));
      return withGuesses({ ...blank, id: "new", title }, guesses, "main", newFieldId);
    }
    return { ...blank, title };
  };
  /** The form of the columns that come along, with the rows and which field each of their columns became. */
  const ofSheet = async (sheet: Sheet | undefined): Promise<void> => {
    const taken = columns.filter((column) => column.taken && column.title.trim());
    if (!name.trim()) throw new Error(t("new.nameFirst"));
    if (!sheet || !taken.length) throw new Error(t("new.guessFirst"));
    const fields: (string | undefined)[] = sheet.header.map(() => undefined);
    const order = [...taken];
    const form = withGuesses({ ...fromRows, id: "new", title: name.trim() }, taken, "main", () => (fields[order.shift()!.at] = newFieldId()));
    await make(asRegister(form), { ...sheet, fields });
  };
  const run = async (): Promise<void> => {
    if (from === "library") open(await library.copy(name.trim()));
    else if (from === "sheet") await ofSheet(rows);
    else await make(await definition());
  };
  const body =
    (): TemplateResult => html`<label class="label" for="new-name">${t("new.name")}</label><span class="help" id="new-name-help">${t(from === "library" ? "library.nameHelp" : "new.nameHelp")}</span>
    <div class="ctl"><input id="new-name" autocomplete="off" aria-describedby="new-name-help" @input=${(event: Event) => {
      name = (event.target as HTMLInputElement).value;
    }}></div>
    <label class="label" for="new-from">${t("new.from")}</label>
    <div class="ctl has-caret"><select id="new-from" @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as From)}>${(
      ["blank", "library", "copy", "questions", "sheet", "schema"] as const
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
    ${from === "sheet" ? sheetFileControl({ id: "new-file", label: t("new.file"), help: t("new.fileHelp"), chosen: rows?.file, change: file }) : nothing}
    ${from === "library" ? library.body() : nothing}
    ${rows && columns.length ? startColumns(rows, columns, correct) : nothing}
    ${trouble ? html`<p class="problem" role="alert">${trouble}</p>` : nothing}
    ${guesses.length ? html`<p><b>${t("new.guessed", { n: guesses.length })}</b></p><ul class="changes">${guesses.slice(0, 40).map(({ title, type, options }) => html`<li>${title} <span class="small">${typeWords(type)}${options ? `: ${options.join(" · ")}` : ""}</span></li>`)}</ul>` : nothing}`;
  const sheet = openSheet({ title: t("new.title"), body, go: { label: t("new.go"), run }, explain });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
