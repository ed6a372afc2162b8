// A position: found by the device at the press of a button, or typed as a map writes it. No map is drawn: a link opens the phone's own.
import "../ui/late-words.js";
import { html, nothing } from "lit";
import { isPosition, location, writePosition } from "../../engine/fields/location.js";
import { icon } from "../ui/icon.js";
import { crosshair } from "../ui/icons/crosshair.js";
import { t } from "../ui/words.js";
import "./location.css";
import { TypedField } from "./typed-field.js";

/** What the device says when it finds nothing, by its code. */
const troubles = { 1: "location.denied", 2: "location.unavailable", 3: "location.timeout" } as const;

class LocationField extends TypedField {
  protected readonly whole = /^[-−]?[\d๐-๙]+\.[\d๐-๙]{4,}\s*,\s*[-−]?[\d๐-๙]+\.[\d๐-๙]{4,}$/;
  protected readonly keyboard = "text";
  private status = "";
  private failed = false;
  private looking = false;

  protected override helpWords(): string {
    return super.helpWords() || t("location.help");
  }

  protected written(value: unknown): string {
    return isPosition(value) ? writePosition(value) : "";
  }

  protected control(): unknown {
    const { value } = this.node;
    const position = isPosition(value) && !this.typed ? value : undefined;
    const off = position?.accuracy === undefined ? nothing : html`<span class="small n">${t("location.accuracy", { n: position.accuracy })}</span>`;
    return html`${this.box(off)}<div class="location"><button type="button" class="btn" ?disabled=${this.looking} @click=${this.find}>${icon(crosshair)}${t("location.find")}</button>${
      position ? html`<a class="btn text" href="geo:${position.lat},${position.lng}">${t("location.open")}</a>` : nothing
    }</div><p class=${this.failed ? "problem" : "small"} role="status">${this.status}</p>`;
  }

  private find(): void {
    if (!("geolocation" in navigator)) {
      this.told("location.none", true);
      return;
    }
    this.looking = true;
    this.told("location.looking");
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        this.looking = false;
        this.answer(location.clean!({ lat: latitude, lng: longitude, accuracy }, {}));
        this.told("location.found");
      },
      ({ code }) => {
        this.looking = false;
        this.told(troubles[code as keyof typeof troubles] ?? "location.unavailable", true);
      },
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 10_000 },
    );
  }

  private told(key: Parameters<typeof t>[0], failed = false): void {
    this.status = t(key);
    this.failed = failed;
    this.requestUpdate();
  }
}

customElements.define("tf-location-field", LocationField);
