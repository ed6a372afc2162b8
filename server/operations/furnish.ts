// What a new LAO begins with: a copy of every template, published by its administrator.
import type { FastifyInstance } from "fastify";
import type { Actor } from "../../schemas/types.js";
import { instant } from "../plugins/clock.js";
import { installTemplate } from "../templates/install.js";
import { readLibrary } from "../templates/library.js";

/** Doing it twice does no harm: what the LAO has already is left alone. */
export async function furnish(app: FastifyInstance, admin: Actor): Promise<void> {
  const press = { storage: app.storage, definitions: app.definitions, checker: app.checker, newId: () => app.newId() };
  for (const template of (await readLibrary()).values()) await installTemplate(press, template, admin, () => instant(app.clock.now()));
}
