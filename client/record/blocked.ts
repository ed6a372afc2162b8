// What is asked of the reader but cannot be done yet, each with what is missing: never a greyed button without a reason.
import { html, nothing, type TemplateResult } from "lit";
import type { RecordView } from "../../schemas/types.js";
import { icon } from "../ui/icon.js";
import { warningCircle } from "../ui/icons/warning-circle.js";
import { say, t } from "../ui/words.js";
import type { CaseChoice } from "./choices.js";

export const blockedNotes = (blocked: CaseChoice[], view: RecordView): TemplateResult | typeof nothing =>
  blocked.length
    ? html`<div class="note wait blocked">${icon(warningCircle)}<ul>${blocked.map(
        (choice) =>
          html`<li><b>${t("record.blocked", { action: say(choice.title) })}</b><br><span class="small">${[say(choice.why!.title), ...(choice.why!.problems ?? []).map(({ title }) => say(title))].join(" · ")}</span><tf-action-why .view=${view} .action=${choice.id}></tf-action-why></li>`,
      )}</ul></div>`
    : nothing;
