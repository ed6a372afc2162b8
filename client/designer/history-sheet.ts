// Every version that was published: who, when, why; how it differs from the working copy; and the way back to it, which is another publish.
import { html, nothing } from "lit";
import type { Versions, VersionView } from "../../schemas/types.js";
import { api } from "../api/api.js";
import { openSheet } from "../ui/screen/sheet.js";
import { momentOf } from "../ui/screen/when.js";
import { toast } from "../ui/toast.js";
import { both, t } from "../ui/words.js";
import { explain } from "./explain.js";
import { publish } from "./publish.js";
import type { Benched, Kind, Workbench } from "./workbench.js";

export async function openHistory<K extends Kind>(
  bench: Workbench<K>,
  differences: (before: Benched[K], after: Benched[K]) => string[],
  done: (version: number) => void,
): Promise<void> {
  const { items } = bench.version ? await api.get<Versions>(`${bench.path}/versions`) : { items: [] as VersionView[] };
  let trouble = "";
  let again = false;
  const back = async ({ version, definition }: VersionView): Promise<void> => {
    try {
      bench.take(both("history.backNote", { n: version }), definition as unknown as Benched[K]);
      await bench.settled();
      const retry = again;
      again = true;
      const now = await publish(bench.path, { note: t("history.backNote", { n: version }), again: retry });
      done(now);
      toast(t("history.done", { from: version, n: now }));
      sheet.close();
    } catch (error) {
      trouble = explain(error);
      sheet.draw();
    }
  };
  const sheet = openSheet({
    title: t("history.title"),
    body: () =>
      html`${trouble ? html`<p class="problem" role="alert">${trouble}</p>` : nothing}${
        items.length
          ? html`<ol class="versions">${items.map((one) => {
              const changes = differences(one.definition as unknown as Benched[K], bench.definition);
              return html`<li><b>${t("history.version", { n: one.version })}</b>${one.version === bench.version ? html` <span class="tag ok">${t("history.now")}</span>` : nothing}
              <p class="small">${t("history.by", { by: one.by ?? "", when: momentOf(one.at) })}</p>${one.note ? html`<p>${one.note}</p>` : nothing}
              ${changes.length ? html`<details><summary>${t("history.against")}</summary><ul class="changes">${changes.map((words) => html`<li>${words}</li>`)}</ul></details>` : html`<p class="small">${t("history.same")}</p>`}
              ${one.version === bench.version ? nothing : html`<button type="button" class="btn" @click=${() => void back(one)}>${t("history.back")}</button>`}</li>`;
            })}</ol>`
          : html`<p class="small versions">${t("history.none")}</p>`
      }`,
    go: { label: t("history.close"), run: () => undefined },
  });
}
