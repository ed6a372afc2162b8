// The conditions that rules are made of: each says one thing about an actor and what the right is about.
import { unsaid } from "../../engine/workflow/access.js";
import { matches, type Subject as RecordSubject } from "../../engine/workflow/who.js";
import type { Actor, HeldPosition } from "../../schemas/types.js";
import type { Subject } from "../plugins/access.js";

/** True, or the position by which it is so. */
type Judge = (actor: Actor | undefined, subject: Subject) => HeldPosition | boolean;
const known =
  (judge: (actor: Actor, subject: Subject) => HeldPosition | boolean): Judge =>
  (actor, subject) =>
    actor !== undefined && judge(actor, subject);

/** Seats above the LAOs: whoever has one sees roll-ups, never a personal record. */
const above = new Set(["province", "district"]);
const supervises = (position: HeldPosition) => above.has(position.scopeKind);
/** Duties that look after all schools of a LAO. */
const leading = ["education-office", "education-head", "deputy", "permanent-secretary", "mayor", "lao-admin"];

const relation = ({ owner, unit, author, handlers, acts, persons }: Subject): RecordSubject => ({
  owner: owner ?? "",
  unit: unit ?? [],
  author: author ?? "",
  handlers: handlers ?? [],
  ...(acts && { acts }),
  ...(persons && { persons }),
});
const over = (duties: readonly string[]) => known((actor, subject) => matches(duties, actor, relation(subject)));

const access = (part: keyof typeof unsaid) =>
  known((actor, subject) => subject.access !== undefined && matches(subject.access[part] ?? unsaid[part], actor, relation(subject)));

export const needs = {
  "is signed in": known(() => true),
  "is of the same owner": known((actor, subject) => actor.owner === subject.owner),
  "sits below the province": known((actor) => !actor.positions.some(supervises)),
  "has a position": known((actor) => actor.positions.length > 0),
  "owns it": known((actor, subject) => actor.account === subject.account),
  "holds the position": known((actor, subject) => actor.positions.find(({ id, acting }) => id === subject.position && !acting) ?? false),
  "administers it": over(["lao-admin"]),
  "leads it": over(leading),
  "supervises it": known((actor, { unit }) => actor.positions.find((position) => supervises(position) && unit?.includes(position.scope)) ?? false),
  "may create": access("create"),
  "may read": access("read"),
  "may list": access("list"),
  "may export": access("export"),
  "may see what is sensitive": access("sensitive"),
} satisfies Record<string, Judge>;

export type Need = keyof typeof needs;
