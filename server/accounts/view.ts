// What the session route tells the client about whoever is signed in.
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Actor, LaoName, Session } from "../../schemas/types.js";
import type { CurrentSession } from "../plugins/access.js";

/** The duty that may define forms, menus and workflows, and administer organizations and accounts below its scope. */
export const adminDuty = "lao-admin";

export async function sessionView(app: FastifyInstance, actor: Actor, session: CurrentSession): Promise<Session> {
  const organization = (await app.directory.of(actor.owner)).organizations.get(actor.owner);
  const lao: LaoName = { id: actor.owner, name: organization?.name ?? actor.owner };
  if (organization?.short) lao.short = organization.short;
  const view: Session = { actor, csrf: session.csrf, language: session.language, expiresAt: session.expiresAt, lao };
  if (app.may(actor, "definition.write", { owner: actor.owner, unit: [actor.owner] }).allowed) view.admin = true;
  return view;
}

export const currentView = (app: FastifyInstance, request: FastifyRequest): Promise<Session> => sessionView(app, request.requireActor(), request.session!);
