// Changing one's own password: every other session of the account ends, and this one goes on under a new word.
import type { FastifyInstance } from "fastify";
import { serverProblem } from "../../engine/problem/server.js";
import type { PasswordChange } from "../../schemas/types.js";
import { commitChanges } from "../organizations/change.js";
import type { AccountDoc } from "../organizations/docs.js";
import { answers, ref } from "../plugins/answers.js";
import { fewer } from "../plugins/limits.js";
import { found, refuse } from "../plugins/refusal.js";
import { countTry, forgetFailures } from "./lockout.js";
import { hashPassword, passwordFits, weakness } from "./passwords.js";
import { beginSession, endings } from "./sessions.js";
import { sessionView } from "./view.js";

export default async function passwordRoutes(app: FastifyInstance): Promise<void> {
  app.put<{ Body: PasswordChange }>(
    "/api/v1/sessions/current/password",
    { config: { policy: "session.own", ...fewer(30) }, schema: { body: ref("passwordChange"), response: answers({ 200: ref("session") }) } },
    async (request, reply) => {
      const actor = request.requireActor();
      const account = found(await app.storage.get<AccountDoc>("accounts", actor.account));
      const minutes = await countTry(app.storage, app.clock, account.username);
      if (minutes > 0) refuse(serverProblem("session.locked", { minutes }));
      if (!(await passwordFits(account.password, request.body.current))) refuse(serverProblem("password.wrong", {}, "/current"));
      await forgetFailures(app.storage, account.username);
      const weak = weakness(request.body.password, account.username);
      if (weak) refuse(weak);
      const doc: AccountDoc = { ...account, rev: account.rev + 1, password: await hashPassword(request.body.password) };
      const change = { kind: "account" as const, what: "password", doc, unit: [account.owner], payload: {} };
      await commitChanges(app, account.owner, [change], { actor }, await endings(app, account.id));
      return sessionView(app, actor, await beginSession(app, request, reply, doc));
    },
  );
}
