// `<tf-sign-pad name="…">`: signing with a finger, a pen or a mouse, or, by keyboard, with the name of the account.
// Tells `tf-signed` after every stroke, so that what is drawn counts whenever the main button is pressed: the drawing as a picture, or nothing when the name alone signs.
import "../ui/late-words.js";
import { html, svg } from "lit";
import { TfElement } from "../ui/element.js";
import { icon } from "../ui/icon.js";
import { checkCircle } from "../ui/icons/check-circle.js";
import { t } from "../ui/words.js";
import "./sign-pad.css";
import "../styles/read.css";

/** What was signed with. */
export interface Signed {
  /** The drawing: it becomes a picture in a moment. */
  image?: Promise<Blob>;
}

const width = 600;
const height = 200;

class SignPad extends TfElement {
  static override properties = { name: {} };
  declare name: string;
  private strokes: string[] = [];
  private drawing = false;
  private named = false;

  override render(): unknown {
    if (this.named) {
      return html`<div class="note ok">${icon(checkCircle)}<div><b>${t("sign.done")}</b><br>${this.name}</div></div>
        <button type="button" class="btn text" @click=${this.again}>${t("sign.clear")}</button>`;
    }
    return html`<p class="help">${t("sign.help")}</p>
      <div class="sign-area" role="img" aria-label=${t("sign.pad")} @pointerdown=${this.down} @pointermove=${this.move} @pointerup=${this.up} @pointercancel=${this.up}>${this.picture()}</div>
      <div class="sign-acts">${
        this.strokes.length
          ? html`<span class="small" role="status">${t("sign.drawn")}</span><button type="button" class="btn text" @click=${this.again}>${t("sign.clear")}</button>`
          : html`<button type="button" class="btn" @click=${this.byName}>${t("sign.name", { name: this.name })}</button>`
      }</div>`;
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
    if (!this.drawing) return;
    this.drawing = false;
    this.tell<Signed>("tf-signed", { image: pictureOf(this.strokes) });
  }

  private at(event: PointerEvent): string {
    const box = this.querySelector(".sign-area")!.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * width;
    const y = ((event.clientY - box.top) / box.height) * height;
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  }

  private again(): void {
    this.strokes = [];
    this.named = false;
    this.tell("tf-signed", undefined);
    this.requestUpdate();
  }

  private byName(): void {
    this.named = true;
    this.tell<Signed>("tf-signed", {});
    this.requestUpdate();
  }
}

/** The strokes as ink on a clear ground. */
function pictureOf(strokes: readonly string[]): Promise<Blob> {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const paper = canvas.getContext("2d")!;
  Object.assign(paper, { lineWidth: 4, lineCap: "round", lineJoin: "round", strokeStyle: "#15294d" });
  for (const d of strokes) paper.stroke(new Path2D(d));
  return new Promise((given, failed) => canvas.toBlob((image) => (image ? given(image) : failed(new Error("No picture of the signature"))), "image/png"));
}

customElements.define("tf-sign-pad", SignPad);
