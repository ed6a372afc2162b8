// `<tf-menu-designer>`: the bench of one menu. Its items as a tree, what is in hand, and the menu as somebody will see it.
import { html, nothing, type TemplateResult } from "lit";
import type { MenuDefinition, MenuItem, MenuTarget, MenuView } from "../../../schemas/types.js";
import { api } from "../../api/api.js";
import { icon } from "../../ui/icon.js";
import { arrowDown } from "../../ui/icons/arrow-down.js";
import { arrowLeft } from "../../ui/icons/arrow-left.js";
import { arrowRight } from "../../ui/icons/arrow-right.js";
import { arrowUp } from "../../ui/icons/arrow-up.js";
import { dotsSixVertical } from "../../ui/icons/dots-six-vertical.js";
import { plus } from "../../ui/icons/plus.js";
import { trash } from "../../ui/icons/trash.js";
import { both, say, t, type Word } from "../../ui/words.js";
import "../../ui/named-icon.js";
import { BenchScreen } from "../bench-screen.js";
import { conflictsPanel } from "../conflicts-panel.js";
import { choiceControl, textControl, wordsControl } from "../controls.js";
import { findItem, type ItemSpot, itemsOf, moveItem, putItem, removeItem, setItem } from "../engine.js";
import { iconControl } from "../icon-control.js";
import { freeId } from "../new-id.js";
import { whoControl } from "../who-control.js";
import type { Workbench } from "../workbench.js";
import { dragItems } from "./drag-items.js";

class MenuDesigner extends BenchScreen<"menu"> {
  static override properties = { ...BenchScreen.properties, chosen: { state: true }, seenAs: { state: true }, seen: { state: true } };
  /** The item in hand; none is the menu itself. */
  declare private chosen: string | undefined;
  /** The position whose menu is shown. */
  declare private seenAs: string;
  declare private seen: MenuView["groups"] | undefined;
  protected readonly kind = "menu";
  private drag: ReturnType<typeof dragItems> | undefined;
  private looked: MenuDefinition | undefined;

  constructor() {
    super();
    this.seenAs = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.drag = dragItems(this, (id, spot) => this.move(id, spot));
    this.while(this.drag.stop);
  }

  protected override opened(): void {
    this.seenAs = this.around.positions[0]?.id ?? "";
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    this.drag?.renew();
    if (this.bench && (changed.has("seenAs") || (this.bench.saving === "saved" && this.looked !== this.bench.definition))) void this.look();
  }

  /** The menu as the chosen position sees it, with this copy in the place of the published one. */
  private async look(): Promise<void> {
    const menu = this.bench!.definition;
    this.looked = menu;
    if (!this.seenAs) return;
    const { groups } = await api.post<MenuView>("/menus/preview", { position: this.seenAs, menu }).catch(() => ({ groups: undefined }));
    this.seen = groups;
  }

  protected work(bench: Workbench<"menu">): TemplateResult {
    return html`<div class="work menu-work">${this.seenView()}
        <div class="mid"><div class="canvas"><div class="sheet paper">
          <button type="button" class="heading ${this.chosen === undefined ? "sel" : ""}" @click=${() => (this.chosen = undefined)}><h2>${say(bench.definition.title)}</h2></button>
          ${bench.definition.items.length ? nothing : html`<p class="help none">${t("menu.empty")}</p>`}${this.tree(bench.definition)}
          <button type="button" class="btn text" @click=${() => this.add()}>${icon(plus)}${t("menu.add")}</button>
        </div></div>${conflictsPanel(bench)}${this.checks(bench, ({ path = "" }) => this.wayTo(path))}</div>
        ${this.panel(bench.definition)}</div>`;
  }

  private tree(menu: MenuDefinition): TemplateResult {
    return html`<ul class="menu-tree" aria-label=${t("menu.items")} aria-describedby="menu-keys">${itemsOf(menu).map(({ item, spot, depth }) => {
      const inHand = item.id === this.chosen;
      return html`<li class="menu-item ${inHand ? "sel" : ""}" style=${`--depth:${depth}`} data-id=${item.id} data-parent=${spot.parent ?? nothing} data-at=${spot.at} draggable="true" tabindex=${inHand || (this.chosen === undefined && spot.at === 0 && depth === 0) ? "0" : "-1"} @click=${() => (this.chosen = item.id)}>
        ${icon(dotsSixVertical, "grip")}<tf-icon name=${item.icon ?? "file-text"}></tf-icon><span class="words"><b>${say(item.label) || t("canvas.unnamed")}</b><span class="small">${this.leadsTo(item)}</span></span>
        ${inHand ? this.tools(menu, item.id) : nothing}</li>`;
    })}</ul><p class="hide" id="menu-keys">${t("menu.keys")}</p>`;
  }

  private tools(menu: MenuDefinition, id: string): TemplateResult {
    const tool = (picture: string, word: Word, to: ItemSpot | undefined) =>
      html`<button type="button" aria-label=${t(word)} title=${t(word)} ?disabled=${!to} @click=${(event: Event) => {
        event.stopPropagation();
        if (to) this.move(id, to);
      }}>${icon(picture)}</button>`;
    return html`<span class="acts">${tool(arrowUp, "canvas.up", stepOf(menu, id, "up"))}${tool(arrowDown, "canvas.down", stepOf(menu, id, "down"))}${tool(arrowRight, "menu.in", stepOf(menu, id, "in"))}${tool(arrowLeft, "menu.out", stepOf(menu, id, "out"))}<button type="button" aria-label=${t("menu.remove")} title=${t("menu.remove")} @click=${(
      event: Event,
    ) => {
      event.stopPropagation();
      this.takeAway(id);
    }}>${icon(trash)}</button></span>`;
  }

  private leadsTo({ target, items }: MenuItem): string {
    const title = (list: { id: string; title: string }[], id: string) => list.find((one) => one.id === id)?.title ?? id;
    if (target?.form) return t("menu.leads.form", { title: title(this.around.forms, target.form) });
    if (target?.list) return t("menu.leads.list", { title: title(this.around.forms, target.list) });
    if (target?.report) return t("menu.leads.report", { title: title(this.around.reports, target.report) });
    if (target?.inbox) return t("nav.inbox");
    if (target?.link) return target.link;
    return items?.length ? t("menu.leads.group", { n: items.length }) : t("menu.leads.nowhere");
  }

  private panel(menu: MenuDefinition): TemplateResult {
    const item = this.chosen === undefined ? undefined : findItem(menu, this.chosen)?.item;
    if (!item)
      return html`<aside class="prop" aria-label=${t("menu.settings")}><div class="hd"><p class="small">${t("menu.group")}</p><h2>${say(menu.title)}</h2></div>
        <div class="sec-p">${wordsControl({ id: "p-title", label: t("menu.title"), value: menu.title, change: (title = "") => this.do({ ...menu, title }) })}</div></aside>`;
    const set = (changes: { [K in keyof MenuItem]?: MenuItem[K] | undefined }) => this.do(setItem(menu, item.id, changes));
    return html`<aside class="prop" aria-label=${t("menu.settings")}><div class="hd"><p class="small">${t("menu.item")}</p><h2>${say(item.label) || t("canvas.unnamed")}</h2></div>
      <div class="sec-p">${wordsControl({ id: "p-question", label: t("menu.label"), value: item.label, change: (label = "") => set({ label }) })}
      ${this.target(item, (target) => set({ target }))}</div>
      <div class="sec-p">${whoControl(t("menu.who"), item.who ?? [], this.around.duties, (who) => set({ who: who.length ? who : undefined }), t("menu.whoAll"))}</div>
      <div class="sec-p">${iconControl({ label: t("menu.icon"), value: item.icon, change: (icon) => set({ icon }) })}</div></aside>`;
  }

  private target(item: MenuItem, change: (target: MenuTarget | undefined) => void): TemplateResult {
    const { target } = item;
    const kind = target?.form ? "form" : target?.list ? "list" : target?.report ? "report" : target?.inbox ? "inbox" : target?.link ? "link" : "";
    const kinds = (["form", "list", "report", "inbox", "link"] as const).map((id) => ({ id, title: t(`menu.target.${id}`) }));
    const first = (list: { id: string }[]) => list[0]?.id ?? "";
    const choose = (to: string | undefined) => {
      if (to === "form") change({ form: first(this.around.forms) });
      else if (to === "list") change({ list: target?.form ?? first(this.around.forms) });
      else if (to === "report") change({ report: first(this.around.reports) });
      else if (to === "inbox") change({ inbox: true });
      else if (to === "link") change({ link: "https://" });
      else change(undefined);
    };
    return html`${choiceControl({ id: "p-target", label: t("menu.target"), value: kind || undefined, change: choose, options: kinds, none: t("menu.target.none") })}
      ${kind === "form" || kind === "list" ? choiceControl({ id: "p-form", label: t("menu.target.which"), value: target?.[kind], change: (id) => id && change({ [kind]: id }), options: this.around.forms }) : nothing}
      ${kind === "report" ? choiceControl({ id: "p-report", label: t("menu.target.which"), value: target?.report, change: (report) => report && change({ report }), options: this.around.reports }) : nothing}
      ${kind === "link" ? textControl({ id: "p-link", label: t("menu.target.address"), value: target?.link, change: (link) => link && change({ link }) }) : nothing}`;
  }

  /** The whole menu as somebody sees it, this one among the others. */
  private seenView(): TemplateResult {
    return html`<aside class="pal seen" aria-label=${t("menu.seen")}><h3>${t("menu.seen")}</h3>
      <div class="ctl has-caret"><select aria-label=${t("menu.seenAs")} .value=${this.seenAs} @change=${(event: Event) => (this.seenAs = (event.target as HTMLSelectElement).value)}>${this.around.positions.map(
        (position) => html`<option value=${position.id} ?selected=${position.id === this.seenAs}>${this.around.positionWords(position)}</option>`,
      )}</select></div>
      ${this.seen?.length ? this.seen.map((group) => html`<h3>${say(group.title)}</h3>${seenItems(group.items)}`) : html`<p class="small">${t("menu.seenNone")}</p>`}</aside>`;
  }

  private do(next: MenuDefinition): void {
    this.bench!.take(both("did.menu"), next);
  }

  private add(): void {
    const menu = this.bench!.definition;
    const id = freeId("item", new Set(itemsOf(menu).map(({ item }) => item.id)));
    const chosen = this.chosen === undefined ? undefined : findItem(menu, this.chosen);
    const spot = chosen ? { ...chosen.spot, at: chosen.spot.at + 1 } : { at: menu.items.length };
    this.chosen = id;
    this.do(putItem(menu, spot, { id, label: t("menu.new") }));
    void this.focusOn("#p-question");
  }

  private move(id: string, to: ItemSpot): void {
    this.chosen = id;
    this.do(moveItem(this.bench!.definition, id, to));
    this.said = t("menu.moved", { title: say(findItem(this.bench!.definition, id)?.item.label) });
    void this.focusOn(`.menu-item[data-id="${CSS.escape(id)}"]`);
  }

  private takeAway(id: string): void {
    this.chosen = undefined;
    this.do(removeItem(this.bench!.definition, id));
  }

  private wayTo(path: string): (() => void) | undefined {
    let at: unknown = this.bench!.definition;
    let id: string | undefined;
    for (const part of path.split("/").slice(1)) {
      at = (at as Record<string, unknown> | undefined)?.[part];
      const own = (at as { id?: unknown; label?: unknown } | undefined)?.label !== undefined ? (at as { id?: unknown }).id : undefined;
      if (typeof own === "string") id = own;
    }
    return () => {
      this.chosen = id;
    };
  }

  protected override key(event: KeyboardEvent, bench: Workbench<"menu">): void {
    const item = (event.target as Element).closest<HTMLElement>(".menu-item");
    if (!item || event.target !== item) return;
    const id = item.dataset.id!;
    const way = ways[event.key];
    if (way && event.altKey) {
      event.preventDefault();
      const to = stepOf(bench.definition, id, way);
      if (to) this.move(id, to);
    } else if (way === "up" || way === "down") {
      event.preventDefault();
      const order = itemsOf(bench.definition).map(({ item }) => item.id);
      const next = order[order.indexOf(id) + (way === "down" ? 1 : -1)];
      if (!next) return;
      this.chosen = next;
      void this.focusOn(`.menu-item[data-id="${CSS.escape(next)}"]`);
    } else if (event.key === "Delete") {
      event.preventDefault();
      this.takeAway(id);
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.chosen = id;
      void this.focusOn("#p-question");
    }
  }

  protected differences(before: MenuDefinition, after: MenuDefinition): string[] {
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [t("publish.menu")];
  }

  protected publishing(): { first: string } {
    return { first: t("publish.menuFirst") };
  }
}

type Way = "up" | "down" | "in" | "out";
const ways: Partial<Record<string, Way>> = { ArrowUp: "up", ArrowDown: "down", ArrowRight: "in", ArrowLeft: "out" };

/** Where a step in this direction would put an item; undefined when there is nothing there. */
function stepOf(menu: MenuDefinition, id: string, way: Way): ItemSpot | undefined {
  const found = findItem(menu, id);
  if (!found) return undefined;
  const { parent, at } = found.spot;
  const around = parent === undefined ? menu.items : (findItem(menu, parent)?.item.items ?? []);
  if (way === "up") return at > 0 ? { ...found.spot, at: at - 1 } : undefined;
  if (way === "down") return at < around.length - 1 ? { ...found.spot, at: at + 2 } : undefined;
  if (way === "in") return at > 0 ? { parent: around[at - 1]!.id, at: around[at - 1]!.items?.length ?? 0 } : undefined;
  const above = parent === undefined ? undefined : findItem(menu, parent)?.spot;
  return above && { ...above, at: above.at + 1 };
}

const seenItems = (items: readonly MenuItem[]): TemplateResult =>
  html`<ul class="seen-items">${items.map((item) => html`<li><tf-icon name=${item.icon ?? "file-text"}></tf-icon>${say(item.label)}${item.items?.length ? seenItems(item.items) : nothing}</li>`)}</ul>`;

customElements.define("tf-menu-designer", MenuDesigner);
