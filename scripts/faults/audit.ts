// Counts after the faults: every acknowledged record is there once, every number is given once, and the events have no gap.
import type { Event, RecordList } from "../../schemas/types.js";
import type { Submission, Submitter } from "../load/submitter.js";

export interface Audit {
  acknowledged: number;
  lost: number;
  doubled: number;
  /** What is wrong besides, in words. */
  wrong: string[];
}

export async function audit(admin: Submitter, acknowledged: Submission[]): Promise<Audit> {
  const events = await allEvents(admin);
  const wrong: string[] = [];
  events.forEach((event, index) => {
    if (event.seq !== index + 1) wrong.push(`event ${index + 1} is missing or doubled`);
  });
  const submits = new Map<string, number>();
  const actions = new Map<string, number>();
  for (const event of events) {
    if (event.type !== "record.submit" || event.subject?.form !== "problem-report") continue;
    submits.set(event.subject.id, (submits.get(event.subject.id) ?? 0) + 1);
    if (event.action) actions.set(event.action, (actions.get(event.action) ?? 0) + 1);
  }
  const rows = await allRows(admin);
  const listed = new Set(rows.map(({ id }) => id));
  const lost = acknowledged.filter(({ record }) => !listed.has(record) || !submits.has(record)).length;
  const doubled = rows.length - listed.size + [...submits.values()].filter((times) => times > 1).length;
  const numbers = rows.map(({ number }) => number ?? "");
  if (numbers.includes("")) wrong.push("a record has no number");
  if (new Set(numbers).size !== numbers.length) wrong.push("a number was given twice");
  return { acknowledged: acknowledged.length, lost, doubled, wrong: [...wrong, ...gaps(numbers)] };
}

/** Running numbers of one period have no gap. */
function gaps(numbers: string[]): string[] {
  const periods = new Map<string, number[]>();
  for (const number of numbers) {
    const [n, period = ""] = number.split("/");
    periods.set(period, [...(periods.get(period) ?? []), Number(n)]);
  }
  return [...periods].flatMap(([period, given]) =>
    Math.max(...given) === given.length ? [] : [`the numbers of ${period} have a gap: ${given.length} given, the last is ${Math.max(...given)}`],
  );
}

async function allEvents(admin: Submitter): Promise<Event[]> {
  const events: Event[] = [];
  for (let since = 0; ; ) {
    const page = await admin.get<{ items: Event[]; since: number }>(`/api/v1/events?since=${since}`);
    if (page.since === since) return events;
    events.push(...page.items);
    since = page.since;
  }
}

async function allRows(admin: Submitter): Promise<RecordList["items"]> {
  const rows: RecordList["items"] = [];
  for (let after = ""; ; ) {
    const page = await admin.get<RecordList>(`/api/v1/forms/problem-report/records?limit=100${after && `&after=${encodeURIComponent(after)}`}`);
    rows.push(...page.items);
    if (!page.next) return rows;
    after = page.next;
  }
}
