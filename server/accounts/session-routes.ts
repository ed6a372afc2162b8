// Signing in and out, and the language of a session.
import type { FastifyInstance } from "fastify";
import { serverProblem } from "../../engine/problem/server.js";
import type { SignIn } from "../../schemas/types.js";
import type { AccountDoc } from "../organizations/docs.js";
import { answers, ref } from "../plugins/answers.js";
import { fewer } from "../plugins/limits.js";
import { refuse, settle } from "../plugins/refusal.js";
import { countTry, forgetFailures } from "./lockout.js";
import { usernameOf } from "./new.js";
import { passwordFits } from "./passwords.js";
import { beginSession, clearCookie, type SessionDoc } from "./sessions.js";
import { currentView, sessionView } from "./view.js";

export default async function sessionRoutes(app: FastifyInstance): Promise<void> {
  app.post<{ Body: SignIn }>(
    "/api/v1/sessions",
    {
      config: { policy: "public", ...fewer(app.config.RATE_LIMIT === 0 ? 1_000_000 : 60) },
      schema: { body: ref("signIn"), response: answers({ 200: ref("session") }, 401) },
    },
    async (request, reply) => {
      const username = usernameOf(request.body.username);
      const minutes = await countTry(app.storage, app.clock, username);
      if (minutes > 0) refuse(serverProblem("session.locked", { minutes }), { "retry-after": String(minutes * 60) });
      const { items } = await app.storage.find<AccountDoc>("accounts", { filter: { username }, limit: 1 });
      const account = items[0];
      const fits = await passwordFits(account?.password, request.body.password);
      const actor = fits && account ? (await app.directory.of(account.owner)).actor(account.id, app.today()) : undefined;
      if (!account || !actor) refuse(serverProblem("session.wrong"));
      await forgetFailures(app.storage, username);
      return sessionView(app, actor, await beginSession(app, request, reply, account));
    },
  );

  app.get("/api/v1/sessions/current", { config: { policy: "session.own" }, schema: { response: answers({ 200: ref("session") }) } }, (request) =>
    currentView(app, request),
  );

  app.delete("/api/v1/sessions/current", { config: { policy: "session.own" }, schema: { response: answers({ 204: "none" }) } }, async (request, reply) => {
    await app.storage.commit([{ op: "remove", collection: "sessions", id: request.session!.id }]);
    for (const tell of app.sessionEnded) tell(request.session!.id);
    return clearCookie(reply).code(204).send();
  });

  app.put<{ Body: { language: "th" | "en" } }>(
    "/api/v1/sessions/current/language",
    { config: { policy: "session.own" }, schema: { body: ref("languageChange"), response: answers({ 200: ref("session") }) } },
    async (request) => {
      const { language } = request.body;
      const [session, account] = await Promise.all([
        app.storage.get<SessionDoc>("sessions", request.session!.id),
        app.storage.get<AccountDoc>("accounts", request.requireActor().account),
      ]);
      if (!session || !account) refuse(serverProblem("access.signed-out"));
      await settle(app.storage, [
        { op: "replace", collection: "sessions", doc: { ...session, language, rev: session.rev + 1 } as SessionDoc, rev: session.rev },
        { op: "replace", collection: "accounts", doc: { ...account, language, rev: account.rev + 1 } as AccountDoc, rev: account.rev },
      ]);
      request.session!.language = language;
      return currentView(app, request);
    },
  );
}
