// Publishing: what changes and for whom, why, and the word that it is done. Nothing of what was sent is touched.
import { html, nothing } from "lit";
import type { FormDefinition, Published, VersionView } from "../../schemas/types.js";
import { api } from "../api/api.js";
import { openSheet } from "../ui/screen/sheet.js";
import { toast } from "../ui/toast.js";
import { say, t } from "../ui/words.js";
import { differences } from "./compare.js";
import type { Workbench } from "./workbench.js";

/** Opens the sheet once the server has everything; `done` is told the new version. */
export async function openPublish(bench: Workbench, done: (version: number) => void): Promise<void> {
  await bench.settled();
  const { form, version } = bench;
  const path = `/definitions/form/${encodeURIComponent(form.id)}`;
  const before = version ? (await api.get<VersionView>(`${path}/versions/${version}`)).definition : undefined;
  const changes = before ? differences(before as unknown as FormDefinition, form) : [];
  let note = "";
  openSheet({
    title: t("publish.title", { title: say(form.title) }),
    note: version ? t("publish.next", { n: version + 1 }) : t("publish.first"),
    body: () => html`${
      version
        ? html`<p><b>${t(changes.length ? "publish.changes" : "publish.nothing", { n: version })}</b></p>${changes.length ? html`<ul class="changes">${changes.map((words) => html`<li>${words}</li>`)}</ul>` : nothing}`
        : nothing
    }<label class="label" for="publish-note">${t("publish.note")}</label><span class="help" id="publish-note-help">${t("publish.noteHelp")}</span>
      <textarea class="ctl area" id="publish-note" rows="2" aria-describedby="publish-note-help" maxlength="1000" @input=${(event: Event) => {
        note = (event.target as HTMLTextAreaElement).value;
      }}></textarea>`,
    go: {
      label: t("publish.go"),
      run: async () => {
        const { version } = await api.post<Published>(`${path}/publish`, note.trim() ? { note: note.trim() } : {});
        done(version);
        toast(t("publish.done", { n: version }));
      },
    },
  });
}
