// Installs a template: copies its definitions into an LAO's own and publishes them. What the LAO already has is never touched.
import type { Actor } from "../../schemas/types.js";
import { type Definition, headId } from "../definitions/docs.js";
import { save } from "../definitions/saving.js";
import { type Press, publish } from "../publishing/publishing.js";
import type { Template } from "./library.js";

export interface Installed {
  kind: string;
  id: string;
  /** False: the LAO had one of this name, and it stays as it is. */
  copied: boolean;
}

/** Each definition is a commit of its own; whoever installs again goes on where it stopped. */
export async function installTemplate(press: Press, template: Template, actor: Actor, at: () => string): Promise<Installed[]> {
  const done: Installed[] = [];
  for (const definition of template.definitions) done.push(await install(press, definition, actor, at));
  return done;
}

/** One definition, published: unless the LAO has one of its name. */
export async function install(press: Press, definition: Definition, actor: Actor, at: () => string): Promise<Installed> {
  const { kind, id: name } = definition;
  const place = { owner: actor.owner, kind, name };
  const head = await press.storage.get("definitions", headId(actor.owner, kind, name));
  const known = head as { version: number } | undefined;
  if (!known) await save(press.definitions, press.checker, place, definition as unknown as Record<string, unknown>, 0, at());
  // A copy that was not published yet is one that an earlier installation left half-way.
  if (!known?.version) await publish(press, { ...place, actor, at: at() });
  return { kind, id: name, copied: !known };
}
