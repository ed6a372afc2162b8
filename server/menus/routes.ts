// GET /api/v1/menus: the published menus, merged, with only what this actor may go to; /today: how its work of the day stands;
// /preview: what a position would see.
import type { FastifyInstance } from "fastify";
import type { CompiledForm } from "../../engine/compile/compiled.js";
import { visibleMenu } from "../../engine/menu/menu.js";
import type { Actor, DayWork, MenuDefinition, MenuGroup, MenuPreview, MenuTarget, MenuView } from "../../schemas/types.js";
import { menu as validMenu } from "../../schemas/validators.js";
import type { DefinitionOf, Version } from "../definitions/docs.js";
import { versionId } from "../definitions/docs.js";
import { answers, ref } from "../plugins/answers.js";
import { found } from "../plugins/refusal.js";
import { reach, reportSubject } from "../policy/policy.js";
import { creation } from "../records/creation.js";
import { dayWork } from "./today.js";

export default async function menuRoutes(app: FastifyInstance): Promise<void> {
  const { definitions } = app;

  /** The newest version of each definition of a kind that is in use. */
  const inUse = async <K extends "menu" | "report">(owner: string, kind: K): Promise<DefinitionOf[K][]> => {
    const heads = await definitions.inUse(owner, [kind]);
    const versions = await app.storage.getMany<Version>(
      "versions",
      heads.map(({ name, version }) => versionId(owner, kind, name, version)),
    );
    return versions.map(({ content }) => content as DefinitionOf[K]);
  };
  const reaches = (actor: Actor, form: CompiledForm | undefined): boolean => form !== undefined && reach(actor, form.access).length > 0;

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
    const reports = await inUse(actor.owner, "report");
    return ({ form, list, inbox, report, link }) => {
      const made = forms.get(form ?? "");
      if (made) return !retired.has(made.id) && app.may(actor, "record.create", creation(snapshot, actor, made)).allowed;
      const listed = forms.get(list ?? "");
      if (listed) return reaches(actor, listed);
      if (inbox) return app.may(actor, "inbox.read", { owner: actor.owner, account: actor.account }).allowed;
      const opened = reports.find(({ id }) => id === report);
      if (opened)
        return app.may(actor, "report.read", reportSubject(actor, opened)).allowed && opened.sources.every((one) => reaches(actor, forms.get(one.form)));
      return link !== undefined;
    };
  };

  const seen = async (actor: Actor): Promise<MenuGroup[]> => visibleMenu(await inUse(actor.owner, "menu"), actor, await leads(actor));

  app.get("/api/v1/menus", { config: { policy: "menu.read" }, schema: { response: answers({ 200: ref("menu") }) } }, async (request): Promise<MenuView> => {
    return { groups: await seen(request.requireActor()) };
  });

  // As a position sees it, with a working copy in the place of what is published of it: for whoever designs menus.
  app.post<{ Body: MenuPreview }>(
    "/api/v1/menus/preview",
    { config: { policy: "definition.read" }, schema: { body: ref("menuPreview"), response: answers({ 200: ref("menu") }, 404) } },
    async (request): Promise<MenuView> => {
      const { owner } = request.requireActor();
      request.must("definition.read", { owner, unit: [owner] });
      const { position, menu } = request.body;
      const held = found((await app.directory.of(owner)).heldAs(position, app.today()));
      const actor: Actor = { account: "", person: "", owner, name: "", positions: [held] };
      const published = await inUse(owner, "menu");
      // A copy whose shape is not right yet shows nothing of itself.
      const copy = menu && validMenu(menu) ? (menu as unknown as MenuDefinition) : undefined;
      const menus = copy ? [...published.filter(({ id }) => id !== copy.id), copy] : published;
      return { groups: visibleMenu(menus, actor, await leads(actor)) };
    },
  );

  app.get(
    "/api/v1/menus/today",
    { config: { policy: "menu.read" }, schema: { response: answers({ 200: ref("dayWork") }) } },
    async (request): Promise<DayWork> => {
      const actor = request.requireActor();
      const items = (await seen(actor)).flatMap((group) => group.items);
      return dayWork(app, actor, items, app.today());
    },
  );
}
