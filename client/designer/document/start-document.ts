// Where a new document comes from: a layout that offices know, made of the questions of a form; or another document.
import { html, nothing, type TemplateResult } from "lit";
import type { DocumentDefinition, FormDefinition, WorkflowDefinition, WorkingCopy } from "../../../schemas/types.js";
import { api } from "../../api/api.js";
import { openSheet } from "../../ui/screen/sheet.js";
import { t } from "../../ui/words.js";
import type { Option } from "../controls.js";
import { type Layout, layouts, startDocument } from "../engine.js";
import { explain } from "../explain.js";

export interface StartDocument {
  forms: readonly Option[];
  documents: readonly Option[];
  /** The form it is for, where that is known. */
  form?: string;
  /** Its copy, where that is at hand. */
  copy?: FormDefinition;
  /** Keeps it for this form, and goes there. */
  make: (definition: Omit<DocumentDefinition, "id">, form: string | undefined) => Promise<void>;
}

/** The copy of a definition; nothing where it is not there any more. */
export const copyOf = async <T>(kind: string, id: string): Promise<T | undefined> =>
  (await api.get<WorkingCopy>(`/definitions/${kind}/${encodeURIComponent(id)}`).catch(() => undefined))?.definition as T | undefined;

export function openStartDocument({ forms, documents, make, ...given }: StartDocument): void {
  let name = "";
  let form = given.form ?? forms[0]?.id;
  let from: Layout | "copy" = "sheet";
  let source = documents[0]?.id ?? "";
  const definition = async (): Promise<Omit<DocumentDefinition, "id">> => {
    const title = name.trim();
    if (!title) throw new Error(t("print.nameFirst"));
    if (from === "copy") {
      const { id: _, ...rest } = (await api.get<WorkingCopy>(`/definitions/document/${encodeURIComponent(source)}`))
        .definition as unknown as DocumentDefinition;
      return { ...rest, title };
    }
    if (form === undefined) throw new Error(t("print.formFirst"));
    const own = given.copy ?? (await copyOf<FormDefinition>("form", form));
    if (!own) throw new Error(t("print.formGone"));
    const workflow = own.workflow === undefined ? undefined : await copyOf<WorkflowDefinition>("workflow", own.workflow);
    return startDocument(from, { title, form: own, ...(workflow ? { workflow } : {}) });
  };
  const choose = (next: string) => {
    from = next as typeof from;
    sheet.draw();
  };
  const choice = (one: typeof from): TemplateResult =>
    html`<label class="pick ${one === from ? "on" : ""}"><input class="hide" type="radio" name="new-layout" value=${one} .checked=${one === from} @change=${() => choose(one)}><span class="dot" aria-hidden="true"></span><span><b>${t(`print.layout.${one}`)}</b><br><span class="small">${t(`print.layoutNote.${one}`)}</span></span></label>`;
  const select = (id: string, words: string, options: readonly Option[], chosen: string | undefined, change: (value: string) => void): TemplateResult =>
    html`<label class="label" for=${id}>${words}</label><div class="ctl has-caret"><select id=${id} @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}>${options.map((one) => html`<option value=${one.id} ?selected=${one.id === chosen}>${one.title}</option>`)}</select></div>`;
  const body =
    (): TemplateResult => html`<label class="label" for="new-print">${t("print.name")}</label><span class="help" id="new-print-help">${t("print.nameHelp")}</span>
    <div class="ctl"><input id="new-print" autocomplete="off" aria-describedby="new-print-help" @input=${(event: Event) => {
      name = (event.target as HTMLInputElement).value;
    }}></div>
    ${given.form === undefined ? select("new-print-form", t("print.forForm"), forms, form, (value) => (form = value)) : nothing}
    <fieldset class="layouts"><legend class="label">${t("print.from")}</legend>${layouts.map(choice)}${documents.length ? choice("copy") : nothing}</fieldset>
    ${from === "copy" ? select("new-print-copy", t("print.copy"), documents, source, (value) => (source = value)) : nothing}`;
  const sheet = openSheet({ title: t("designs.newDocument"), body, go: { label: t("print.make"), run: async () => make(await definition(), form) }, explain });
}
