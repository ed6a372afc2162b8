// `<tf-sign-pad name="…">`: signing with a finger, a pen or a mouse, or, by keyboard, with the name of the account.
// Tells `tf-signed`: the drawing as a picture, or nothing when the name alone signs.
import "../ui/late-words.js";
import { html, nothing, svg } from "lit";
import { TfElement } from "../ui/element.js";
import { icon } from "../ui/icon.js";
import { checkCircle } from "../ui/icons/check-circle.js";
import { t } from "../ui/words.js";
import "./sign-pad.css";
import "../styles/read.css";

/** What was signed with. */
export interface Signed {
  image?: Blob;
}

const width = 600;
const height = 200;

class SignPad extends TfElement {
  static override properties = { name: {} };
  declare name: string;
  private strokes: string[] = [];
  private drawing = false;
  private done: "no" | "drawn" | "name" = "no";

  override render(): unknown {
    if (this.done !== "no") {
      return html`<div class="note ok">${icon(checkCircle)}<div><b>${t("sign.done")}</b><br>${this.name}</div></div>
        ${this.done === "drawn" ? this.picture() : nothing}
        <button type="button" class="btn text" @click=${this.again}>${t("sign.clear")}</button>`;
    }
    return html`<p class="help">${t("sign.help")}</p>
      <div class="pad" role="img" aria-label=${t("sign.pad")} @pointerdown=${this.down} @pointermove=${this.move} @pointerup=${this.up} @pointercancel=${this.up}>${this.picture()}</div>
      <div class="pad-acts">
        <button type="button" class="btn" @click=${this.byName}>${t("sign.name", { name: this.name })}</button>
        ${
          this.strokes.length
            ? html`<button type="button" class="btn text" @click=${this.again}>${t("sign.clear")}</button><button type="button" class="btn main" @click=${this.keep}>${t("sign.keep")}</button>`
            : nothing
        }
      </div>`;
  }

  private picture(): unknown {
    return html`<svg class="ink" viewBox="0 0 ${width} ${height}">${this.strokes.map((d) => svg`<path d=${d}></path>`)}</svg>`;
  }

  private down(event: PointerEvent): void {
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.drawing = true;
    this.strokes.push(`M${this.at(event)}`);
    this.requestUpdate();
  }

  private move(event: PointerEvent): void {
    if (!this.drawing) return;
    // All points since the last frame, so that a quick hand stays round.
    const points = event.getCoalescedEvents?.() ?? [];
    const line = (points.length ? points : [event]).map((point) => `L${this.at(point)}`).join("");
    this.strokes.push(this.strokes.pop() + line);
    this.requestUpdate();
  }

  private up(): void {
    this.drawing = false;
  }

  private at(event: PointerEvent): string {
    const box = this.querySelector(".pad")!.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * width;
    const y = ((event.clientY - box.top) / box.height) * height;
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  }

  private again(): void {
    this.strokes = [];
    this.done = "no";
    this.tell("tf-signed", undefined);
    this.requestUpdate();
  }

  private byName(): void {
    this.done = "name";
    this.tell<Signed>("tf-signed", {});
    this.requestUpdate();
  }

  private async keep(): Promise<void> {
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const paper = canvas.getContext("2d")!;
    Object.assign(paper, { lineWidth: 4, lineCap: "round", lineJoin: "round", strokeStyle: "#15294d" });
    for (const d of this.strokes) paper.stroke(new Path2D(d));
    const image = await new Promise<Blob | null>((given) => canvas.toBlob(given, "image/png"));
    this.done = "drawn";
    this.tell<Signed>("tf-signed", image ? { image } : {});
    this.requestUpdate();
  }
}

customElements.define("tf-sign-pad", SignPad);
