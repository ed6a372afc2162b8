// Gives the app its worker of effects: it runs while the app is up, and ends with it.
import type { FastifyInstance } from "fastify";
import type { NoticeDoc } from "../live/notices.js";
import { handlers } from "./handlers.js";
import { EffectWorker } from "./worker.js";

declare module "fastify" {
  interface FastifyInstance {
    effects: EffectWorker;
  }
}

export function installEffects(app: FastifyInstance): void {
  const all = handlers({ acting: app.acting, templating: app.templating });
  const worker = new EffectWorker({
    storage: app.storage,
    clock: app.clock,
    handlers: {
      ...all,
      // A batch that asked for the next one makes no event that would wake the worker.
      rebuild: async (effect) => {
        await all.rebuild!(effect);
        worker.poke();
      },
    },
    failed: (effect, error, last) => app.log[last ? "error" : "warn"]({ err: error, effect: effect.id, type: effect.type }, "effect"),
  });
  app.decorate("effects", worker);
  if (!app.subjects.has("notice")) {
    app.subjects.set("notice", async (id, owner) => {
      const notice = await app.storage.get<NoticeDoc>("notices", id);
      return notice && notice.owner === owner ? { owner, account: notice.account } : undefined;
    });
  }
  app.addHook("onReady", () => worker.start());
  app.addHook("preClose", () => worker.stop());
}
