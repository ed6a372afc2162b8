// The outbox: an action is kept here before it is sent, and goes out under the same id until the server has answered.
// It survives a reload, a crash and an expired session, and leaves only for the account that made it.
import type { Action, ActionDone, Text } from "../../schemas/types.js";
import { api } from "../api/api.js";
import { network } from "../api/network.js";
import { OfflineError, type ProblemError } from "../api/problem-error.js";
import { session } from "../api/session.js";
import { clock } from "../ui/clock.js";
import { type LocalDraft, type Outgoing, withDatabase } from "./database.js";
import { localIds, withSentFiles } from "./files.js";
import { outboxCounted } from "./save-state.js";
import { waits } from "./waits.js";

export interface Performed {
  /** The server's answer; absent while the action waits. */
  done?: ActionDone;
  waiting: boolean;
}

const listeners = new Set<() => void>();
let pause = 2000;
let stop = () => {};

const account = (): string | undefined => session.current?.actor.account;

/** What waits or was refused, of the person signed in, oldest first. */
export async function outgoing(): Promise<Outgoing[]> {
  const mine = account();
  if (!mine) return [];
  const items = await withDatabase((db) => db.getAllFromIndex("outbox", "account", mine));
  return items.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Calls `run` whenever something was added, sent or refused; the answer stops it. */
export function onOutbox(run: () => void): () => void {
  listeners.add(run);
  return () => listeners.delete(run);
}

/** Does an action: kept first, then sent. Waits in the outbox without reach; throws the ProblemError of a refusal, and then it is no longer kept. */
export async function perform(action: Action, title: Text, draft?: LocalDraft): Promise<Performed> {
  const mine = account();
  if (!mine) throw new OfflineError();
  await withDatabase(async (db) => {
    const tx = db.transaction(["outbox", "drafts"], "readwrite", { durability: "strict" });
    // A refused try of the same draft makes room for this one.
    for (const old of await tx.objectStore("outbox").index("account").getAll(mine))
      if (old.problem && draft && old.action.draft === draft.id) await tx.objectStore("outbox").delete(old.id);
    await tx.objectStore("outbox").put({ id: action.id, account: mine, action, title, at: clock.now() });
    if (draft) await tx.objectStore("drafts").put({ ...draft, action: action.id });
    await tx.done;
  });
  await count();
  try {
    return { done: await send(action.id), waiting: false };
  } catch (error) {
    if (!waits(error)) {
      await discard(action.id);
      throw error;
    }
    again();
    return { waiting: true };
  }
}

/** Takes an action out of the outbox: it is not sent any more. Its draft stays. */
export async function discard(id: string): Promise<void> {
  await withDatabase(async (db) => {
    const item = await db.get("outbox", id);
    const draft = item?.action.draft ? await db.get("drafts", item.action.draft) : undefined;
    await db.delete("outbox", id);
    if (draft?.action === id) {
      const { action: _, ...rest } = draft;
      await db.put("drafts", rest);
    }
  });
  await count();
}

/** Sends everything that waits, one after another. */
export async function runOutbox(): Promise<void> {
  stop();
  const waiting = (await outgoing()).filter((item) => !item.problem);
  for (const item of waiting) {
    try {
      await send(item.id);
      pause = 2000;
    } catch (error) {
      if (waits(error)) {
        again();
        break;
      }
      const { problem } = error as ProblemError;
      await withDatabase((db) => db.put("outbox", { ...item, problem }));
    }
  }
  await count();
}

/** From now on what waits goes by itself: at reach, at sign-in, and after growing pauses. */
export function startOutbox(): void {
  network.watch((reachable) => void (reachable && runOutbox()));
  session.watch(() => void (account() && !session.lost && runOutbox()));
  void (account() ? runOutbox() : count());
}

function again(): void {
  stop();
  stop = clock.after(pause, () => void runOutbox());
  pause = Math.min(pause * 2, 60_000);
}

/** Sends one, alone among all windows. Another window may have sent it already: then it is gone from here, and asked again by its id. */
function send(id: string): Promise<ActionDone> {
  return alone(`outbox-${id}`, async () => {
    const item = await withDatabase((db) => db.get("outbox", id));
    if (!item || item.account !== account()) throw new OfflineError();
    const action = await withSentFiles(item.action, await localIds());
    // From here on this is the body of the id: the ids of files in it do not change again.
    if (action !== item.action) await withDatabase((db) => db.put("outbox", { ...item, action }));
    const done = await api.post<ActionDone>("/actions", action);
    await withDatabase(async (db) => {
      const tx = db.transaction(["outbox", "drafts"], "readwrite");
      await tx.objectStore("outbox").delete(id);
      if (action.draft) await tx.objectStore("drafts").delete(action.draft);
      await tx.done;
    });
    await count();
    return done;
  });
}

/** Browsers give locks only to secure pages. On a plain one two windows may both send: the same id then has the effect of once. */
function alone<T>(name: string, run: () => Promise<T>): Promise<T> {
  return navigator.locks ? (navigator.locks.request(name, run) as Promise<T>) : run();
}

async function count(): Promise<void> {
  const items = await outgoing();
  const failed = items.filter((item) => item.problem).length;
  outboxCounted(items.length - failed, failed);
  for (const run of listeners) run();
}
