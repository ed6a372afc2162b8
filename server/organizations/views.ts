// How the tree, its positions and delegations go out.
import type { DelegationView, OrganizationView, PositionView } from "../../schemas/types.js";
import type { DelegationDoc, OrganizationDoc, PositionDoc } from "./docs.js";
import type { Snapshot } from "./snapshot.js";

export function organizationView({ id, kind, name, short, parent, code, rev }: OrganizationDoc): OrganizationView {
  return { id, kind, name, ...(short && { short }), ...(parent && { parent }), ...(code && { code }), rev };
}

/** A position with whoever holds it now or will: what is past stays in the events. */
export function positionView(snapshot: Snapshot, { id, title, duties, organization, scope, rev }: PositionDoc, today: string): PositionView {
  const holders = snapshot.holdings
    .filter((holding) => holding.position === id && (holding.to === undefined || holding.to >= today) && (holding.to ?? holding.from) >= holding.from)
    .map((holding) => ({
      holding: holding.id,
      person: holding.person,
      name: snapshot.people.get(holding.person)?.name ?? "",
      from: holding.from,
      ...(holding.to === undefined ? {} : { to: holding.to }),
    }));
  return { id, title, duties, organization, scope, rev, holders };
}

export function delegationView({ id, position, person, kind, from, to, order, ended }: DelegationDoc): DelegationView {
  return { id, position, person, kind, from, to, ...(order && { order }), ...(ended && { ended: true }) };
}
