// While publishing: which of the open requests this version does. Those are told right afterwards, each once, also when it has to be tried again.
import { html, nothing, type TemplateResult } from "lit";
import { pick } from "../fields/pick.js";
import { t } from "../ui/words.js";
import { explain } from "./explain.js";
import { type ChangeRequest, publishedIn, requestWords } from "./requests.js";

export class RequestsBoxes {
  private readonly done = new Set<string>();

  constructor(private readonly items: readonly ChangeRequest[]) {}

  body(draw: () => void): TemplateResult | typeof nothing {
    if (!this.items.length) return nothing;
    const turn = (id: string, on: boolean): void => {
      if (on) this.done.add(id);
      else this.done.delete(id);
      draw();
    };
    return html`<fieldset class="publish-asks"><legend class="label">${t("asks.inThis")}</legend><span class="help">${t("asks.inThisHelp")}</span>
      <div class="picks">${this.items.map((one) => pick("checkbox", "publish-asks", requestWords(one), this.done.has(one.id), (on) => turn(one.id, on)))}</div></fieldset>`;
  }

  /** One after another: where one fails, those before it are told and need nothing more. */
  async run(version: number): Promise<void> {
    try {
      for (const id of this.done) await publishedIn(id, version);
    } catch (error) {
      throw new Error(t("asks.notTold", { n: version, why: explain(error) }));
    }
  }
}
