// Gives the app what acts on records, and tells the policy what a record is about.
import type { FastifyInstance } from "fastify";
import type { Actor } from "../../schemas/types.js";
import { instant } from "../plugins/clock.js";
import type { LabelContext } from "./labels.js";
import { Openings } from "./opened.js";
import type { Acting } from "./perform.js";
import { Referee } from "./referee.js";
import { readRecord } from "./subject.js";

declare module "fastify" {
  interface FastifyInstance {
    acting: Acting;
    openings: Openings;
    /** What reading records as this actor needs. */
    reading(actor: Actor): Promise<LabelContext>;
  }
}

export function installRecords(app: FastifyInstance): void {
  const { storage, definitions, directory, clock } = app;
  const may: Acting["may"] = (actor, verb, subject) => app.may(actor, verb, subject);
  app.decorate("acting", {
    storage,
    definitions,
    directory,
    may,
    referee: new Referee(),
    now: () => instant(clock.now()),
    newId: () => app.newId(),
    disagreed: (action, complaints) => app.log.error({ action, complaints }, "engine and referee disagree"),
  });
  app.decorate("openings", new Openings(storage, () => clock.now()));
  app.decorate("reading", async (actor: Actor) => ({ storage, definitions, snapshot: await directory.of(actor.owner), actor, may }));
  app.subjects.set("record", async (id, owner) => (await readRecord(storage, definitions, owner, id))?.subject);
}
