// Counts after the faults, in the product's lists and in the store itself: what was acknowledged is there, once, as it was answered.
import { setTimeout as wait } from "node:timers/promises";
import type { ActionDone, Event, RecordList } from "../../schemas/types.js";
import type { Doc, Storage } from "../../server/storage/port.js";
import type { Submitter } from "../load/submitter.js";

export interface Audit {
  acknowledged: number;
  lost: number;
  doubled: number;
  /** What is wrong besides, in words. */
  wrong: string[];
}

interface Found extends Doc {
  form: string;
  answers: { no?: string };
}

const form = "problem-report";

/** `listed` is what the product showed; `storage` is what it left behind. */
export async function audit(storage: Storage, owner: string, acknowledged: ActionDone[], listed: RecordList["items"]): Promise<Audit> {
  const events = await allEvents(storage, owner);
  const records = new Map((await everything<Found>(storage, "records", { owner, form })).map((record) => [record.id, record]));
  const rows = new Map(listed.map((row) => [row.id, row]));
  const reports = events.filter(({ subject }) => subject?.form === form);
  const byAction = grouped(reports, ({ action }) => action);
  const submits = grouped(reports, ({ type, subject }) => (type === "record.submit" ? subject?.id : undefined));

  const whole = (done: ActionDone): boolean => {
    const record = records.get(done.record);
    const number = done.numbers?.no;
    const kept = byAction.get(done.action)?.some(({ seq }) => seq === done.seq);
    return kept === true && rows.has(done.record) && record !== undefined && record.rev >= done.rev && (number === undefined || record.answers.no === number);
  };
  const actions = new Set(acknowledged.map(({ action }) => action));
  const doubled = listed.length - rows.size + [...byAction.values(), ...submits.values()].filter((same) => same.length > 1).length;
  const wrong = [
    ...gaps(events.map(({ seq }) => seq)).map((gap) => `the events have a gap or a double: ${gap}`),
    ...numbersWrong([...records.values()].map(({ answers }) => answers.no)),
    ...(rows.size === records.size ? [] : [`${records.size} records are stored and ${rows.size} are listed`]),
    ...(await effectsWrong(storage, owner, new Set(acknowledged.map(({ record }) => record)))),
  ];
  return { acknowledged: actions.size, lost: acknowledged.filter((done) => !whole(done)).length, doubled, wrong };
}

/** Those without a key are left out. */
function grouped<Item>(items: Item[], key: (item: Item) => string | undefined): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = key(item);
    if (name === undefined) continue;
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}

/** Where numbers that should be 1, 2, 3 … are not. */
function gaps(numbers: number[]): string[] {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted.flatMap((number, index) => (number === (sorted[index - 1] ?? 0) + 1 ? [] : [`${sorted[index - 1] ?? 0}, ${number}`]));
}

/** Running numbers: each record has one, and those of one period have no gap and no double. */
function numbersWrong(numbers: (string | undefined)[]): string[] {
  const periods = grouped(numbers, (number) => number?.split("/")[1] ?? "no period");
  return [...periods].flatMap(([period, given]) =>
    gaps(given.map((number) => Number.parseInt(number ?? "0", 10))).map((gap) => `the numbers of ${period} have a gap or a double: ${gap}`),
  );
}

/** Effects are done at least once and harm nothing twice: nobody is told two times of one report, somebody is of each, and none was given up. */
async function effectsWrong(storage: Storage, owner: string, submitted: Set<string>): Promise<string[]> {
  const failures = await storage.outbox.failures(owner, 100);
  const notices = (await everything<Doc & { account: string; record?: string }>(storage, "notices", { owner })).filter(({ record }) =>
    submitted.has(record ?? ""),
  );
  const told = new Set(notices.map(({ account, record }) => `${account} ${record}`));
  const about = new Set(notices.map(({ record }) => record));
  return [
    ...failures.map(({ type, error }) => `an effect was given up: ${type}: ${error}`),
    ...(told.size === notices.length ? [] : [`${notices.length - told.size} notices were made twice`]),
    ...(about.size === submitted.size ? [] : [`nobody was told of ${submitted.size - about.size} reports`]),
  ];
}

/** A number that nobody wrote is filled two seconds after it was missed: the events have ended when a later look finds no more. */
async function allEvents(storage: Storage, owner: string): Promise<Event[]> {
  const events: Event[] = [];
  for (let quiet = 0; quiet < 2; ) {
    const page = await storage.changes(owner, events.at(-1)?.seq ?? 0, 500);
    events.push(...page);
    quiet = page.length ? 0 : quiet + 1;
    if (quiet === 1) await wait(2_500);
  }
  return events;
}

async function everything<T extends Doc>(storage: Storage, collection: "records" | "notices", filter: Record<string, string>): Promise<T[]> {
  const items: T[] = [];
  for (let after: string | undefined; ; ) {
    const page = await storage.find<T>(collection, { filter, limit: 500, ...(after === undefined ? {} : { after }) });
    items.push(...page.items);
    if (page.next === undefined) return items;
    after = page.next;
  }
}

/** Every row of the reports' list, page by page, as a person would see it. */
export async function allRows(admin: Submitter): Promise<RecordList["items"]> {
  const rows: RecordList["items"] = [];
  for (let after = ""; ; ) {
    const page = await admin.get<RecordList>(`/api/v1/forms/${form}/records?limit=100${after && `&after=${encodeURIComponent(after)}`}`);
    rows.push(...page.items);
    if (!page.next) return rows;
    after = page.next;
  }
}
