// One batch: read, decide, reserve, write in one transaction. Tried again with the same numbers when another process was faster or an election came in between.
import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { ClientSession, MongoClient } from "mongodb";
import type { Event } from "../../../schemas/types.js";
import type { Verdict } from "../committer.js";
import { numbered } from "../events.js";
import type { StorageOptions } from "../options.js";
import type { Write } from "../port.js";
import { type Bases, readBases } from "./cells.js";
import { commitSettled } from "./commit.js";
import { durable } from "./connection.js";
import { endDeadTransactions } from "./dead.js";
import { isDuplicate, isTransient } from "./errors.js";
import { type Decision, type Plan, planBatch } from "./plan.js";
import { Reservation } from "./reserve.js";
import type { Tables } from "./tables.js";
import { Stale, writePlan } from "./writes.js";

export interface Ground {
  client: MongoClient;
  tables: Tables;
  now: () => number;
  trace: StorageOptions["trace"];
  warn: (error: unknown) => void;
}

/** An election lasts seconds; after this the callers are told that it failed, and may ask again with the same ids. */
const patienceMs = 30_000;
/** Held up longer than any living batch takes. */
const heldUpMs = 1_500;

export async function applyBatch(ground: Ground, lists: Write[][]): Promise<Verdict[]> {
  await ground.trace?.("batch");
  const reservation = new Reservation(ground.tables, ground.now);
  const session = ground.client.startSession();
  let done = false;
  try {
    const verdicts = await untilDecided(ground, lists, reservation, session);
    done = true;
    return verdicts;
  } finally {
    await session.endSession();
    // A reader that meets such a number fills it too, only later.
    await reservation.fillRest(done).catch(ground.warn);
  }
}

async function untilDecided(ground: Ground, lists: Write[][], reservation: Reservation, session: ClientSession): Promise<Verdict[]> {
  const start = performance.now();
  for (let tries = 0; ; tries++) {
    try {
      return await once(ground, lists, reservation, session);
    } catch (error) {
      const again = error instanceof Stale || isDuplicate(error) || isTransient(error);
      const waited = performance.now() - start;
      if (!again || waited > patienceMs) throw error;
      if (waited > heldUpMs && isTransient(error)) await endDeadTransactions(ground.client).catch(ground.warn);
      if (isDuplicate(error) && /\.events /.test(String(error))) await reservation.renew();
      // Two that collide wait for different times.
      await wait(Math.random() * Math.min(250, 2 ** tries));
    }
  }
}

async function once(ground: Ground, lists: Write[][], reservation: Reservation, session: ClientSession): Promise<Verdict[]> {
  const plan = await decide(ground.tables, lists);
  const numbers = await reservation.take(wantedNumbers(plan.decisions));
  const { verdicts, events } = numberEvents(plan.decisions, numbers);
  if (events.length > 0) await ground.trace?.("reserved");
  if (verdicts.every((verdict) => !("events" in verdict))) return verdicts;
  await transact(ground, session, plan, events);
  await ground.trace?.("committed");
  return verdicts;
}

/** Usually one round; a second one where a number is part of what must be read. */
async function decide(tables: Tables, lists: Write[][]): Promise<Plan> {
  const bases: Bases = new Map();
  for (let unread: Write[] = lists.flat(); ; ) {
    await readBases(tables, unread, bases);
    const plan = planBatch(lists, bases);
    if (plan.unread.length === 0) return plan;
    unread = plan.unread;
  }
}

async function transact(ground: Ground, session: ClientSession, plan: Plan, events: Event[]): Promise<void> {
  const attempt = randomUUID();
  session.startTransaction({ readConcern: { level: "snapshot" }, writeConcern: durable });
  try {
    await writePlan(ground.tables, session, plan, events, attempt);
    await ground.trace?.("written");
  } catch (error) {
    await session.abortTransaction().catch(() => undefined);
    throw error;
  }
  await commitSettled(ground.tables, session, plan, events, attempt, patienceMs);
}

function wantedNumbers(decisions: Decision[]): Map<string, number> {
  const wanted = new Map<string, number>();
  for (const decision of decisions) {
    if (!("events" in decision)) continue;
    for (const { owner } of decision.events) wanted.set(owner, (wanted.get(owner) ?? 0) + 1);
  }
  return wanted;
}

function numberEvents(decisions: Decision[], numbers: Map<string, number[]>): { verdicts: Verdict[]; events: Event[] } {
  const events: Event[] = [];
  const next = new Map([...numbers].map(([owner, list]) => [owner, list.values()]));
  const verdicts = decisions.map((decision): Verdict => {
    if (!("events" in decision)) return decision;
    const own = decision.events.map((event) => numbered(event, next.get(event.owner)!.next().value!));
    events.push(...own);
    return { numbers: decision.numbers, events: own.map(({ seq }) => seq) };
  });
  return { verdicts, events };
}
