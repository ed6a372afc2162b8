// What the frame shows from the server: menus, how much waits for this person, unread notices. One copy, read again when something happens,
// and kept on the device so that the menu is there without a signal.
import type { MenuView, Notices } from "../../schemas/types.js";
import { api } from "../api/api.js";
import { type LiveEvent, onLive } from "../api/live.js";
import { session } from "../api/session.js";

interface Around {
  menus: MenuView["groups"];
  inbox: number;
  unread: number;
}

const nothingYet: Around = { menus: [], inbox: 0, unread: 0 };
const listeners = new Set<() => void>();
let now: Around = nothingYet;
let owner: string | undefined;

/** What is known now. */
export const around = (): Around => now;

/** Calls `run` when something of it changed; the answer stops it. */
export function onAround(run: () => void): () => void {
  listeners.add(run);
  return () => listeners.delete(run);
}

/** Begins to keep it fresh, for as long as the page lives. */
export function keepAround(): void {
  session.watch(() => follow());
  onLive((event) => void hear(event));
  follow();
}

/** Reads the menus; marks the moment they are on the screen, for whoever measures how fast a publish arrives. */
export async function readMenus(seq = 0): Promise<void> {
  const { groups } = await api.get<MenuView>("/menus");
  tell({ menus: groups });
  performance.mark("menu-refreshed", { detail: { seq } });
}

export async function readCounts(): Promise<void> {
  const [inbox, notices] = await Promise.all([api.get<{ count: number }>("/inbox/count"), api.get<Notices>("/notices")]);
  tell({ inbox: inbox.count, unread: notices.unread });
}

function follow(): void {
  const account = session.current?.actor.account;
  if (!account || session.lost) return;
  if (account !== owner) {
    owner = account;
    now = { ...nothingYet, ...kept(account) };
  }
  void quietly(readMenus(), readCounts());
}

async function hear({ kind, seq }: LiveEvent): Promise<void> {
  const menus = kind === "again" || kind === "definition" || kind === "menu" || kind === "organization";
  const counts = kind === "again" || kind === "record" || kind === "notice";
  await quietly(menus && readMenus(seq), (menus || counts) && readCounts());
}

/** Without a signal the last known stays. */
async function quietly(...readings: (Promise<void> | false)[]): Promise<void> {
  await Promise.allSettled(readings);
}

function tell(part: Partial<Around>): void {
  now = { ...now, ...part };
  if (owner) localStorage.setItem("around", JSON.stringify({ account: owner, now }));
  for (const run of listeners) run();
}

function kept(account: string): Around | undefined {
  try {
    const read = JSON.parse(localStorage.getItem("around") ?? "null") as { account: string; now: Around } | null;
    return read?.account === account ? read.now : undefined;
  } catch {
    return undefined;
  }
}
