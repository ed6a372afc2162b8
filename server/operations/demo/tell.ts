// Carries stories out as actions like everybody else's, in the order of their days, so that running numbers follow time.
import type { FastifyInstance } from "fastify";
import type { CompiledForm } from "../../../engine/compile/compiled.js";
import { changesBetween } from "../../../engine/record/changes.js";
import { addDays } from "../../../engine/thai/day.js";
import type { Action } from "../../../schemas/types.js";
import { instant } from "../../plugins/clock.js";
import { newUlid } from "../../plugins/ids.js";
import { perform } from "../../records/perform.js";
import type { Settled } from "./settle.js";
import type { Deed, Story } from "./stories.js";

/** A deed with its moment, its author's key and its record. */
export interface Told {
  at: number;
  author: string;
  deed: Deed;
  record: string;
}

/** A moment of a day in Bangkok, which is seven hours ahead of UTC all year. */
export const moment = (day: string, hour: number, minute: number): number => Date.parse(`${day}T00:00:00.000Z`) + ((hour - 7) * 60 + minute) * 60_000;

export async function tell(app: FastifyInstance, settled: Settled, stories: readonly Story[]): Promise<number> {
  const now = app.clock.now();
  const forms = await formsOf(app, settled, [...new Set(stories.map(({ form }) => form))]);

  const deeds = stories
    .flatMap((story, nth): (Told & { form: string })[] => {
      const at = (deed: Deed) => moment(addDays(story.begins, deed.day), deed.hour, deed.minute) + nth;
      const record = newUlid(at(story.deeds[0]!));
      return story.deeds.map((deed) => ({ at: at(deed), author: story.author, form: story.form, deed, record }));
    })
    .filter(({ at }) => at < now)
    .sort((a, b) => a.at - b.at);

  const revisions = new Map<string, number>();
  for (const told of deeds) revisions.set(told.record, await doIt(app, settled, forms.get(told.form)!, told, revisions.get(told.record) ?? 0));
  return deeds.length;
}

/** The newest releases of these forms, by id. */
export async function formsOf(app: FastifyInstance, settled: Settled, ids: readonly string[]): Promise<Map<string, CompiledForm>> {
  return new Map(await Promise.all(ids.map(async (id) => [id, (await app.definitions.newestForm(settled.owner, id))!.form] as const)));
}

/** Does one deed; returns the record's revision afterwards. */
export async function doIt(app: FastifyInstance, settled: Settled, form: CompiledForm, { at, author, deed, record }: Told, base: number): Promise<number> {
  const snapshot = await app.directory.of(settled.owner);
  const madeAt = instant(at);
  const account = settled.accounts.get(deed.who ?? author)!;
  const actor = snapshot.actor(account, madeAt.slice(0, 10));
  if (!actor) throw new Error(`${deed.who ?? author} holds no position on ${madeAt}`);
  const action: Action = {
    id: newUlid(at),
    type: deed.type,
    record,
    base,
    madeAt,
    device: "demo",
    changes: changesBetween(form, null, deed.answers ?? {}).filter(({ to }) => to !== null && to !== undefined),
    ...(base === 0 && { form: form.id, release: form.release }),
    ...(deed.comment && { comment: deed.comment }),
    // A term has leave that begins on the same day twice, and more leave than one is entitled to: people were told and went on.
    warnings: true,
  };
  const acting = { ...app.acting, now: () => madeAt, newId: () => newUlid(at) };
  const { done } = await perform(acting, actor, action);
  return done.rev;
}
