// What each type of effect does when it is due, after looking again at the record it is about.

import { say } from "../../engine/text/text.js";
import { bangkokDate } from "../../engine/thai/date.js";
import { stateTitle } from "../../engine/workflow/states.js";
import type { Actor, Text } from "../../schemas/types.js";
import { keepPrint } from "../documents/print.js";
import type { Templating } from "../documents/templating.js";
import { eventWrite } from "../events/event.js";
import type { NoticeDoc } from "../live/notices.js";
import { Refusal } from "../plugins/refusal.js";
import { type RebuildOrder, rebuildBatch } from "../publishing/rebuild.js";
import { systemActor } from "../records/actor.js";
import type { LabelContext } from "../records/labels.js";
import { type Acting, perform } from "../records/perform.js";
import { formsOf, type RecordDoc, type RecordForms } from "../records/subject.js";
import { storedFacts } from "../records/view.js";
import type { Effect, Write } from "../storage/port.js";
import { accountsOf } from "./people.js";
import { noticeText } from "./words.js";
import { type Handler, Hopeless } from "./worker.js";

interface Data {
  record: string;
  rev: number;
  state?: string;
  due: string;
  to?: string[];
  message?: Text;
  document?: string;
  action?: string;
}

export interface HandlerTools {
  acting: Acting;
  templating: Templating;
}

interface About {
  record: RecordDoc;
  forms: RecordForms;
  context: LabelContext;
  data: Data;
}

export function handlers({ acting, templating }: HandlerTools): Record<string, Handler> {
  /** The record an effect is about, as the system reads it. */
  const about = async (effect: Effect): Promise<About> => {
    const data = effect.data as unknown as Data;
    const record = await acting.storage.get<RecordDoc>("records", data.record);
    if (!record || record.owner !== effect.owner) throw new Hopeless(`there is no record ${data.record}`);
    const snapshot = await acting.directory.of(record.owner);
    const { storage, definitions } = acting;
    const context: LabelContext = { storage, definitions, snapshot, actor: systemActor(record.owner), may: () => ({ allowed: true }) };
    return { record, forms: await formsOf(definitions, record), context, data };
  };

  const notify = async (effect: Effect, there: About, message: Text): Promise<void> => {
    const { record, forms, context, data } = there;
    const now = acting.now();
    const facts = await storedFacts(context, forms.own, record, now);
    const title = noticeText(message, forms.own, record, facts);
    const notices = accountsOf(context.snapshot, acting.may, record, forms, data.to ?? [], bangkokDate(now)).map((account): Write[] => {
      const id = `${effect.id}-${account}`;
      const doc: NoticeDoc = {
        id,
        owner: record.owner,
        format: 1,
        rev: 1,
        account,
        title,
        record: record.id,
        at: effect.at < now ? effect.at : now,
        read: false,
      };
      return [
        { op: "insert", collection: "notices", doc },
        eventWrite({ owner: record.owner, type: "notice.made", at: now, subject: { kind: "notice", id, unit: [record.owner] }, payload: {} }),
      ];
    });
    if (!notices.length) return;
    const committed = await acting.storage.commit(notices.flat());
    // Some are there already: this effect was done before and its end was not noted. Each person's conflict is then theirs alone.
    if ("conflict" in committed) await Promise.all(notices.map((one) => acting.storage.commit(one)));
  };

  return {
    notify: async (effect) => {
      const there = await about(effect);
      if (there.data.message !== undefined) await notify(effect, there, there.data.message);
    },

    document: async (effect) => {
      const { record, forms, context, data } = await about(effect);
      if (data.document === undefined) return;
      await keepPrint(templating, context, { record, forms, document: data.document, sensitive: true, now: acting.now() });
    },

    deadline: async (effect) => {
      const there = await about(effect);
      const { record, data } = there;
      // It moved on, or came back and waits until another day: that is another deadline.
      if (record.state !== data.state || record.due !== data.due) return;
      if (data.to?.length) await notify(effect, there, overdue(there));
      if (data.action !== undefined) await bySystem(acting, effect, systemActor(record.owner), data.action);
    },

    rebuild: (effect) => rebuildBatch(acting, { ...(effect.data as unknown as Omit<RebuildOrder, "owner">), owner: effect.owner }),
  };
}

const overdue = ({ record, forms }: About): Text => {
  const at = stateTitle(forms.own.workflow.definition, record.state);
  const { title } = forms.own;
  return {
    th: `${say(title, "th")}ของ${record.authorName} พ้นกำหนดในขั้น “${say(at, "th")}”`,
    en: `${say(title, "en")} of ${record.authorName} is overdue in “${say(at, "en")}”`,
  };
};

/** The system acts like everybody else: one action, whose id is the effect's, so that twice has the effect of once. */
async function bySystem(acting: Acting, effect: Effect, actor: Actor, type: string): Promise<void> {
  const data = effect.data as unknown as Data;
  try {
    await perform(acting, actor, { id: effect.id, type, record: data.record, madeAt: data.due });
  } catch (error) {
    if (error instanceof Refusal && error.problem.code !== "action.busy" && (error.problem.status ?? 422) < 500)
      throw new Hopeless(`${error.problem.code}: ${error.problem.title.th}`);
    throw error;
  }
}
