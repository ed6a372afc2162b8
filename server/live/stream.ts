// One open screen: an event stream that tells what happened, as far as its actor may know, and ends when the actor's rights or session end.
import type { FastifyInstance } from "fastify";
import type { Actor, Event } from "../../schemas/types.js";
import type { SessionDoc } from "../accounts/sessions.js";
import { isTold, subjectOfEvent } from "../events/readable.js";

/** What a browser is told: where to look again, never what is there. */
const line = ({ seq, subject, type }: Event) => `id: ${seq}\ndata: ${JSON.stringify({ seq, kind: subject?.kind, id: subject?.id, type })}\n\n`;

export interface Screen {
  actor: Actor;
  session: string;
  send(text: string): void;
  close(): void;
}

/** Events about these may change what an actor may do. */
const kindsOfRights = new Set(["position", "holding", "delegation", "account", "organization", "person"]);

/** Every open screen of this process. Events are looked at once for all of them, in their order. */
export class Screens {
  readonly #app: FastifyInstance;
  readonly #screens = new Set<Screen>();
  #work: Promise<void> = Promise.resolve();

  constructor(app: FastifyInstance) {
    this.#app = app;
  }

  get count(): number {
    return this.#screens.size;
  }

  add(screen: Screen): () => void {
    this.#screens.add(screen);
    return () => this.#screens.delete(screen);
  }

  /** Tells an event to the screens that may hear it; one whose actor has changed is ended, so that it comes back with its new rights. */
  hear(event: Event): void {
    if (this.#screens.size === 0) return;
    this.#work = this.#work.then(() => this.#tell(event)).catch((error) => this.#app.log.error({ err: error }, "live"));
  }

  /** Events after a number, to one screen that has missed them. */
  async catchUp(screen: Screen, since: number): Promise<void> {
    for (;;) {
      const events = await this.#app.storage.changes(screen.actor.owner, since, 200);
      for (const event of events) {
        since = event.seq;
        if (isTold(this.#app, screen.actor, event, await subjectOfEvent(this.#app, event))) screen.send(line(event));
      }
      if (events.length < 200) return;
    }
  }

  endSession(session: string): void {
    for (const screen of this.#screens) if (screen.session === session) screen.close();
  }

  closeAll(): void {
    for (const screen of this.#screens) screen.close();
  }

  /** A comment now and then keeps proxies from closing; the session is asked for again, so that one that ended elsewhere ends here. */
  async beat(): Promise<void> {
    await Promise.all([...this.#screens].map((screen) => this.#check(screen)));
  }

  async #check(screen: Screen): Promise<void> {
    if (await this.#over(screen)) screen.close();
    else screen.send(": \n\n");
  }

  /** Whether its session has ended or its actor is no longer who it was. */
  async #over({ actor, session: id }: Screen): Promise<boolean> {
    const session = await this.#app.storage.get<SessionDoc>("sessions", id);
    if (!session || Date.parse(session.expiresAt) <= this.#app.clock.now()) return true;
    const now = (await this.#app.directory.of(actor.owner)).actor(actor.account, this.#app.today());
    return JSON.stringify(now) !== JSON.stringify(actor);
  }

  async #tell(event: Event): Promise<void> {
    const screens = [...this.#screens].filter(({ actor }) => actor.owner === event.owner);
    if (screens.length === 0) return;
    const subject = await subjectOfEvent(this.#app, event);
    const rights = kindsOfRights.has(event.subject?.kind ?? "");
    for (const screen of screens) {
      if (rights && (await this.#over(screen))) screen.close();
      else if (isTold(this.#app, screen.actor, event, subject)) screen.send(line(event));
    }
  }
}
