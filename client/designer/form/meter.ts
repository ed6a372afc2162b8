// What a form costs those who fill it: bytes over the line, seconds on a weak link, minutes of their time.
import { html, type TemplateResult } from "lit";
import type { FormDefinition } from "../../../schemas/types.js";
import { t } from "../../ui/words.js";
import { minutesOf } from "../engine.js";

/** A weak link: 400 kbit/s, 400 ms there and back. */
const bytesASecond = 50_000;
const roundTrip = 0.4;
/** More than this is asked too much of a phone, or of a person. */
const heavy = { kilobytes: 60, minutes: 20 };

export class Meter {
  private weighed: FormDefinition | undefined;
  private bytes = 0;

  constructor(private readonly draw: () => void) {}

  /** Weighs what a phone fetches of the form itself, packed as the server packs it. */
  private async weigh(form: FormDefinition): Promise<void> {
    this.weighed = form;
    // Examples stay here.
    const packed = new Blob([JSON.stringify({ ...form, examples: undefined })]).stream().pipeThrough(new CompressionStream("gzip"));
    const bytes = (await new Response(packed).arrayBuffer()).byteLength;
    if (this.weighed !== form || bytes === this.bytes) return;
    this.bytes = bytes;
    this.draw();
  }

  view(form: FormDefinition): TemplateResult {
    if (this.weighed !== form) void this.weigh(form);
    const kilobytes = this.bytes / 1024;
    const minutes = minutesOf(form);
    const over = kilobytes > heavy.kilobytes || minutes > heavy.minutes;
    return html`<span class="small meter ${over ? "over" : ""}">${t("meter.words", { kb: kilobytes.toFixed(1), seconds: (roundTrip + this.bytes / bytesASecond).toFixed(1), minutes: minutes < 1 ? "<1" : Math.round(minutes) })}${over ? ` ${t("meter.over")}` : ""}</span>`;
  }
}
