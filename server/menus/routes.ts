// GET /api/v1/menus: the published menus, merged, with only what this actor may go to.
import type { FastifyInstance } from "fastify";
import type { CompiledForm } from "../../engine/compile/compiled.js";
import { visibleMenu } from "../../engine/menu/menu.js";
import type { Actor, MenuDefinition, MenuTarget, MenuView } from "../../schemas/types.js";
import type { Version } from "../definitions/docs.js";
import { versionId } from "../definitions/docs.js";
import { answers, ref } from "../plugins/answers.js";
import { reach } from "../policy/policy.js";
import { creation } from "../records/creation.js";

export default async function menuRoutes(app: FastifyInstance): Promise<void> {
  const { definitions } = app;

  /** The newest version of each menu that is in use. */
  const menus = async (owner: string): Promise<MenuDefinition[]> => {
    const heads = await definitions.inUse(owner, ["menu"]);
    const versions = await app.storage.getMany<Version>(
      "versions",
      heads.map(({ name, version }) => versionId(owner, "menu", name, version)),
    );
    return versions.flatMap(({ content }) => (content.kind === "menu" ? [content] : []));
  };

  /** Whether each target leads this actor anywhere. */
  const leads = async (actor: Actor): Promise<(target: MenuTarget) => boolean> => {
    const snapshot = await app.directory.of(actor.owner);
    const heads = [...(await definitions.published.of(actor.owner)).values()].filter(({ kind, release }) => kind === "form" && release > 0);
    const retired = new Set(heads.flatMap((head) => (head.retired ? [head.name] : [])));
    const forms = new Map<string, CompiledForm>();
    for (const head of heads) {
      const form = await definitions.release(actor.owner, `${head.name}@${head.release}`);
      if (form) forms.set(head.name, form);
    }
    return ({ form, list, inbox, link }) => {
      const made = forms.get(form ?? "");
      if (made) return !retired.has(made.id) && app.may(actor, "record.create", creation(snapshot, actor, made)).allowed;
      const listed = forms.get(list ?? "");
      if (listed) return reach(actor, listed.access).length > 0;
      if (inbox) return app.may(actor, "inbox.read", { owner: actor.owner, account: actor.account }).allowed;
      return link !== undefined;
    };
  };

  app.get("/api/v1/menus", { config: { policy: "menu.read" }, schema: { response: answers({ 200: ref("menu") }) } }, async (request): Promise<MenuView> => {
    const actor = request.requireActor();
    return { groups: visibleMenu(await menus(actor.owner), actor, await leads(actor)) };
  });
}
