// Files and photos: from the camera or the device, made smaller here, kept at once and sent when the server can be reached.
import "../ui/late-words.js";
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { FileView, Problem } from "../../schemas/types.js";
import { network } from "../api/network.js";
import { OfflineError, ProblemError } from "../api/problem-error.js";
import { forgetFile, keepFile, localFile, sendFile } from "../offline/files.js";
import { icon } from "../ui/icon.js";
import { camera } from "../ui/icons/camera.js";
import { file as fileIcon } from "../ui/icons/file.js";
import { paperclip } from "../ui/icons/paperclip.js";
import { x } from "../ui/icons/x.js";
import { t } from "../ui/words.js";
import { FieldElement } from "./field-element.js";
import { accepted, bytes, fileLimits, judge, longestOf } from "./file-rules.js";
import { shown } from "./shown.js";
import "./file.css";

/** Where one attached file is on its way. */
interface Way {
  name: string;
  state: "sending" | "waiting" | "sent" | "refused";
  part: number;
  size?: number;
  preview?: string;
  problem?: Problem;
}

class FileField extends FieldElement {
  protected override get several(): boolean {
    return true;
  }
  private ways = new Map<string, Way>();
  private refused: Problem | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.while(network.watch((reachable) => reachable && this.sendWaiting()));
    // What was chosen before a reload and is not sent yet goes on from here.
    this.updateComplete.then(() => this.findWaiting());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const { preview } of this.ways.values()) if (preview) URL.revokeObjectURL(preview);
  }

  protected override helpWords(): string {
    const { field } = this.node;
    return (
      super.helpWords() || t(field.type === "photo" ? "file.pictures" : "file.kinds", { ...fileLimits(field), longest: longestOf(field).toLocaleString("en") })
    );
  }

  protected control(): unknown {
    const { field, readOnly } = this.node;
    const ids = this.ids();
    const many = field.options.json === "array";
    const room = !readOnly && (many ? ids.length < (field.options.maxItems ?? 20) : !ids.length);
    const photos = field.type === "photo" || accepted(field).some((type) => type.startsWith("image/"));
    return html`${
      ids.length
        ? html`<ul class="files">${repeat(
            ids,
            (id) => id,
            (id) => this.line(id),
          )}</ul>`
        : nothing
    }${
      room
        ? html`<div class=${photos ? "picks two" : "picks"} id=${this.controlId} tabindex="-1">${
            photos
              ? html`<label class="btn">${icon(camera)}${t("file.camera")}<input type="file" class="hide" accept="image/*" capture="environment" @change=${this.chose}></label>`
              : nothing
          }<label class="btn">${icon(paperclip)}${t(field.type === "photo" ? "file.photo" : "file.choose")}<input type="file" class="hide" accept=${accepted(field).join()} ?multiple=${many} @change=${this.chose}></label></div>`
        : nothing
    }${this.refused ? this.complaints([this.refused]) : nothing}`;
  }

  private line(id: string): unknown {
    const way = this.ways.get(id);
    const name = way?.name ?? (shown(id, { ...this.node.field, options: {} }, this.host.facts()) || id);
    const state = !way
      ? ""
      : way.state === "sending"
        ? t("file.sending", { percent: Math.round(way.part * 100) })
        : way.state === "waiting"
          ? t("file.waiting")
          : way.state === "sent"
            ? t("file.done", { size: bytes(way.size ?? 0) })
            : t("file.refused", { name });
    const link = !way || way.state === "sent";
    return html`<li class=${way?.state === "refused" ? "refused" : nothing}>${way?.preview ? html`<img src=${way.preview} alt=${t("file.image")}>` : icon(fileIcon)}<div>${
      link ? html`<a href=${`/api/v1/files/${id}`} target="_blank" rel="noopener">${name}</a>` : html`<span>${name}</span>`
    }<span class="small" role="status">${state}</span>${way?.state === "sending" ? html`<progress max="1" .value=${way.part} aria-label=${name}></progress>` : nothing}</div>${
      this.node.readOnly
        ? nothing
        : html`<button type="button" class="btn text icon" aria-label=${t("file.remove", { name })} @click=${() => this.removeFile(id)}>${icon(x)}</button>`
    }</li>`;
  }

  private ids(): string[] {
    const { value } = this.node;
    return Array.isArray(value) ? (value as string[]) : typeof value === "string" ? [value] : [];
  }

  private give(ids: string[], label?: [id: string, words: string]): void {
    const many = this.node.field.options.json === "array";
    this.answer(ids.length ? (many ? ids : ids[0]) : null, label && { label: label[1] });
  }

  private async chose(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = "";
    this.refused = undefined;
    for (const chosen of files) {
      const { smaller } = await import("./shrink.js");
      const blob = await smaller(chosen, longestOf(this.node.field));
      this.refused = judge(this.node.field, chosen.name, blob);
      this.requestUpdate();
      if (this.refused) return;
      const file = await keepFile(blob, chosen.name);
      this.ways.set(file.id, { name: file.name, state: "waiting", part: 0, size: blob.size, ...previewOf(blob) });
      this.give([...this.ids(), file.id], [file.id, file.name]);
      await this.updateComplete;
      void this.send(file.id);
    }
  }

  private async send(id: string): Promise<void> {
    const way = this.ways.get(id);
    if (!way || way.state === "sending" || way.state === "sent") return;
    this.set(id, { state: "sending", part: 0 });
    try {
      const sent = await sendFile(id, (part) => this.set(id, { part }));
      this.arrived(id, sent);
    } catch (error) {
      if (error instanceof ProblemError && error.status !== 401) this.set(id, { state: "refused", problem: error.problem });
      else if (error instanceof OfflineError || error instanceof ProblemError) this.set(id, { state: "waiting" });
      else throw error;
    }
  }

  /** From now on the answer holds the server's id. */
  private arrived(id: string, sent: FileView): void {
    const way = this.ways.get(id);
    this.ways.delete(id);
    this.ways.set(sent.id, { ...(way ?? { name: sent.name }), name: sent.name, size: sent.size, state: "sent", part: 1 });
    if (this.ids().includes(id))
      this.give(
        this.ids().map((other) => (other === id ? sent.id : other)),
        [sent.id, sent.name],
      );
    this.requestUpdate();
  }

  private set(id: string, part: Partial<Way>): void {
    const way = this.ways.get(id);
    if (!way) return;
    this.ways.set(id, { ...way, ...part });
    this.requestUpdate();
  }

  private removeFile(id: string): void {
    const { preview } = this.ways.get(id) ?? {};
    if (preview) URL.revokeObjectURL(preview);
    this.ways.delete(id);
    void forgetFile(id);
    this.give(this.ids().filter((other) => other !== id));
  }

  private async findWaiting(): Promise<void> {
    for (const id of this.ids()) {
      const file = this.ways.has(id) ? undefined : await localFile(id);
      if (!file) continue;
      if (file.sent) this.arrived(id, file.sent);
      else this.ways.set(id, { name: file.name, state: "waiting", part: 0, size: file.blob.size, ...previewOf(file.blob) });
    }
    this.requestUpdate();
    this.sendWaiting();
  }

  private sendWaiting(): void {
    for (const [id, { state }] of this.ways) if (state === "waiting") void this.send(id);
  }
}

const previewOf = (blob: Blob): { preview?: string } => (blob.type.startsWith("image/") ? { preview: URL.createObjectURL(blob) } : {});

customElements.define("tf-file-field", FileField);
