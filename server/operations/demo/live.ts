// Lets the demo's schools live: pupils are entered into the register, then day after day their classes and lunches, through actions like everybody else's.
import type { FastifyInstance } from "fastify";
import { addDays } from "../../../engine/thai/day.js";
import { newUlid } from "../../plugins/ids.js";
import type { Chance } from "./chance.js";
import type { Plan } from "./municipality.js";
import { classesOf, type PlannedPupil, pupils } from "./pupils.js";
import { type DayStory, schoolDay, schoolDays } from "./school-days.js";
import type { Settled } from "./settle.js";
import type { Deed } from "./stories.js";
import { doIt, formsOf, moment } from "./tell.js";
import type { Workdays } from "./workdays.js";

export interface Life {
  /** How many pupils, and how many school days. */
  pupils: number;
  days: number;
  /** Only these classes, by key; unsaid, all. */
  classes?: readonly string[];
  /** Told what share is done, from 0 to 1. */
  progress?(share: number): void;
}

/** What the settings of DEMO come to: a town's pupils and two months of school days, or as many as tests need. */
export const lives = { on: { pupils: 600, days: 40 }, small: { pupils: 46, days: 1 } };

/** At most so many actions at once: they share the disk, and the machine stays usable. */
const together = 24;

export async function live(
  app: FastifyInstance,
  settled: Settled,
  plan: Plan,
  chance: Chance,
  days: Workdays,
  { pupils: total, days: count, classes, progress }: Life,
): Promise<void> {
  const today = app.today();
  const forms = await formsOf(app, settled, ["pupil", "attendance", "lunch"]);
  const children = pupils(
    chance,
    classesOf(plan).filter(({ key }) => !classes || classes.includes(key)),
    total,
    today,
    (key) => settled.organizations.get(key)!,
  );
  const dates = schoolDays(today, count, days);
  const steps = children.length / 25 + dates.length * 2;
  let done = 0;
  const step = (by: number): void => {
    done += by;
    progress?.(done / steps);
  };
  const carry = async (form: string, record: string, author: string, begins: string, deeds: readonly Deed[]): Promise<void> => {
    let rev = 0;
    for (const deed of deeds) {
      const at = moment(addDays(begins, deed.day), deed.hour, deed.minute);
      if (at >= app.clock.now()) return;
      rev = await doIt(app, settled, forms.get(form)!, { at, author, deed, record }, rev);
    }
  };

  const enrolled = addDays(dates[0]!, -10);
  await inTurns(
    children,
    (child) => carry("pupil", child.record, registrar(child), enrolled, entering(child)),
    () => step(1 / 25),
  );
  for (const [nth, day] of dates.entries()) {
    for (const round of schoolDay(chance, plan, children, day, nth).rounds) {
      await inTurns(round, (story: DayStory) => carry(story.form, newUlid(moment(day, 7, 0)), story.author, day, story.deeds));
      step(1);
    }
  }
}

const registrar = ({ school }: PlannedPupil): string => (school === "centre" ? "centre-head" : `${school}-clerk`);

/** Entered, checked and confirmed; the last ones of each class still wait. */
function entering({ seat, school, waits, answers }: PlannedPupil): Deed[] {
  const entered: Deed = { day: 0, hour: 9, minute: seat, type: "submit", answers };
  if (waits) return [entered];
  const director = school === "centre" ? "centre-head" : `${school}-director`;
  return [entered, { day: 0, hour: 13, minute: seat, type: "check" }, { day: 1, hour: 10, minute: seat, who: director, type: "confirm" }];
}

async function inTurns<T>(items: readonly T[], run: (item: T) => Promise<void>, after: () => void = () => {}): Promise<void> {
  for (let from = 0; from < items.length; from += together)
    await Promise.all(
      items.slice(from, from + together).map(async (item) => {
        await run(item);
        after();
      }),
    );
}
