// The way through the product: which screen an address shows, each loaded when it is first asked for.
// It keeps the history, the scroll of each place, the title and the focus.

import { newId } from "./ui/new-id.js";
import { screenWords } from "./ui/words.js";

/** A screen's address; `:name` stands for one part. */
export interface Route {
  path: string;
  /** Name of the screen's element. */
  element: string;
  load: () => Promise<unknown>;
  /** Where "back" goes when this is the first place of the visit. */
  up: string;
  /** What the frame around it shows: everything, all but the tabs, only a band with a way back, or nothing. */
  frame: "full" | "record" | "task" | "none";
  /** Open to people who are not signed in. */
  open?: true;
}

export interface Place {
  route: Route;
  params: Record<string, string>;
  query: URLSearchParams;
}

/** What a screen's element is given. */
export interface ScreenElement extends HTMLElement {
  params: Record<string, string>;
  query: URLSearchParams;
}

const designer = () => import("./designer/screens.js");
const fill = () => import("./record/fill-screen.js");

export const routes: Route[] = [
  { path: "/", element: "tf-home", load: () => import("./shell/home-screen.js"), up: "/", frame: "full" },
  { path: "/menu", element: "tf-menu", load: () => import("./shell/menu-screen.js"), up: "/", frame: "full" },
  { path: "/notices", element: "tf-notices", load: () => import("./shell/notices-screen.js"), up: "/", frame: "full" },
  { path: "/inbox", element: "tf-inbox", load: () => import("./inbox/inbox-screen.js"), up: "/", frame: "full" },
  { path: "/mine", element: "tf-mine", load: () => import("./records/mine-screen.js"), up: "/", frame: "full" },
  { path: "/forms/:form", element: "tf-list", load: () => import("./records/list-screen.js"), up: "/menu", frame: "full" },
  { path: "/reports/:report", element: "tf-report", load: () => import("./reports/report-screen.js"), up: "/menu", frame: "full" },
  { path: "/forms/:form/new", element: "tf-fill", load: fill, up: "/", frame: "task" },
  { path: "/drafts/:draft", element: "tf-fill", load: fill, up: "/", frame: "task" },
  { path: "/records/:record", element: "tf-record", load: () => import("./record/record-screen.js"), up: "/mine", frame: "record" },
  { path: "/records/:record/edit", element: "tf-fill", load: fill, up: "/mine", frame: "task" },
  { path: "/designer", element: "tf-designs", load: designer, up: "/menu", frame: "full" },
  { path: "/designer/:kind/:id", element: "tf-bench", load: designer, up: "/designer", frame: "none" },
  { path: "/sign-in", element: "tf-sign-in", load: () => import("./shell/sign-in.js"), up: "/", frame: "none", open: true },
  { path: "/setup", element: "tf-set-up", load: () => import("./admin/set-up-screen.js"), up: "/", frame: "none", open: true },
];

const nowhere: Route = { path: "*", element: "tf-not-found", load: () => import("./shell/not-found.js"), up: "/", frame: "full" };

/** The route of an address and what its parts say. */
export function match(address: string, table: Route[] = routes): Place {
  const url = new URL(address, "http://here");
  const asked = url.pathname.replace(/\/+$/, "").split("/");
  for (const route of table) {
    const wanted = route.path.replace(/\/$/, "").split("/");
    if (wanted.length !== asked.length) continue;
    const params: Record<string, string> = {};
    const fits = wanted.every((part, i) => {
      if (!part.startsWith(":")) return part === asked[i];
      params[part.slice(1)] = safeDecode(asked[i]!);
      return asked[i] !== "";
    });
    if (fits) return { route, params, query: url.searchParams };
  }
  return { route: nowhere, params: {}, query: url.searchParams };
}

function safeDecode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

interface Kept {
  /** How many places of ours are behind this one. */
  depth: number;
  /** Names the place for its scroll. */
  key: string;
  /** How many steps inside this place are behind (record/steps.ts). */
  steps?: number;
}

const placesKept = 50;

/** Shows the screen of the address in `outlet` and follows links, the history and `tf-go`. */
export class Router {
  private place: Place | undefined;
  private screen: ScreenElement | undefined;
  private turn = 0;
  /** The place on the screen and how far it is scrolled, kept under its name when it is left. */
  private key = "";
  private scrolled = 0;
  private settled = true;

  constructor(
    private readonly outlet: HTMLElement,
    /** Told before a screen is drawn, so that the frame can change with it. */
    private readonly frame: (place: Place) => Promise<void>,
    /** May send the person elsewhere first (signing in): the address to show instead. */
    private readonly gate: (place: Place) => string | undefined = () => undefined,
  ) {}

  /** Shows the address of the page and listens from now on. */
  async start(): Promise<void> {
    history.scrollRestoration = "manual";
    if (!kept()) history.replaceState({ depth: 0, key: newId() } satisfies Kept, "");
    document.addEventListener("click", (event) => this.follow(event));
    window.addEventListener("popstate", () => kept()?.key !== this.key && void this.show("back"));
    window.addEventListener("scroll", () => this.notice(), { passive: true });
    window.addEventListener("pagehide", () => keepScroll(this.key, this.scrolled));
    window.addEventListener("tf-go", (event) => {
      const { to, replace } = (event as CustomEvent<{ to: string; replace?: boolean }>).detail;
      void this.go(to, replace);
    });
    window.addEventListener("tf-back", (event) => this.back((event as CustomEvent<{ to: string }>).detail.to));
    this.outlet.addEventListener("tf-title", (event) => this.name((event as CustomEvent<string>).detail));
    await this.show("start");
  }

  /** Goes to an address. */
  async go(to: string, replace = false): Promise<void> {
    const depth = kept()?.depth ?? 0;
    const state: Kept = { depth: replace ? depth : depth + 1, key: newId() };
    if (replace) history.replaceState(state, "", to);
    else history.pushState(state, "", to);
    await this.show("go");
  }

  /** Leaves this place for the one before it in the visit, or goes up when there is none. */
  back(up: string): void {
    const { depth = 0, steps = 0 } = kept() ?? {};
    if (depth > steps) history.go(-1 - steps);
    else void this.go(up, true);
  }

  private async show(how: "start" | "go" | "back"): Promise<void> {
    const turn = ++this.turn;
    const here = match(location.href);
    const instead = this.gate(here);
    if (instead !== undefined) return this.go(instead, true);
    keepScroll(this.key, this.scrolled);
    this.key = kept()?.key ?? "";
    const top = how === "go" ? 0 : scrollOf(this.key);
    this.scrolled = top;
    try {
      await Promise.all([here.route.load(), here.route.frame === "task" ? undefined : screenWords()]);
    } catch {
      // The part of the program is not on this device: say so instead of a dead link.
      here.route = { ...nowhere, element: "tf-not-loaded" };
      await import("./shell/not-found.js");
    }
    if (turn !== this.turn) return;
    await this.frame(here);
    if (turn !== this.turn) return;
    // The same screen with other words in the address keeps its element, so a list being searched is not torn down.
    if (this.screen && this.place?.route.element === here.route.element && sameParams(this.place.params, here.params)) {
      this.place = here;
      this.screen.query = here.query;
      return;
    }
    this.place = here;
    const screen = document.createElement(here.route.element) as ScreenElement;
    screen.params = here.params;
    screen.query = here.query;
    screen.addEventListener("tf-ready", () => this.settle(screen, how, top), { once: true });
    this.settled = false;
    this.outlet.replaceChildren(screen);
    this.screen = screen;
    if (how === "go") scrollTo(0, 0);
  }

  /** Once a screen shows its content: back to where it was scrolled, and the reader's focus on its heading. */
  private settle(screen: ScreenElement, how: "start" | "go" | "back", top: number): void {
    if (screen !== this.screen) return;
    if (how !== "go") scrollTo(0, top);
    this.settled = true;
    if (how === "start" || screen.contains(document.activeElement)) return;
    const heading = [...screen.querySelectorAll<HTMLElement>("h1")].find((one) => one.offsetParent !== null);
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }

  /** Content that comes and goes while a screen loads also scrolls; only what the person does counts. */
  private notice(): void {
    if (this.settled) this.scrolled = Math.round(scrollY);
  }

  private name(title: string): void {
    document.title = title;
  }

  private follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element).closest?.("a[href]") as HTMLAnchorElement | null;
    if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
    if (link.pathname.startsWith("/api/") || (link.hash && link.pathname === location.pathname)) return;
    event.preventDefault();
    if (link.dataset.back !== undefined) this.back(link.pathname);
    else void this.go(link.pathname + link.search);
  }
}

const kept = (): Kept | undefined => (history.state && "key" in history.state ? (history.state as Kept) : undefined);
const sameParams = (a: Record<string, string>, b: Record<string, string>): boolean => JSON.stringify(a) === JSON.stringify(b);

function scrolls(): Record<string, number> {
  try {
    return JSON.parse(sessionStorage.getItem("scroll") ?? "{}") as Record<string, number>;
  } catch {
    return {};
  }
}

const scrollOf = (key: string): number => scrolls()[key] ?? 0;

function keepScroll(key: string, top: number): void {
  if (!key) return;
  const { [key]: _, ...others } = scrolls();
  const entries = [...Object.entries(others), [key, top]].slice(-placesKept);
  sessionStorage.setItem("scroll", JSON.stringify(Object.fromEntries(entries)));
}
