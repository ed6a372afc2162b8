// What an author has in hand on the canvas and does with it: fields are put, moved, copied, worded and removed. Each step is told, and the focus follows.
import type { FieldType, FormDefinition, LayoutSection, Text } from "../../../schemas/types.js";
import { t, type Word } from "../../ui/words.js";
import {
  addField,
  addPage,
  addSection,
  type Clip,
  copyFields,
  fieldsOf,
  findField,
  freeSection,
  layoutOf,
  moveField,
  pasteFields,
  readClip,
  removeFields,
  removePage,
  removeSection,
  type Spot,
  setField,
  setPage,
  withPlace,
  withSection,
} from "../engine.js";
import { reword } from "../reword.js";
import { newFieldId } from "./field-id.js";
import { typeWords } from "./kinds.js";
import type { Selection } from "./selection.js";
import { behind, nextSpot, spotOf } from "./spots.js";

/** The bench around the canvas. */
export interface Around {
  readonly element: HTMLElement;
  form(): FormDefinition;
  take(what: Word, next: FormDefinition): void;
  /** For who hears the screen. */
  say(words: string): void;
  draw(): void;
  /** Once it is drawn. */
  drawn(): Promise<unknown>;
  focus(selector: string): Promise<void>;
  /** Which tab of the panel shows what was just made. */
  turn(tab: "general" | "rules"): void;
}

export class CanvasDesk {
  selected: Selection = { what: "form" };
  page = 0;
  /** What is edited where it stands. */
  worded: Selection | undefined;

  constructor(private readonly around: Around) {}

  private get form(): FormDefinition {
    return this.around.form();
  }

  /** The id of the field in hand. */
  get field(): string | undefined {
    return this.selected.what === "field" ? this.selected.id : undefined;
  }

  select(selection: Selection): void {
    this.selected = selection;
    this.around.draw();
  }

  turn(page: number): void {
    this.page = page;
    this.around.draw();
  }

  /** The form with room for a field on the page that is open. */
  private ready(): FormDefinition {
    return withPlace(this.form, this.page);
  }

  /** Behind what is in hand. */
  add(type: FieldType): void {
    this.put(type, behind(this.ready(), this.page, this.selected));
  }

  /** A field that no section shows, at the end of the page. */
  place(id: string): void {
    this.moveTo(id, behind(this.ready(), this.page, { what: "page" }));
  }

  put(type: FieldType, spot: Spot): void {
    const id = newFieldId();
    const title = typeWords(type);
    const next = addField(this.ready(), spot, type, title, id);
    if (!findField(next, id)) return;
    this.selected = { what: "field", id };
    this.around.turn("general");
    this.around.take("did.add", next);
    this.around.say(t("canvas.added", { title }));
    void this.toItem(id, "#p-question");
  }

  moveTo(id: string, spot: Spot): void {
    this.selected = { what: "field", id };
    this.around.take("did.move", moveField(this.ready(), id, spot));
    const now = spotOf(this.form, id);
    this.around.say(t("canvas.moved", { title: this.titleOf(id), n: (now?.at ?? 0) + 1 }));
    void this.toItem(id);
  }

  step(id: string, by: 1 | -1): void {
    const spot = nextSpot(this.form, id, by);
    if (spot) this.moveTo(id, spot);
  }

  duplicate(id: string): void {
    const spot = spotOf(this.form, id);
    if (spot) this.pasteAt(copyFields(this.form, [id]), { ...spot, at: spot.at + 1 }, "did.copy");
  }

  private pasteAt(clip: Clip, spot: Spot, what: "did.copy" | "did.paste"): void {
    const before = new Set(fieldsOf(this.form).map(({ id }) => id));
    const next = pasteFields(this.ready(), clip, spot, newFieldId);
    const fresh = fieldsOf(next).find(({ id }) => !before.has(id));
    if (fresh) this.selected = { what: "field", id: fresh.id };
    this.around.take(what, next);
    if (fresh) void this.toItem(fresh.id);
  }

  takeAway(id: string): void {
    const order = this.items().map(({ dataset }) => dataset.id!);
    const next = order[order.indexOf(id) + 1] ?? order[order.indexOf(id) - 1];
    this.around.say(t("canvas.removed", { title: this.titleOf(id) }));
    this.around.take("did.remove", removeFields(this.form, [id]));
    if (next && findField(this.form, next)) {
      this.select({ what: "field", id: next });
      void this.toItem(next);
    }
  }

  addSection(): void {
    const { form, page } = this;
    const id = freeSection(form);
    this.selected = { what: "section", id };
    this.around.take("did.section", addSection(form, page, layoutOf(form)[page]!.sections.length, { id, fields: [] }));
    void this.around.focus("#p-section");
  }

  removeSection(id: string): void {
    this.select({ what: "form" });
    this.around.take("did.section", removeSection(this.form, id));
  }

  setSection(id: string, changes: { [K in keyof LayoutSection]?: LayoutSection[K] | undefined }): void {
    this.around.take(
      "did.section",
      withSection(this.form, id, (section) => withoutNothing({ ...section, ...changes })),
    );
  }

  addPage(): void {
    const { form } = this;
    const at = layoutOf(form).length;
    this.page = at;
    this.selected = { what: "page", at };
    this.around.take("did.page", addPage(form, at, { page: { th: `หน้า ${at + 1}`, en: `Page ${at + 1}` }, sections: [{ id: freeSection(form), fields: [] }] }));
    void this.around.focus("#p-page");
  }

  setPage(at: number, words: Text): void {
    this.around.take("did.page", setPage(this.form, at, words));
  }

  removePage(at: number): void {
    this.select({ what: "form" });
    this.page = Math.max(0, this.page - 1);
    this.around.take("did.page", removePage(this.form, at));
  }

  /** Begins to edit words where they stand. */
  word(at: Selection): void {
    this.selected = at;
    this.worded = at;
    this.around.draw();
    void this.around.focus(".in-place");
  }

  reword(text: string): void {
    const { form, worded } = this;
    if (worded?.what === "field") this.around.take("did.change", setField(form, worded.id, { title: text || undefined }));
    else if (worded?.what === "page") this.setPage(worded.at, reword(layoutOf(form)[worded.at]?.page, text));
    else if (worded?.what === "section") {
      const section = layoutOf(form)
        .flatMap(({ sections }) => sections)
        .find(({ id }) => id === worded.id);
      this.setSection(worded.id, { title: text ? reword(section?.title, text) : undefined });
    }
  }

  endWording(back: boolean): void {
    const { worded } = this;
    this.worded = undefined;
    this.around.draw();
    if (!back || !worded) return;
    if (worded.what === "field") void this.toItem(worded.id);
    else void this.around.focus(`[data-is='${JSON.stringify(worded)}']`);
  }

  /** To what a problem or a request speaks of. */
  goTo(selection: Selection): void {
    this.select(selection);
    if (selection.what !== "field") return;
    const top = findField(this.form, selection.id)?.path[0];
    const page = layoutOf(this.form).findIndex(({ sections }) => sections.some(({ fields }) => top !== undefined && fields.includes(top)));
    if (page >= 0) this.page = page;
    void this.toItem(selection.id);
  }

  /** Keys on the canvas; in a box they are the box's own. */
  key(event: KeyboardEvent): void {
    const target = event.target as Element;
    if (event.key === "/" && onCanvas()) {
      event.preventDefault();
      void this.around.focus(".pal input");
      return;
    }
    // Out of the panel, back to what is in hand.
    if (event.key === "Escape" && target.closest(".prop, .pal")) {
      if (this.field === undefined) this.around.element.querySelector<HTMLElement>(".paper .heading")?.focus();
      else void this.toItem(this.field);
      return;
    }
    const heading = target.closest<HTMLElement>(".heading[data-is]");
    if (heading && event.key === "F2") this.word(JSON.parse(heading.dataset.is!) as Selection);
    const item = target.closest<HTMLElement>(".item");
    if (item && target === item) this.itemKey(event, item);
  }

  private itemKey(event: KeyboardEvent, item: HTMLElement): void {
    const id = item.dataset.id!;
    const way = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const copies = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "d";
    if (!way && !copies && !["Delete", "Backspace", "F2", "Enter"].includes(event.key)) return;
    event.preventDefault();
    if (way && event.altKey) this.step(id, way);
    else if (way) this.neighbour(item, way);
    else if (copies) this.duplicate(id);
    else if (event.key === "F2") this.word({ what: "field", id });
    else if (event.key === "Enter") void this.around.focus("#p-question");
    else this.takeAway(id);
  }

  private neighbour(item: HTMLElement, way: 1 | -1): void {
    const order = this.items();
    const id = order[order.indexOf(item) + way]?.dataset.id;
    if (id === undefined) return;
    this.select({ what: "field", id });
    void this.toItem(id);
  }

  copy(event: ClipboardEvent): void {
    if (this.field === undefined || !onCanvas() || String(getSelection()) !== "") return;
    event.preventDefault();
    event.clipboardData?.setData("text/plain", JSON.stringify(copyFields(this.form, [this.field])));
  }

  paste(event: ClipboardEvent): void {
    const clip = onCanvas() ? readClip(event.clipboardData?.getData("text/plain") ?? "") : undefined;
    if (!clip) return;
    event.preventDefault();
    this.pasteAt(clip, behind(this.ready(), this.page, this.selected), "did.paste");
  }

  private items(): HTMLElement[] {
    return [...this.around.element.querySelectorAll<HTMLElement>(".item")];
  }

  private titleOf(id: string): string {
    const field = findField(this.form, id);
    return field?.schema.title ?? field?.name ?? "";
  }

  /** The focus follows what is in hand; into its first box when it was just made. */
  private async toItem(id: string, box?: string): Promise<void> {
    await this.around.drawn();
    const item = this.around.element.querySelector<HTMLElement>(`.item[data-id="${CSS.escape(id)}"]`);
    item?.scrollIntoView({ block: "nearest" });
    if (box) await this.around.focus(box);
    else item?.focus({ preventScroll: true });
  }
}

/** Whether the cursor is in no box of its own. */
const onCanvas = (): boolean => !document.activeElement?.matches("input, textarea, select");

/** Without the members that are undefined: JSON has none. */
export function withoutNothing<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
