// Where the work is: in this device, at the LAO, waiting, refused. One store that drafts and the outbox write and the band shows.
import { network } from "../api/network.js";
import { session } from "../api/session.js";
import { clock } from "../ui/clock.js";

export type SaveKind = "none" | "device" | "server" | "waiting" | "offline" | "failed" | "full" | "sign-in";

export interface SaveState {
  kind: SaveKind;
  /** How many wait or failed. */
  n: number;
  /** When it was kept last. */
  at: number;
}

const listeners = new Set<() => void>();
const facts = { draft: "none" as "none" | "device" | "server", at: 0, waiting: 0, failed: 0, full: false };

/** The one state to show: trouble first, then what waits, then where the draft is. */
export function saveState(): SaveState {
  const { draft, at, waiting, failed, full } = facts;
  const state = (kind: SaveKind, n = 0): SaveState => ({ kind, n, at });
  if (full) return state("full");
  if (failed) return state("failed", failed);
  if (session.lost && (waiting || draft === "device")) return state("sign-in");
  if (waiting) return state("waiting", waiting);
  if (!network.reachable) return state("offline");
  return state(draft);
}

export function onSaveState(run: () => void): () => void {
  listeners.add(run);
  return () => listeners.delete(run);
}

const tell = (): void => {
  for (const run of listeners) run();
};

/** A draft was kept in this device, or saved at the server; `none` when no draft is open. */
export function draftKept(where: "none" | "device" | "server"): void {
  facts.draft = where;
  facts.at = clock.now();
  if (where !== "none") facts.full = false;
  tell();
}

/** This device took no more: the answer is only on the screen. */
export function deviceFull(): void {
  facts.full = true;
  tell();
}

/** How many actions wait in the outbox and how many were refused. */
export function outboxCounted(waiting: number, failed: number): void {
  if (facts.waiting === waiting && facts.failed === failed) return;
  facts.waiting = waiting;
  facts.failed = failed;
  tell();
}

network.watch(tell);
session.watch(tell);
