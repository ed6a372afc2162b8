// Publishing: what changes and for whom, why, and the word that it is done. Nothing of what was sent is touched.
import { html, nothing } from "lit";
import type { VersionView } from "../../schemas/types.js";
import { api } from "../api/api.js";
import { openSheet } from "../ui/screen/sheet.js";
import { toast } from "../ui/toast.js";
import { say, t } from "../ui/words.js";
import { explain } from "./explain.js";
import { publish } from "./publish.js";
import type { Benched, Kind, Workbench } from "./workbench.js";

export interface Publishing<K extends Kind> {
  bench: Workbench<K>;
  /** What is different from the version in use, in words. */
  differences: (before: Benched[K], after: Benched[K]) => string[];
  /** What a first version means to people. */
  first: string;
  /** What else is asked, and done right after publishing. */
  more?: { body: (draw: () => void) => unknown; run: (version: number) => Promise<void> };
  done: (version: number) => void;
}

/** Opens the sheet once the server has everything. */
export async function openPublish<K extends Kind>({ bench, differences, first, more, done }: Publishing<K>): Promise<void> {
  await bench.settled();
  const { definition, version, path } = bench;
  const before = version ? (await api.get<VersionView>(`${path}/versions/${version}`)).definition : undefined;
  const changes = before ? differences(before as unknown as Benched[K], definition) : [];
  let note = "";
  let again = false;
  const sheet = openSheet({
    title: t("publish.title", { title: say(definition.title) }),
    note: version ? t("publish.next", { n: version + 1 }) : first,
    body: () => html`${
      version
        ? html`<p><b>${t(changes.length ? "publish.changes" : "publish.nothing", { n: version })}</b></p>${changes.length ? html`<ul class="changes">${changes.map((words) => html`<li>${words}</li>`)}</ul>` : nothing}`
        : nothing
    }<label class="label" for="publish-note">${t("publish.note")}</label><span class="help" id="publish-note-help">${t("publish.noteHelp")}</span>
      <textarea class="ctl area" id="publish-note" rows="2" aria-describedby="publish-note-help" maxlength="1000" @input=${(event: Event) => {
        note = (event.target as HTMLTextAreaElement).value;
      }}></textarea>${more?.body(draw) ?? nothing}`,
    go: {
      label: t("publish.go"),
      run: async () => {
        const retry = again;
        again = true;
        const version = await publish(path, { note: note.trim(), again: retry });
        done(version);
        await more?.run(version);
        toast(t("publish.done", { n: version }));
      },
    },
    explain,
  });
  function draw(): void {
    sheet.draw();
  }
}
