// The first minutes of a real installation: the one-time link makes the LAO and its first administrator, and signs them in.
import type { FastifyInstance } from "fastify";
import type { SetupRun, SetupState } from "../../schemas/types.js";
import type { AccountDoc } from "../organizations/docs.js";
import { answers, ref } from "../plugins/answers.js";
import { fewer } from "../plugins/limits.js";
import { found } from "../plugins/refusal.js";
import { usernameOf } from "./new.js";
import { beginSession } from "./sessions.js";
import { onlyLao, runSetup, setupOpen } from "./setup.js";
import { sessionView } from "./view.js";

export default async function setupRoutes(app: FastifyInstance): Promise<void> {
  app.get("/api/v1/setup", { config: { policy: "public" }, schema: { response: answers({ 200: ref("setupState") }) } }, async (): Promise<SetupState> => {
    const [open, lao] = await Promise.all([setupOpen(app.storage), onlyLao(app.storage)]);
    const { demo } = app.announced;
    return { open, ...(lao && { lao }), ...(demo && { demo }) };
  });

  app.post<{ Body: SetupRun }>(
    "/api/v1/setup",
    { config: { policy: "public", ...fewer(30) }, schema: { body: ref("setupRun"), response: answers({ 201: ref("session") }) } },
    async (request, reply) => {
      const owner = await runSetup(app, request.body);
      const { items } = await app.storage.find<AccountDoc>("accounts", { filter: { username: usernameOf(request.body.username) }, limit: 1 });
      const account = found(items[0]);
      const actor = found((await app.directory.of(owner)).actor(account.id, app.today()));
      for (const tell of app.founded) await tell(actor);
      reply.code(201);
      return sessionView(app, actor, await beginSession(app, request, reply, account));
    },
  );
}
