// Every version that was published: who, when, why; how any two differ; and the way back to one, which is another publish.
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
  // Any two are set side by side; at first what is in use and what is being written.
  const sides: [string, string] = [String(bench.version), "copy"];
  const of = (side: string): Benched[K] =>
    (items.find(({ version }) => String(version) === side)?.definition as unknown as Benched[K] | undefined) ?? bench.definition;
  const side = (at: 0 | 1, label: string) =>
    html`<div class="ctl has-caret"><select aria-label=${label} @change=${(event: Event) => {
      sides[at] = (event.target as HTMLSelectElement).value;
      sheet.draw();
    }}>${items.map(({ version }) => html`<option value=${version} ?selected=${sides[at] === String(version)}>${t("history.version", { n: version })}</option>`)}<option value="copy" ?selected=${sides[at] === "copy"}>${t("history.copy")}</option></select></div>`;
  const compared = () => {
    const changes = differences(of(sides[0]), of(sides[1]));
    return html`<section class="compare" aria-label=${t("history.compare")}><h3>${t("history.compare")}</h3><div class="sides">${side(0, t("history.before"))}<span>${t("history.to")}</span>${side(1, t("history.after"))}</div>
      <div role="status">${changes.length ? html`<ul class="changes">${changes.map((words) => html`<li>${words}</li>`)}</ul>` : html`<p class="small">${t("history.alike")}</p>`}</div></section>`;
  };
  const sheet = openSheet({
    title: t("history.title"),
    body: () =>
      html`${items.length ? compared() : nothing}${trouble ? html`<p class="problem" role="alert">${trouble}</p>` : nothing}${
        items.length
          ? html`<ol class="versions">${items.map((one) => {
              return html`<li><b>${t("history.version", { n: one.version })}</b>${one.version === bench.version ? html` <span class="tag ok">${t("history.now")}</span>` : nothing}
              <p class="small">${t("history.by", { by: one.by ?? "", when: momentOf(one.at) })}</p>${one.note ? html`<p>${one.note}</p>` : nothing}
              ${one.version === bench.version ? nothing : html`<button type="button" class="btn" @click=${() => void back(one)}>${t("history.back")}</button>`}</li>`;
            })}</ol>`
          : html`<p class="small">${t("history.none")}</p>`
      }`,
    go: { label: t("history.close"), run: () => undefined },
  });
}
