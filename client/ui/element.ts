// What every element of ours is: Lit in the light DOM, so that the one style sheet, labels and assistive tools reach it; drawn again on a language switch.
import { LitElement } from "lit";
import { onLanguage } from "./language.js";

export class TfElement extends LitElement {
  private stops: (() => void)[] = [];

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.while(onLanguage(() => this.requestUpdate()));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.stops) stop();
    this.stops = [];
  }

  /** Keeps a subscription for as long as the element is on the page. */
  protected while(stop: () => void): void {
    this.stops.push(stop);
  }

  /** Tells the elements around it. */
  protected tell<T>(type: string, detail?: T): boolean {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, cancelable: true }));
  }
}
