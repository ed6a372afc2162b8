// A time of the day: typed as 0845, 8.45 or 08:45, in either digits.
import { html } from "lit";
import { isTime } from "../../engine/fields/time.js";
import { t } from "../ui/words.js";
import "../ui/late-words.js";
import { TypedField } from "./typed-field.js";

class TimeField extends TypedField {
  protected readonly whole = /^([\d๐-๙]{4}|[\d๐-๙]{1,2}[:.][\d๐-๙]{2})$/;
  protected readonly keyboard = "numeric";

  protected override helpWords(): string {
    return super.helpWords() || t("clock.help");
  }

  protected written(value: unknown): string {
    return isTime(value) ? value : "";
  }

  protected control(): unknown {
    return this.box(html`<span class="small n">${t("clock.unit")}</span>`);
  }
}

customElements.define("tf-time-field", TimeField);
