// Puts the plan of the demo municipality into the store: the tree, the people, their positions and accounts, with the events of a real set-up.
import type { FastifyInstance } from "fastify";
import { newAccount, newPerson } from "../../accounts/new.js";
import { type Changed, changeWrites } from "../../organizations/change.js";
import type { AccountDoc, HoldingDoc, OrganizationDoc, PositionDoc } from "../../organizations/docs.js";
import { instant } from "../../plugins/clock.js";
import { settle } from "../../plugins/refusal.js";
import type { Write } from "../../storage/port.js";
import { type Plan, type PlannedOrganization, type PlannedStaff, provinceViewer } from "./municipality.js";

export interface Settled {
  owner: string;
  /** Ids of organizations and accounts by the plan's keys. */
  organizations: Map<string, string>;
  accounts: Map<string, string>;
}

/** One commit: either the whole municipality is there, or nothing. `since` is the first day of everybody's position. */
export async function settleMunicipality(app: FastifyInstance, plan: Plan, password: string, since: string): Promise<Settled> {
  const organizations = new Map<string, OrganizationDoc>();
  for (const planned of plan.organizations) organizations.set(planned.key, organizationDoc(app, planned, organizations));
  const owner = organizations.get("lao")!.id;
  const changes: Changed[] = [...organizations.values()].map((doc) => ({
    kind: "organization",
    what: "made",
    doc,
    unit: unitOf(doc, organizations),
    payload: { to: { name: doc.name } },
  }));
  const claims: Write[] = [];
  const accounts = new Map<string, string>();

  const viewer: PlannedStaff = { ...provinceViewer, name: { prefix: "นาย", first: "ประจักษ์", last: "มองไกล" }, personType: "executive", phone: "0800000000" };
  for (const staff of [...plan.staff, viewer]) {
    const home = organizations.get(staff.organization)!;
    // The province's people are the province's own; everybody else is the municipality's.
    const belongs = home.kind === "province" ? home.id : owner;
    const { prefix, first, last } = staff.name;
    const person = newPerson(app, belongs, { name: `${prefix}${first} ${last}`, phone: staff.phone, personType: staff.personType });
    const account = await newAccount(app, person.doc, staff.username ?? staff.key, password);
    const common = { owner: belongs, format: 1, rev: 1 };
    const position: PositionDoc = {
      id: app.newId(),
      ...common,
      title: staff.title,
      duties: staff.duties,
      organization: home.id,
      scope: organizations.get(staff.scope)!.id,
    };
    const holding: HoldingDoc = { id: app.newId(), ...common, position: position.id, person: person.doc.id, from: since };
    const unit = unitOf(home, organizations);
    changes.push(
      person,
      account.made,
      { kind: "position", what: "made", doc: position, unit, payload: { to: { title: position.title, duties: position.duties } } },
      { kind: "holding", what: "made", doc: holding, unit, payload: { to: { position: position.id, person: person.doc.id } } },
    );
    claims.push(account.claim);
    accounts.set(staff.key, (account.made.doc as AccountDoc).id);
  }
  const at = instant(app.clock.now());
  await settle(app.storage, [...claims, ...changes.flatMap((change) => changeWrites(change, at, {}))]);
  for (const doc of organizations.values()) app.directory.forget(doc.owner);
  return { owner, organizations: new Map([...organizations].map(([key, doc]) => [key, doc.id])), accounts };
}

/** A LAO owns itself and all below; what is above owns itself. */
function organizationDoc(app: FastifyInstance, { kind, name, short, parent }: PlannedOrganization, made: Map<string, OrganizationDoc>): OrganizationDoc {
  const id = app.newId();
  const lao = made.get("lao");
  const above = parent === undefined ? undefined : made.get(parent)!;
  const owner = kind === "district" ? above!.id : lao && kind !== "lao" ? lao.id : id;
  return { id, owner, format: 1, rev: 1, kind, name, ...(short && { short }), ...(above && { parent: above.id }) };
}

/** An organization and all above it. */
function unitOf(doc: OrganizationDoc, all: Map<string, OrganizationDoc>): string[] {
  const byId = new Map([...all.values()].map((one) => [one.id, one]));
  const unit: string[] = [];
  for (let at: OrganizationDoc | undefined = doc; at; at = at.parent === undefined ? undefined : byId.get(at.parent)) unit.push(at.id);
  return unit;
}
