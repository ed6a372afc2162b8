// The end of a case: the record with its new revision, who handled it, what lists read of it, its claims, and the event that tells it all.
import type { FormRecord } from "../../schemas/types.js";
import { standing } from "../workflow/acting.js";
import type { Acted } from "./act-types.js";
import type { Case } from "./case.js";
import { claimsOf } from "./claims.js";
import { eventOf } from "./event.js";
import { versionOf } from "./forward.js";
import { rowOf } from "./row.js";

export function finish(current: Case): Acted {
  const { form, context } = current;
  const changed = {
    ...current.record,
    rev: current.record.rev + 1,
    updatedAt: context.now,
    handlers: handlers(current),
    unit: unitNow(current),
    ...author(current),
  };
  const record: FormRecord = { ...changed, row: rowOf(context.release.form, changed, form) };
  const wanted = claimsOf(form, record, context.hash).map(({ key }) => key);
  const held = heldBefore(current);
  return {
    record,
    events: [eventOf({ ...current, record })],
    effects: [...current.effects],
    claims: wanted.filter((key) => !held.includes(key)),
    unclaims: held.filter((key) => !wanted.includes(key)),
    numbers: [...current.numbers],
    warnings: [...current.warnings],
  };
}

/** Where it belongs: its organization up to the top, and the place that one of its answers names. */
function unitNow({ form, record, context }: Case): string[] {
  const place = form.access.place === undefined ? undefined : (record.answers as Record<string, unknown>)[form.access.place];
  const unitOf = context.unitOf ?? ((organization: string) => [organization]);
  if (typeof place !== "string") return form.access.place === undefined ? record.unit : [...(context.unitOf?.(record.organization) ?? record.unit)];
  const there = unitOf(place);
  const own = context.unitOf?.(record.organization) ?? record.unit;
  return [...own.filter((one) => !there.includes(one)), ...there, ...(there.includes(record.owner) ? [] : [record.owner])];
}

/** Accounts that acted on it; making it makes nobody a handler. */
function handlers({ stored, record, actor }: Case): string[] {
  const handles = stored && !actor.system && actor.account !== record.author && !record.handlers.includes(actor.account);
  return handles ? [...record.handlers, actor.account] : record.handlers;
}

/** The position in which somebody made the record, kept as it was then. */
function author({ stored, actor, as }: Case): Pick<FormRecord, "authorPosition"> {
  if (stored) return {};
  const { position } = standing(actor, as);
  return position === undefined ? {} : { authorPosition: position };
}

// Claims as the record took them: by the keys of the version it was written in.
function heldBefore({ stored, context }: Case): string[] {
  if (!stored) return [];
  const { form, older } = context.release;
  const version = versionOf(stored.release);
  const own = version === form.version ? form : older?.[version];
  return own ? claimsOf(own, stored, context.hash).map(({ key }) => key) : [];
}
