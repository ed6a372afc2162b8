// Home: the day and who I am, what there is to do, what waits in this device, what I sent last, and on a phone my menus.
import { html, nothing, type TemplateResult } from "lit";
import { holdTogether } from "../../engine/text/hold.js";
import type { DayWork, Draft, HeldPosition, OrganizationTree, OrganizationView, RecordList, RecordRow, Text } from "../../schemas/types.js";
import type { LiveEvent } from "../api/live.js";
import { session } from "../api/session.js";
import type { Outgoing } from "../offline/database.js";
import { getKept, readKept } from "../offline/kept.js";
import { onOutbox, outgoing } from "../offline/outbox.js";
import { allDrafts } from "../record/drafts.js";
import { keptList } from "../record/kept-list.js";
import { Screen } from "../record/screen.js";
import { empty, stale } from "../record/states.js";
import { clock } from "../ui/clock.js";
import { icon } from "../ui/icon.js";
import { arrowUUpLeft } from "../ui/icons/arrow-u-up-left.js";
import { caretRight } from "../ui/icons/caret-right.js";
import { checkCircle } from "../ui/icons/check-circle.js";
import { pencilSimple } from "../ui/icons/pencil-simple.js";
import { bareTitle, nameOf } from "../ui/screen/name.js";
import { tag } from "../ui/screen/tag.js";
import { dueOf, sinceOf, todayInWords } from "../ui/screen/when.js";
import { say, t } from "../ui/words.js";
import { dayLead, dayRow } from "./day-cards.js";
import { dayTasks, isLeft } from "./day-tasks.js";
import { linksOf } from "./menu-links.js";
import { around, onAround } from "./menus.js";
import { type Task, todaysWork } from "./today.js";
import "../ui/named-icon.js";
import "./home-outbox.js";
import "./home.css";

const sentShown = 5;
const tasksShown = 5;

class Home extends Screen {
  private drafts: Draft[] = [];
  /** Undefined until they came: what waits in this device is shown without them. */
  private inbox: RecordRow[] | undefined;
  private mine: RecordRow[] | undefined;
  private waiting: Outgoing[] = [];
  private tree: OrganizationView[] = [];
  private day: DayWork | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.while(onAround(() => this.requestUpdate()));
    this.while(onOutbox(() => void this.reread()));
  }

  protected override hears({ kind }: LiveEvent): boolean {
    return kind === "record" || kind === "draft" || kind === "menu" || kind === "definition";
  }

  protected async read(): Promise<void> {
    this.waiting = await outgoing().catch(() => []);
    this.drafts = await allDrafts();
    this.day ??= (await readKept<DayWork>("/menus/today").catch(() => undefined))?.value;
    if (this.waiting.length || this.drafts.length) this.showSoFar();
    // The greeting is true without the tree too.
    this.tree = (await getKept<OrganizationTree>("/organizations").catch(() => undefined))?.value.items ?? [];
    // The inbox as its own screen reads it, so that both say the same.
    const [inbox, mine, day] = await Promise.all([
      keptList<RecordList>("/inbox"),
      keptList<RecordList>("/records/mine?limit=20", "/records/mine"),
      // Home is home without it: a device that never heard of it asks for nothing.
      getKept<DayWork>("/menus/today").catch(() => undefined),
    ]);
    this.day = day?.value;
    this.inbox = inbox.value.items;
    this.mine = mine.value.items;
  }

  protected heading(): string {
    return t("nav.home");
  }

  /** Home greets at once: what is read comes below the greeting. */
  override render(): unknown {
    return html`${this.hello("pc-off")}${this.shown ? this.content() : html`<div class="in stack">${this.hello("phone-off")}<div>${this.notYet()}</div></div>`}`;
  }

  protected content(): TemplateResult {
    return html`<div class="in stack">${this.hello("phone-off")}
      ${this.inbox ? stale(this.failure) : nothing}
      <div class=${this.waiting.length ? "two stack" : "stack"}>
        ${this.work()}
        ${this.waiting.length ? html`<tf-home-outbox .items=${this.waiting}></tf-home-outbox>` : nothing}
      </div>
      ${this.sent()}
      ${this.tiles()}</div>`;
  }

  private hello(where: "pc-off" | "phone-off"): TemplateResult {
    const { actor } = session.current!;
    const held = actor.positions[0];
    const position = held ? html`<span class="n">${hold(held.title)}</span>` : nothing;
    const place = held ? hold(this.placeOf(held)) : "";
    const words =
      where === "pc-off"
        ? html`${nameOf(actor.name)}${held ? " · " : ""}${position}${place ? html`<br>${place}` : nothing}`
        : html`${position}${place ? ` · ${place}` : nothing}`;
    return html`<div class="hello ${where}"><div class="in"><h1>${todayInWords()}</h1>${held || where === "pc-off" ? html`<p>${words}</p>` : nothing}</div></div>`;
  }

  /** Where the position sits; for a class, whose name the position already says, the school above it. */
  private placeOf({ title, organization, organizationName }: HeldPosition): Text {
    if (!say(title).includes(say(organizationName))) return organizationName;
    const parent = this.tree.find(({ id }) => id === organization)?.parent;
    return this.tree.find(({ id }) => id === parent)?.name ?? "";
  }

  private work(): TemplateResult {
    const { inbox } = this;
    const daily = dayTasks(this.day, clock.today(), this.drafts, this.waiting);
    const left = daily.filter(isLeft);
    const tasks = todaysWork(
      this.drafts.filter(({ id }) => !daily.some(({ draft }) => draft === id)),
      inbox ?? [],
      this.mine ?? [],
    );
    // What everybody waits for in the morning comes first; what of it is done stays to be seen, and leaves the first place to what is not.
    const rows = [...left.map((one) => dayRow(one)), ...tasks.map((one) => taskRow(one))].slice(0, tasksShown);
    const [first] = left.length ? left.map((one) => dayLead(one)) : tasks.map((one) => lead(one));
    const free = inbox ? [empty({ picture: checkCircle, title: t("home.free"), note: t("home.freeNote") })] : [];
    const lines = [...daily.filter((one) => !isLeft(one)).map(dayRow), ...(first ? [first, ...rows.slice(1)] : free)];
    // The inbox may hold more than its first page: the badge has counted.
    const n = Math.max(around().inbox, inbox?.length ?? 0) + left.length + tasks.filter(({ kind }) => kind === "draft").length;
    return html`<section class="first"><div class="head"><h2>${t("home.work")}</h2>${
      first && n > tasksShown
        ? html`<a class="small" href="/inbox">${t("home.leftAll", { n })}</a>`
        : first
          ? html`<span class="small">${t("home.left", { n })}</span>`
          : nothing
    }</div>
      ${lines.length ? html`<div class="sheet rows">${lines}</div>` : nothing}
      ${inbox ? nothing : this.notYet()}</section>`;
  }

  private sent(): TemplateResult | typeof nothing {
    if (!this.mine) return nothing;
    const rows = this.mine.filter(({ id }) => !this.inbox?.some((row) => row.id === id)).slice(0, sentShown);
    return html`<section class="phone-off"><div class="head"><h2>${t("home.sent")}</h2>${rows.length ? html`<a class="small" href="/mine">${t("home.all")}</a>` : nothing}</div>
      <div class="sheet rows sent">${
        rows.length
          ? rows.map(
              (row) =>
                html`<a class="row" href="/records/${row.id}"><span class="bead quiet"><tf-icon name=${row.icon ?? "file-text"}></tf-icon></span><div><b>${bareTitle(row.title, row.number) || say(row.formTitle)}</b><span class="small">${[row.number, say(row.formTitle)].filter(Boolean).join(" · ")}</span></div><span class="small">${sinceOf(row.at)}</span>${tag(row.state)}</a>`,
            )
          : html`<p class="pad small">${t("home.noneSent")}</p>`
      }</div></section>`;
  }

  private tiles(): TemplateResult | typeof nothing {
    const links = around().menus.flatMap(linksOf);
    if (!links.length) return nothing;
    return html`<section class="pc-off"><div class="head"><h2>${t("home.menus")}</h2></div><div class="tiles">${links.map(
      ({ item, href }) => html`<a class="tile" href=${href!}><tf-icon name=${item.icon ?? "file-text"}></tf-icon><span>${say(item.label)}</span></a>`,
    )}</div></section>`;
  }
}

/** Words of a position or a place, not to be broken inside. */
const hold = (text: Text): string => holdTogether(say(text));

const pictures = { back: arrowUUpLeft, draft: pencilSimple } as const;

const bead = (task: Task): TemplateResult =>
  html`<span class="bead ${task.kind === "back" ? "back" : task.kind === "draft" ? "quiet" : ""}">${task.kind === "inbox" ? html`<tf-icon name=${task.icon ?? "file-text"}></tf-icon>` : icon(pictures[task.kind])}</span>`;

function note(task: Task): string {
  if (task.kind === "back") return task.comment ? t("home.backBecause", { comment: task.comment }) : t("home.back");
  if (task.kind === "draft") return t("home.draftSince", { when: sinceOf(task.at) });
  return [task.who, task.due ? dueOf(task.due) : say(task.form)].filter(Boolean).join(" · ");
}

const lead = (task: Task): TemplateResult =>
  html`<div class="lead-task"><div class="top">${bead(task)}<div><h3>${say(task.title)}</h3><p class="small">${note(task)}</p></div></div><a class="btn main big wide" href=${task.href}>${t(`home.do.${task.kind}`)}</a></div>`;

const taskRow = (task: Task): TemplateResult =>
  html`<a class="row" href=${task.href}>${bead(task)}<div><b>${say(task.title)}</b><span class="small">${note(task)}</span></div>${icon(caretRight)}</a>`;

customElements.define("tf-home", Home);
