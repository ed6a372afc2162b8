// Accounts, as the administrator of a LAO keeps them. A closed account is out at once, on every device.
import type { FastifyInstance } from "fastify";
import { serverProblem } from "../../engine/problem/server.js";
import type { AccountChange, AccountNew, Accounts, AccountView } from "../../schemas/types.js";
import { type Changed, changeWrites, commitChanges } from "../organizations/change.js";
import type { AccountDoc, PersonDoc } from "../organizations/docs.js";
import { answers, ref } from "../plugins/answers.js";
import { instant } from "../plugins/clock.js";
import { found, ifMatch, refuse, settle } from "../plugins/refusal.js";
import { newAccount, newPerson, personDoc, taken } from "./new.js";
import { hashPassword, weakness } from "./passwords.js";
import { endings } from "./sessions.js";

const view = ({ id, username, person, name, disabled, rev }: Omit<AccountDoc, "password">): AccountView => ({
  id,
  username,
  person,
  name,
  rev,
  ...(disabled && { disabled }),
});

const query = {
  type: "object",
  additionalProperties: false,
  properties: { after: { type: "string", maxLength: 100 }, limit: { type: "integer", minimum: 1, maximum: 500, default: 100 } },
};
const params = { type: "object", required: ["id"], properties: { id: { type: "string", minLength: 1, maxLength: 100 } } };

export default async function adminRoutes(app: FastifyInstance): Promise<void> {
  app.get<{ Querystring: { after?: string; limit: number } }>(
    "/api/v1/accounts",
    { config: { policy: "account.manage" }, schema: { querystring: query, response: answers({ 200: ref("accounts") }) } },
    async (request): Promise<Accounts> => {
      const { owner } = request.requireActor();
      request.must("account.manage", { owner, unit: [owner] });
      const { after, limit } = request.query;
      const all = [...(await app.directory.of(owner)).accounts.values()].sort((a, b) => (a.username < b.username ? -1 : 1));
      const from = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
      const page = all.slice(from, from + limit);
      return { items: page.map(view), ...(from + limit < all.length && { next: page.at(-1)!.id }) };
    },
  );

  app.post<{ Body: AccountNew }>(
    "/api/v1/accounts",
    { config: { policy: "account.manage" }, schema: { body: ref("accountNew"), response: answers({ 201: ref("accountView") }) } },
    async (request, reply): Promise<AccountView> => {
      const actor = request.requireActor();
      const { owner } = actor;
      const position = request.must("account.manage", { owner, unit: [owner] });
      const { username, password, person, name, ...more } = request.body;
      if (person === undefined && name === undefined) refuse(serverProblem("server.invalid", { detail: "/name" }, "/name"));
      const known = person === undefined ? undefined : await app.storage.get<PersonDoc>("people", person);
      if (person !== undefined && known?.owner !== owner) refuse(serverProblem("person.unknown", {}, "/person"));
      const made: Changed[] = [];
      let of = known;
      if (!of) {
        const fresh = newPerson(app, owner, { name: name!, ...more });
        made.push(fresh);
        of = fresh.doc;
      }
      const account = await newAccount(app, of, username, password);
      made.push(account.made);
      const writes = made.flatMap((change) => changeWrites(change, instant(app.clock.now()), { actor, position }));
      await settle(app.storage, [account.claim, ...writes], taken(username));
      app.directory.forget(owner);
      reply.code(201);
      return view(account.made.doc as AccountDoc);
    },
  );

  app.patch<{ Body: AccountChange; Params: { id: string } }>(
    "/api/v1/accounts/:id",
    { config: { policy: "account.manage" }, schema: { params, body: ref("accountChange"), response: answers({ 200: ref("accountView") }, 428) } },
    async (request): Promise<AccountView> => {
      const actor = request.requireActor();
      const { owner } = actor;
      const position = request.must("account.manage", { owner, unit: [owner] });
      const stored = await app.storage.get<AccountDoc>("accounts", request.params.id);
      const account = found(stored?.owner === owner ? stored : undefined);
      const { password, disabled, name, phone, personType } = request.body;
      if (disabled && account.id === actor.account) refuse(serverProblem("account.self"));
      const doc: AccountDoc = { ...account, rev: ifMatch(request.headers) + 1 };
      const what: Record<string, unknown> = {};
      if (password !== undefined) {
        const weak = weakness(password, account.username);
        if (weak) refuse(weak);
        doc.password = await hashPassword(password);
        what.password = true;
      }
      if (disabled !== undefined) what.disabled = doc.disabled = disabled;
      const changes: Changed[] = [];
      if (name !== undefined || phone !== undefined || personType !== undefined) {
        const person = found(await app.storage.get<PersonDoc>("people", account.person));
        const to = personDoc(person.id, owner, person.rev + 1, { ...person, ...request.body });
        doc.name = to.name;
        changes.push({ kind: "person", what: "changed", doc: to, unit: [owner], payload: { was: { name: person.name }, to: { name: to.name } } });
      }
      changes.push({ kind: "account", what: "changed", doc, unit: [owner], payload: { to: what } });
      // A new password and a closed account end every session: whoever had the old one is out.
      const ended = password !== undefined || disabled ? await endings(app, account.id) : [];
      await commitChanges(app, owner, changes, { actor, position }, ended);
      return view(doc);
    },
  );
}
