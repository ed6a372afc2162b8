// The work of every day as home tells it: what is still to be sent today, what of it was begun or waits in this device, what was sent and when.
import type { DayItem, DayWork, Draft, Text } from "../../schemas/types.js";
import type { Outgoing } from "../offline/database.js";
import { bangkokDay } from "../ui/screen/when.js";

export interface DayTask {
  /** To begin, to go on with, kept in this device until there is a signal, sent. */
  kind: "open" | "draft" | "waiting" | "sent";
  item: DayItem;
  /** Nowhere while it waits to be sent. */
  href?: string;
  /** The draft of it, which is no other work. */
  draft?: string;
}

/** What the menus ask for on `today`, in their order, what is left before what is done. Told of another day, nothing of it has been sent yet. */
export function dayTasks(work: DayWork | undefined, today: string, drafts: readonly Draft[], waiting: readonly Outgoing[]): DayTask[] {
  const tasks = (work?.items ?? []).map((given): DayTask => {
    const { sent, ...rest } = given;
    const item: DayItem = work!.day === today ? given : rest;
    if (item.sent) return { kind: "sent", item, href: `/records/${item.sent.record}` };
    const here = ({ form, organization }: Pick<Draft, "form" | "organization">): boolean =>
      form === item.form && (organization ?? item.place.id) === item.place.id;
    if (
      waiting.some(
        ({ action, at, problem }) =>
          !problem &&
          action.base === 0 &&
          bangkokDay(at) === today &&
          here({ form: action.form ?? "", ...(action.organization && { organization: action.organization }) }),
      )
    )
      return { kind: "waiting", item };
    const draft = drafts.find((one) => !one.record && here(one) && (one.answers as Record<string, unknown>)[item.field] === today);
    if (draft) return { kind: "draft", item, href: `/drafts/${draft.id}`, draft: draft.id };
    return { kind: "open", item, href: `/forms/${encodeURIComponent(item.form)}/new` };
  });
  const done = ({ kind }: DayTask): number => (kind === "sent" || kind === "waiting" ? 1 : 0);
  return tasks.sort((a, b) => done(a) - done(b));
}

/** Whether it is still to be sent. */
export const isLeft = ({ kind }: DayTask): boolean => kind === "open" || kind === "draft";

/** `เช็กชื่อ ป.2/1` */
export const dayTitle = ({ item: { label, place } }: DayTask, say: (text: Text) => string): string => `${say(label)} ${say(place.title)}`;
