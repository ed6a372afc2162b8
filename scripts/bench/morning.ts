// Eight in the morning: two hundred sheets of attendance arrive within one minute, beside somebody who reads lists and prints. How long each waits, and what goes wrong.
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ulid } from "ulid";
import type { CompiledForm } from "../../engine/compile/compiled.js";
import { changesBetween } from "../../engine/record/changes.js";
import { bangkokDate } from "../../engine/thai/date.js";
import type { CodesDefinition, Fillable, RecordList } from "../../schemas/types.js";
import { chance } from "../../server/operations/demo/chance.js";
import { lives } from "../../server/operations/demo/live.js";
import { municipality } from "../../server/operations/demo/municipality.js";
import { schoolDays } from "../../server/operations/demo/school-days.js";
import { workdays } from "../../server/operations/demo/workdays.js";
import { freePort, startProduct } from "../load/product.js";
import { isDone, Submitter } from "../load/submitter.js";
import { root } from "../steps.mjs";

export interface Morning {
  sent: number;
  /** Answers that were no success. */
  problems: string[];
  /** Milliseconds, sorted. */
  sheets: number[];
  lists: number[];
  prints: number[];
}

const minute = 60_000;

/** The figure that so many of a hundred stay under. */
export const percentile = (sorted: readonly number[], percent: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;

export async function morning(count = 200): Promise<Morning> {
  const dataDir = await mkdtemp(join(tmpdir(), "thongthin-morning-"));
  const product = await startProduct({ dataDir, port: await freePort(), demo: "on" });
  try {
    const { staff } = municipality(chance(2569));
    const teachers: Submitter[] = [];
    for (const { key, username } of staff.filter(({ duties }) => duties.includes("teacher"))) {
      const teacher = new Submitter(product.url, username ?? key, product.password);
      await teacher.signIn();
      teachers.push(teacher);
    }
    const director = new Submitter(product.url, "director", product.password);
    await director.signIn();

    // Days of which the demo has no sheet yet: those before the ones it has lived.
    const { rows } = JSON.parse(readFileSync(join(root, "form-definitions/codes/holidays.json"), "utf8")) as CodesDefinition;
    const earlier = Math.ceil(count / teachers.length);
    const days = schoolDays(bangkokDate(Date.now()), lives.on.days + earlier, workdays(rows)).slice(0, earlier);
    const jobs = (await Promise.all(teachers.map((teacher) => sheetsOf(teacher, days)))).flat().slice(0, count);

    const result: Morning = { sent: jobs.length, problems: [], sheets: [], lists: [], prints: [] };
    const timed = async <T>(into: number[], run: () => Promise<T>): Promise<T> => {
      const began = performance.now();
      const done = await run();
      into.push(performance.now() - began);
      return done;
    };
    let over = false;
    const beside = read(
      director,
      (kind, run) => timed(result[kind], run),
      () => over,
      result.problems,
    );
    const luck = chance(8);
    await Promise.all(
      jobs.map(async ({ teacher, action }) => {
        await wait(luck.number(minute));
        const answer = await timed(result.sheets, () => teacher.send(action()));
        if (!isDone(answer)) result.problems.push(`${answer?.status ?? "no answer"} ${JSON.stringify(answer?.body).slice(0, 200)}`);
      }),
    );
    over = true;
    await beside;
    for (const list of [result.sheets, result.lists, result.prints]) list.sort((a, b) => a - b);
    return result;
  } finally {
    await product.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** A sheet a day of this teacher's class: all present but two. */
async function sheetsOf(teacher: Submitter, days: readonly string[]) {
  const { form, facts, submit } = await teacher.get<Fillable>("/api/v1/forms/attendance");
  const compiled = form as unknown as CompiledForm;
  const roll = (facts as { lookups: { pupils: { value: { record: string; seat_no: number; full_name: string }[] } } }).lookups.pupils.value;
  return days.map((att_date) => {
    const rows = roll.map(({ record, seat_no, full_name }, nth) => ({
      $row: record,
      student: record,
      seat_no,
      name: full_name,
      status: nth % 13 === 5 ? "absent" : "present",
    }));
    const changes = changesBetween(compiled, null, { att_date, rows }).filter(({ to }) => to !== null);
    const action = () => ({
      id: ulid(),
      type: submit[0]!.id,
      record: ulid(),
      form: "attendance",
      release: compiled.release,
      base: 0,
      changes,
      madeAt: new Date().toISOString(),
      device: "load",
    });
    return { teacher, action };
  });
}

/** Reads a list four times a second and a print every second, until it is over. */
async function read(
  who: Submitter,
  timed: (kind: "lists" | "prints", run: () => Promise<unknown>) => Promise<unknown>,
  over: () => boolean,
  problems: string[],
): Promise<void> {
  const { items } = await who.get<RecordList>("/api/v1/forms/leave-request/records?limit=50");
  const text = async (path: string) => {
    const answer = await fetch(who.url + path, { headers: who.headers });
    if (!answer.ok) problems.push(`${answer.status} ${path}`);
    await answer.text();
  };
  for (let nth = 0; !over(); nth++) {
    await timed("lists", () => text("/api/v1/forms/leave-request/records?limit=50"));
    if (nth % 4 === 0) await timed("prints", () => text(`/api/v1/records/${items[nth % items.length]!.id}/documents/leave-form`));
    await wait(250);
  }
}
