// `<tf-print-frame>`: a page as it will be printed, in a frame of its own where nothing of it can run, as small as its place asks for.
// A newer page takes the place of the old one without a blink, and stays where it was scrolled to.
import { html } from "lit";
import { TfElement } from "../../ui/element.js";
import { t } from "../../ui/words.js";

/** A sheet of A4 at 96 dots an inch, with a little air beside it. */
const widths = { A4: 794 + 32, "A4-landscape": 1123 + 32 };

class PrintFrame extends TfElement {
  static override properties = { page: { attribute: false }, paper: { attribute: false } };
  declare page: string;
  declare paper: keyof typeof widths;
  private ready = false;

  constructor() {
    super();
    this.page = "";
    this.paper = "A4";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const watch = new ResizeObserver(() => this.fit());
    watch.observe(this);
    this.while(() => watch.disconnect());
  }

  override render(): unknown {
    return html`<iframe src="/api/v1/documents/frame" title=${t("print.page")} sandbox="allow-same-origin allow-modals" @load=${this.loaded}></iframe>`;
  }

  private readonly loaded = (): void => {
    this.ready = true;
    this.put();
  };

  override updated(changed: Map<PropertyKey, unknown>): void {
    this.fit();
    if (changed.has("page")) this.put();
  }

  private get frame(): HTMLIFrameElement | null {
    return this.querySelector("iframe");
  }

  private put(): void {
    const root = this.frame?.contentDocument?.documentElement;
    if (!this.ready || !root || !this.page) return;
    const { scrollTop, scrollLeft } = root;
    root.innerHTML = this.page;
    root.scrollTo(scrollLeft, scrollTop);
  }

  private fit(): void {
    const { frame, clientWidth, clientHeight } = this;
    if (!frame || !clientWidth) return;
    const scale = Math.min(1, clientWidth / widths[this.paper]);
    frame.style.width = `${clientWidth / scale}px`;
    frame.style.height = `${clientHeight / scale}px`;
    frame.style.transform = `scale(${scale})`;
  }

  print(): void {
    this.frame?.contentWindow?.print();
  }
}

customElements.define("tf-print-frame", PrintFrame);

export type { PrintFrame };
