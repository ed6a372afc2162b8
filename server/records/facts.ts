// Resolves the facts that a form's rules read, before the engine runs: who, where, lookups by index, codes, words for ids.
import type { CompiledForm } from "../../engine/compile/compiled.js";
import type { Facts } from "../../engine/expression/facts.js";
import { openForm } from "../../engine/form-state/open.js";
import { bangkokDate } from "../../engine/thai/date.js";
import type { Actor, FormRecord } from "../../schemas/types.js";
import type { Definitions } from "../definitions/definitions.js";
import type { Directory } from "../organizations/directory.js";
import type { May } from "../policy/policy.js";
import type { Storage } from "../storage/port.js";
import { codesFor, labelsOf } from "./labels.js";
import { lookupFacts } from "./lookups.js";
import { authorFact, organizationFact, places, storedAuthor } from "./people-facts.js";

export interface FactSources {
  storage: Storage;
  definitions: Definitions;
  directory: Directory;
  may: May;
}

export interface FactOrder {
  form: CompiledForm;
  actor: Actor;
  /** As they will be judged: changes applied. */
  answers: Record<string, unknown>;
  /** The stored record; null for a new one. */
  record: FormRecord | null;
  recordId: string;
  /** For a new record; the likeliest place unless said. */
  organization?: string | undefined;
  /** The day rules call today. */
  today: string;
  /** An instant. */
  now: string;
}

/** All facts of one record for one actor. */
export async function resolveFacts(sources: FactSources, order: FactOrder): Promise<Facts> {
  const { storage, definitions, may } = sources;
  const { form, actor, record, today, now } = order;
  const snapshot = await sources.directory.of(form.owner);
  const place = record?.organization ?? order.organization ?? places(snapshot, actor, form.unit)[0];
  const organization = place === undefined ? undefined : organizationFact(snapshot, place);
  const own = !record || record.author === actor.account;
  const author = own ? authorFact(snapshot, actor, place) : storedAuthor(snapshot, record, bangkokDate(now));
  const codes = await codesFor(definitions, form.owner, form);
  const known: Facts = {
    today,
    author,
    ...(organization ? { organization } : {}),
    lookups: {},
    codes,
    labels: author.person ? { [author.person]: author.name } : {},
  };
  // A lookup may compare with a computed answer, such as the fiscal year of a date: those are worked out first, without lookups.
  const computed = Object.keys(form.lookups).length
    ? (openForm(form, order.answers, { ...known, partial: true }).answers as Record<string, unknown>)
    : order.answers;
  const [lookups, labels] = await Promise.all([
    lookupFacts({ storage, definitions, snapshot, today, now, author, organization, record: order.recordId }, form, computed),
    labelsOf({ storage, definitions, snapshot, actor, may }, form, computed),
  ]);
  return { ...known, lookups, labels: { ...known.labels, ...labels } };
}

/** The day rules call today: that of `madeAt` in Bangkok, never later than receipt. */
export const dayOf = (madeAt: string, now: string): string => bangkokDate(madeAt < now ? madeAt : now);
