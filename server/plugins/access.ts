// What a route says about rights and what a request can ask. policy/ answers; every capability only asks.
// A route names its verb in `config: { policy: "record.read" }`, and its handler asks `request.must(verb, subject)`.
import type { Access, Actor, HeldPosition, Problem } from "../../schemas/types.js";

/** Every right has a name. `plain` ones are about the actor alone: the hook asks them, the handler need not. */
export const verbs = {
  public: "plain",
  "session.own": "plain",
  "menu.read": "plain",
  "inbox.read": "plain",
  "codes.read": "plain",
  "person.list": "plain",
  "place.list": "plain",
  "event.list": "plain",
  "notice.list": "plain",
  "file.create": "plain",
  "form.list": "plain",
  "draft.list": "plain",
  "organization.read": "subject",
  "organization.manage": "subject",
  "position.manage": "subject",
  "delegation.manage": "subject",
  "account.manage": "subject",
  "definition.read": "subject",
  "definition.write": "subject",
  "definition.publish": "subject",
  "template.install": "subject",
  "operations.read": "subject",
  "rollup.read": "subject",
  "report.read": "subject",
  "notice.own": "subject",
  "draft.own": "subject",
  "file.read": "subject",
  "record.create": "subject",
  "record.read": "subject",
  "record.act": "subject",
  "record.list": "subject",
  "record.export": "subject",
  "record.sensitive": "subject",
} as const;
export type Verb = keyof typeof verbs;

/** What a right is about; a rule that needs a part that is not here says no. */
export interface Subject {
  /** The LAO (or province) it belongs to. */
  owner?: string;
  /** Its organization and all above it, nearest first. */
  unit?: readonly string[];
  /** Whose it is: the account of a draft, a notice, an upload. */
  account?: string;
  /** Of a record. */
  author?: string;
  handlers?: readonly string[];
  /** `access` of the form. */
  access?: Access;
  /** Who may act on the record from the state it is in: the `who` of its workflow's actions there. */
  acts?: readonly string[];
  /** Persons named in fields whom an action of its state waits for. */
  persons?: readonly string[];
  /** A position that is to be acted for. */
  position?: string;
}

export type Verdict = { allowed: true; position?: HeldPosition } | { allowed: false; problem: Problem };

/** Finds what a stored thing is about, by its kind; capabilities register theirs, for files and live updates to ask. */
export type FindSubject = (id: string, owner: string) => Promise<Subject | undefined>;

/** Who is signed in, as the session has it. */
export interface CurrentSession {
  id: string;
  csrf: string;
  language: "th" | "en";
  expiresAt: string;
}

declare module "fastify" {
  interface FastifyInstance {
    /** By kind of event subject: `record`, … */
    subjects: Map<string, FindSubject>;
    may(actor: Actor | undefined, verb: Verb, subject: Subject): Verdict;
  }
  interface FastifyRequest {
    /** Undefined when signed out. */
    actor: Actor | undefined;
    session: CurrentSession | undefined;
    /** The actor, or 401. */
    requireActor(): Actor;
    /** Asks the policy about this request's actor. */
    may(verb: Verb, subject: Subject): boolean;
    /** Asks, and refuses the request when the answer is no. Returns the position that gave the right, when one did. */
    must(verb: Verb, subject: Subject): HeldPosition | undefined;
    /** Whether this request's handler has asked the policy anything; an answer without asking is a bug. */
    asked: boolean;
  }
  interface FastifyContextConfig {
    policy?: Verb;
  }
}
