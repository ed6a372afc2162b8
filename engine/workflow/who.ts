// Who somebody is to a record: its author, a handler, or the holder of a duty over its organization. The one place that decides this.
import type { Actor, HeldPosition } from "../../schemas/types.js";

/** What a record says of the people around it. */
export interface Subject {
  owner: string;
  /** Account. */
  author: string;
  /** Accounts that acted on it. */
  handlers: readonly string[];
  /** Its organization and all above it, nearest first. */
  unit: readonly string[];
  /** Whoever may act from its state now, as the workflow says it: they handle it too. */
  acts?: readonly string[];
  /** Persons named in fields whom an action of its state waits for. */
  persons?: readonly string[];
}

/** The position by which the actor is one of `who`, true without a position, or false. Own positions come before those acted for. */
export function matches(who: string | readonly string[], actor: Actor, subject: Subject): HeldPosition | true | false {
  if (actor.system) return false;
  const list = typeof who === "string" ? [who] : who;
  const positions = list.flatMap((one) => held(one, actor, subject));
  return positions.find((position) => !position.acting) ?? (list.some((one) => related(one, actor, subject)) || (positions[0] ?? false));
}

function related(who: string, actor: Actor, subject: Subject): boolean {
  switch (who) {
    case "author":
      return actor.account === subject.author;
    case "handler":
      return handles(actor, subject);
    case "anyone":
      return actor.owner === subject.owner;
    default:
      return false;
  }
}

function handles(actor: Actor, subject: Subject): boolean {
  if (subject.handlers.includes(actor.account) || subject.persons?.includes(actor.person)) return true;
  return Boolean(subject.acts?.some((who) => held(who, actor, subject).length > 0));
}

function held(who: string, actor: Actor, subject: Subject): HeldPosition[] {
  const { duty, kind } = dutyOf(who);
  return actor.positions.filter(
    (position) => position.duties.includes(duty) && subject.unit.includes(position.scope) && (kind === undefined || kind === position.scopeKind),
  );
}

/** The duty of a who, and the kind of scope it asks for. */
export function dutyOf(who: string): { duty: string; kind?: string } {
  const at = who.indexOf("@");
  return at < 0 ? { duty: who } : { duty: who.slice(0, at), kind: who.slice(at + 1) };
}

/** Whether a who names a duty, not a relation to the record. */
export function isDuty(who: string): boolean {
  return who !== "author" && who !== "handler" && who !== "anyone";
}

/** The actor with the positions that hold on a day: a delegation that has ended gives nothing. */
export function onDay(actor: Actor, day: string): Actor {
  const positions = actor.positions.filter(({ from, to }) => (from === undefined || from <= day) && (to === undefined || day <= to));
  return positions.length === actor.positions.length ? actor : { ...actor, positions };
}
