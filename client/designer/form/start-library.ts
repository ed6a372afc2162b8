// A form of the library to begin with: what there is, what one of them asks and brings along, and the copy of it as a form of one's own.
import { html, nothing, type TemplateResult } from "lit";
import type { FormDefinition, InstalledTemplate, TemplateList, TemplatePart, TemplateView } from "../../../schemas/types.js";
import { api } from "../../api/api.js";
import { icon } from "../../ui/icon.js";
import { warning } from "../../ui/icons/warning.js";
import { say, t } from "../../ui/words.js";
import { fieldsOf, layoutOf } from "../engine.js";
import { typeWords } from "./kinds.js";

type Row = TemplateList["items"][number];

export class StartLibrary {
  private items: Row[] | undefined;
  private view: TemplateView | undefined;
  private chosen = "";
  private trouble = "";

  constructor(
    private readonly draw: () => void,
    private readonly explain: (error: unknown) => string,
  ) {}

  /** Fetches what there is, once. */
  async open(): Promise<void> {
    if (!this.items) await this.fetch(async () => (this.items = (await api.get<TemplateList>("/templates")).items.filter(({ kind }) => kind === "form")));
  }

  /** Copies what was chosen and gives the id of the form. Asked again after a lost answer it is the same copy. */
  async copy(name: string): Promise<string> {
    const { view } = this;
    if (!view) throw new Error(t("library.choose"));
    const { id } = view.form as unknown as FormDefinition;
    await api.put<InstalledTemplate>(`/templates/${encodeURIComponent(view.id)}/copies/${encodeURIComponent(id)}`, name ? { title: name } : {});
    return id;
  }

  private async choose(id: string): Promise<void> {
    [this.chosen, this.view] = [id, undefined];
    this.draw();
    await this.fetch(async () => {
      const view = await api.get<TemplateView>(`/templates/${encodeURIComponent(id)}`);
      if (this.chosen === id) this.view = view;
    });
  }

  private async fetch(run: () => Promise<unknown>): Promise<void> {
    this.trouble = "";
    try {
      await run();
    } catch (error) {
      this.trouble = this.explain(error);
    }
    this.draw();
  }

  body(): TemplateResult {
    if (this.trouble) return html`<p class="problem" role="alert">${this.trouble}</p>`;
    if (!this.items) return html`<p class="small" role="status">${t("library.loading")}</p>`;
    return html`<fieldset><legend class="label">${t("library.title")}</legend><div class="picks library">${this.items.map((row) => this.row(row))}</div></fieldset>
      <div aria-live="polite">${this.view ? shown(this.view) : nothing}</div>`;
  }

  private row({ id, title, note }: Row): TemplateResult {
    const on = id === this.chosen;
    return html`<label class="pick ${on ? "on" : ""}"><input type="radio" class="hide" name="library" value=${id} .checked=${on} @change=${() => void this.choose(id)}><span class="dot" aria-hidden="true"></span><span>${say(title)}${note ? html`<br><span class="small">${say(note)}</span>` : nothing}</span></label>`;
  }
}

function shown({ form: plain, there, parts, needs }: TemplateView): TemplateResult {
  const form = plain as unknown as FormDefinition;
  const missing = needs.filter((one) => !one.there);
  return html`${there ? html`<p class="library-there">${t("library.there")}</p>` : nothing}
    ${missing.length ? html`<p class="problem warn">${icon(warning)}<span>${t("library.needs", { forms: missing.map(({ title }) => say(title)).join(", ") })}</span></p>` : nothing}
    <details><summary class="label">${t("library.fields", { n: fieldsOf(form).length })}</summary>${layoutOf(form).map(({ page, sections }) => html`<h3>${say(page)}</h3><ul class="changes">${sections.flatMap(({ fields }) => fields.map((name) => fieldLine(form, name)))}</ul>`)}</details>
    <details open><summary class="label">${t("library.parts", { n: parts.length })}</summary><ul class="changes">${parts.map(partLine)}</ul></details>`;
}

function fieldLine(form: FormDefinition, name: string): TemplateResult | typeof nothing {
  const schema = form.schema.properties[name];
  if (!schema) return nothing;
  const words = schema["x-en"]?.title === undefined ? (schema.title ?? name) : { th: schema.title ?? name, en: schema["x-en"].title };
  return html`<li>${say(words)} <span class="small">${schema["x-field"] ? typeWords(schema["x-field"]) : ""}</span></li>`;
}

const kindWords = (kind: string): string => (kind === "workflow" ? t("library.workflow") : kind === "document" ? t("library.document") : t("library.codes"));
const partLine = ({ kind, title, there }: TemplatePart): TemplateResult =>
  html`<li>${kindWords(kind)}: ${say(title)} <span class="small">${t(there ? "library.own" : "library.new")}</span></li>`;
