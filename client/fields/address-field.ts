// An address in its parts. Typing a subdistrict or a postcode offers places that fill the rest; every box may be typed freely, and without reach is.
import "../ui/late-words.js";
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { type Address, type AddressPart, addressParts } from "../../engine/fields/address.js";
import { searchable } from "../../engine/thai/normalise.js";
import type { Subdistrict, Subdistricts } from "../../schemas/types.js";
import { api, query } from "../api/api.js";
import { clock } from "../ui/clock.js";
import { t } from "../ui/words.js";
import "./address.css";
import { FieldElement } from "./field-element.js";

/** Boxes that offer places, and from how many letters on. */
const offering: Partial<Record<AddressPart, number>> = { subdistrict: 2, postcode: 3 };
const filled = ["subdistrict", "district", "province", "postcode"] as const;

class AddressField extends FieldElement {
  private offers: Subdistrict[] = [];
  /** The box that the offers stand under. */
  private under: AddressPart | undefined;
  private chosen = -1;
  private status = "";
  private stop = () => {};
  /** A finger or a button is down. */
  private pressed = false;
  private leaving = false;

  override connectedCallback(): void {
    super.connectedCallback();
    for (const type of ["pointerdown", "pointerup", "pointercancel"]) {
      addEventListener(type, this.press, true);
      this.while(() => removeEventListener(type, this.press, true));
    }
    this.while(() => this.stop());
  }

  protected override get several(): boolean {
    return true;
  }

  protected override helpWords(): string {
    return super.helpWords() || t("address.help");
  }

  protected control(): unknown {
    const wrong = new Set(this.loud ? this.node.problems.map(({ path }) => path?.split("/").at(-1)) : []);
    return html`<div class="address-parts">${addressParts.map((part) => this.partBox(part, wrong.has(part)))}</div><p class="hide" role="status">${this.status}</p>`;
  }

  private partBox(part: AddressPart, wrong: boolean): unknown {
    const id = part === "house" ? this.controlId : `${this.controlId}-${part}`;
    const offers = part in offering;
    const open = this.under === part && this.offers.length > 0;
    const list = `${this.controlId}-offers`;
    return html`<div class=${`part-${part}`} @focusin=${offers ? this.enter : nothing} @focusout=${offers ? this.close : nothing}><label class="small" for=${id}>${t(`address.${part}`)}</label><div class="ctl"><input id=${id}
      .value=${live(this.given()[part] ?? "")} inputmode=${part === "postcode" ? "numeric" : nothing} autocomplete="off" aria-invalid=${wrong ? "true" : nothing}
      role=${offers ? "combobox" : nothing} aria-autocomplete=${offers ? "list" : nothing} aria-expanded=${offers ? String(open) : nothing} aria-controls=${open ? list : nothing}
      aria-activedescendant=${open && this.chosen >= 0 ? `${list}-${this.chosen}` : nothing} @input=${this.typing(part)} @keydown=${offers ? this.key : nothing}></div></div>${
        open
          ? html`<ul id=${list} class="offers" role="listbox" aria-label=${t("address.offers")} @mousedown=${(event: Event) => event.preventDefault()}>${this.offers.map(
              (offer, i) =>
                html`<li role="option" id=${`${list}-${i}`} aria-selected=${i === this.chosen} @click=${() => this.take(offer)}><span>${offer.subdistrict}</span><span class="small">${t(offer.province === "กรุงเทพมหานคร" ? "address.inBangkok" : "address.in", { ...offer })}</span></li>`,
            )}</ul>`
          : nothing
      }`;
  }

  private given(): Address {
    const { value } = this.node;
    return typeof value === "object" && value !== null ? (value as Address) : {};
  }

  private typing(part: AddressPart): (event: Event) => void {
    return (event) => {
      const { [part]: _, ...others } = this.given();
      const text = (event.target as HTMLInputElement).value;
      const address: Address = text ? { ...others, [part]: text } : others;
      this.answer(Object.keys(address).length ? address : null);
      if (part in offering) this.offer(part, searchable(text));
    };
  }

  /** Asks for places once the typing rests. What comes too late, or not at all, is not missed. */
  private offer(part: AddressPart, text: string): void {
    this.stop();
    this.show(part, []);
    if (text.length < offering[part]!) return;
    this.stop = clock.after(200, async () => {
      const found = await api.get<Subdistricts>(query("/subdistricts", { q: text })).catch(() => undefined);
      const box = this.querySelector<HTMLInputElement>(`.part-${part} input`);
      if (found && box === document.activeElement && searchable(box!.value) === text) this.show(part, found.items);
    });
  }

  private show(part: AddressPart | undefined, offers: Subdistrict[]): void {
    this.under = part;
    this.offers = offers;
    this.chosen = -1;
    this.status = offers.length ? t("address.found", { n: offers.length }) : "";
    this.requestUpdate();
    if (offers.length) void this.updateComplete.then(() => this.querySelector("[role=option]")?.scrollIntoView({ block: "nearest" }));
  }

  private readonly key = (event: KeyboardEvent): void => {
    const { length } = this.offers;
    if (!length) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step) {
      event.preventDefault();
      this.chosen = this.chosen < 0 ? (step > 0 ? 0 : length - 1) : (this.chosen + step + length) % length;
      this.requestUpdate();
      void this.updateComplete.then(() => this.querySelector("[role=option][aria-selected=true]")?.scrollIntoView({ block: "nearest" }));
    } else if (event.key === "Enter" && this.chosen >= 0) {
      event.preventDefault();
      this.take(this.offers[this.chosen]!);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      this.show(undefined, []);
    }
  };

  private readonly enter = (): void => {
    this.leaving = false;
  };

  // The list goes once the press that left the box has done its work: gone before, it would move what is pressed from under the finger.
  private readonly close = (): void => {
    this.stop();
    this.leaving = true;
    if (!this.pressed) this.goSoon();
  };

  private readonly press = ({ type }: Event): void => {
    this.pressed = type === "pointerdown";
    if (!this.pressed && this.leaving) this.goSoon();
  };

  private goSoon(): void {
    clock.after(0, () => {
      if (this.leaving && this.under) this.show(undefined, []);
    });
  }

  private take(offer: Subdistrict): void {
    this.show(undefined, []);
    this.status = t("address.filled");
    this.answer({ ...this.given(), ...Object.fromEntries(filled.map((part) => [part, offer[part]])) });
  }
}

customElements.define("tf-address-field", AddressField);
