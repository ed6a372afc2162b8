// Which events an actor may know of: the right that each kind of subject asks for.
import type { FastifyInstance } from "fastify";
import type { Actor, Event } from "../../schemas/types.js";
import type { Subject, Verb } from "../plugins/access.js";

/** A kind that is not here is for nobody. */
const rights: Record<string, Verb> = {
  record: "record.read",
  definition: "menu.read",
  "working-copy": "definition.read",
  organization: "organization.read",
  position: "organization.read",
  holding: "organization.read",
  delegation: "organization.read",
  person: "account.manage",
  account: "account.manage",
  notice: "notice.own",
};

/** What an event is about: as its capability finds it, or as its header says. */
export async function subjectOfEvent(app: FastifyInstance, event: Event): Promise<Subject | undefined> {
  if (!event.subject) return undefined;
  const find = app.subjects.get(event.subject.kind);
  if (find) return find(event.subject.id, event.owner);
  return { owner: event.owner, unit: event.subject.unit ?? [event.owner] };
}

/** Whether this actor may know that this event happened. */
export function mayHear(app: FastifyInstance, actor: Actor, event: Event, subject: Subject | undefined): boolean {
  const verb = rights[event.subject?.kind ?? ""];
  return verb !== undefined && subject !== undefined && app.may(actor, verb, subject).allowed;
}

/** Whether an open screen of this actor is told to look again: also of what has just gone out of the actor's reach, so that it does not stay on the screen. */
export function isTold(app: FastifyInstance, actor: Actor, event: Event, subject: Subject | undefined): boolean {
  if (mayHear(app, actor, event, subject)) return true;
  const unit = event.subject?.unit;
  return subject !== undefined && unit !== undefined && mayHear(app, actor, event, { ...subject, unit });
}

/** The event as this actor may read it: of a record only the header, its changes are read in its history, where sensitive ones are masked. */
export function shownEvent(event: Event): Event {
  if (event.subject?.kind !== "record") return event;
  const { payload: _payload, ...header } = event;
  return header;
}
