// A real installation begins with nobody: the start prints a link that works once, for the first administrator.
import { randomBytes, timingSafeEqual } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { serverProblem } from "../../engine/problem/server.js";
import type { LaoName, SetupRun, Text } from "../../schemas/types.js";
import { sha256 } from "../events/event.js";
import { type Changed, changeWrites } from "../organizations/change.js";
import type { HoldingDoc, OrganizationDoc, PositionDoc } from "../organizations/docs.js";
import { instant } from "../plugins/clock.js";
import { refuse, settle } from "../plugins/refusal.js";
import type { Doc, Storage } from "../storage/port.js";
import { newAccount, newPerson } from "./new.js";
import { adminDuty } from "./view.js";

interface SetupDoc extends Doc {
  /** SHA-256 of the word in the link; absent once it was used. */
  token?: string;
}
const id = "setup";

/** Whether nobody has an account yet. */
export async function setupOpen(storage: Storage): Promise<boolean> {
  const { items } = await storage.find("accounts", { filter: {}, limit: 1 });
  return items.length === 0;
}

/** The LAO of an installation that holds one; of several, nobody is told before they sign in. */
export async function onlyLao(storage: Storage): Promise<LaoName | undefined> {
  const { items } = await storage.find<OrganizationDoc>("organizations", { filter: { kind: "lao" }, limit: 2 });
  const [only, other] = items;
  return only && !other ? { id: only.id, name: only.name, ...(only.short && { short: only.short }) } : undefined;
}

/** A new word for the link; the one before is worth nothing. Undefined when somebody has an account. */
export async function openSetup(storage: Storage): Promise<string | undefined> {
  if (!(await setupOpen(storage))) return undefined;
  const word = randomBytes(24).toString("base64url");
  const was = await storage.get<SetupDoc>("settings", id);
  const doc: SetupDoc = { id, owner: "*", format: 1, rev: (was?.rev ?? 0) + 1, token: sha256(word) };
  await settle(storage, [was ? { op: "replace", collection: "settings", doc, rev: was.rev } : { op: "insert", collection: "settings", doc }]);
  return word;
}

/** The tree and the first administrator in one commit; the link is spent with it. Returns the LAO. */
export async function runSetup(app: FastifyInstance, { token, province, lao, name, username, password }: SetupRun): Promise<string> {
  const setup = await app.storage.get<SetupDoc>("settings", id);
  const fits = setup?.token !== undefined && timingSafeEqual(Buffer.from(setup.token), Buffer.from(sha256(token)));
  if (!fits || !(await setupOpen(app.storage))) refuse(serverProblem("setup.closed"));
  const place = (kind: "province" | "lao", title: Text, parent?: OrganizationDoc): OrganizationDoc => {
    const own = app.newId();
    return { id: own, owner: own, format: 1, rev: 1, kind, name: title, ...(parent && { parent: parent.id }) };
  };
  const above = place("province", province);
  const organization = place("lao", lao, above);
  const owner = organization.id;
  const common = { owner, format: 1, rev: 1 };
  const admin: PositionDoc = {
    id: app.newId(),
    ...common,
    title: { th: "ผู้ดูแลระบบ", en: "Administrator" },
    duties: [adminDuty],
    organization: owner,
    scope: owner,
  };
  const person = newPerson(app, owner, { name });
  const account = await newAccount(app, person.doc, username, password);
  const holding: HoldingDoc = { id: app.newId(), ...common, position: admin.id, person: person.doc.id, from: app.today() };
  const unit = [owner, above.id];
  const changes: Changed[] = [
    { kind: "organization", what: "made", doc: above, unit: [above.id], payload: { to: { name: province } } },
    { kind: "organization", what: "made", doc: organization, unit, payload: { to: { name: lao } } },
    { kind: "position", what: "made", doc: admin, unit, payload: { to: { title: admin.title, duties: admin.duties } } },
    person,
    account.made,
    { kind: "holding", what: "made", doc: holding, unit, payload: { to: { position: admin.id, person: person.doc.id } } },
  ];
  const { token: _spent, ...rest } = setup;
  const at = instant(app.clock.now());
  await settle(
    app.storage,
    [
      { op: "replace", collection: "settings", doc: { ...rest, rev: setup.rev + 1 }, rev: setup.rev },
      account.claim,
      ...changes.flatMap((change) => changeWrites(change, at, {})),
    ],
    serverProblem("setup.closed"),
  );
  return owner;
}
