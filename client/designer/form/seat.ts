// Whoever a form is tried as: a position of the LAO with its place and holder, as rules and rights see them. Nobody is signed in as them.
import type { Facts } from "../../../engine/expression/facts.js";
import type { Actor, FormDefinition, HeldPosition, OrganizationView, PositionView } from "../../../schemas/types.js";
import { session } from "../../api/session.js";
import { clock } from "../../ui/clock.js";
import { t } from "../../ui/words.js";
import type { Surroundings } from "../surroundings.js";

/** Who is meant, and what their rules read of them. */
export interface Seat {
  actor: Actor;
  facts: Pick<Facts, "author" | "organization"> & { labels: Record<string, string> };
}

const kindsOf = { own: [], class: ["class"], school: ["school", "centre"], lao: ["lao"] } as const;

/** The seat of a position; without one, whoever is signed in. */
export function seatOf(position: PositionView | undefined, unit: FormDefinition["unit"], { organizations }: Surroundings): Seat {
  const signedIn = session.current!.actor;
  const actor = position ? holderOf(position, signedIn, organizations) : signedIn;
  const [own] = actor.positions;
  const place = own && placeOf(own.organization, unit, organizations);
  return {
    actor,
    facts: {
      author: {
        account: actor.account,
        person: actor.person,
        name: actor.name,
        duties: [...new Set(actor.positions.filter(({ acting }) => !acting).flatMap(({ duties }) => duties))],
        ...(own && { position: own.title, organization: own.organizationName }),
      },
      ...(place && { organization: { ...part(place), ancestors: above(place.id, organizations).map(part) } }),
      labels: { [actor.person]: actor.name },
    },
  };
}

/** Somebody in the position: its holder of today, or a person without a name. */
function holderOf(position: PositionView, { owner }: Actor, organizations: readonly OrganizationView[]): Actor {
  const today = clock.today();
  const holder = position.holders?.find(({ from, to }) => from <= today && (to === undefined || today <= to));
  return {
    account: `seat-${position.id}`,
    person: holder?.person ?? `seat-${position.id}`,
    owner,
    name: holder?.name ?? t("preview.nobody"),
    positions: [held(position, organizations)],
  };
}

function held({ id, title, duties, organization, scope }: PositionView, organizations: readonly OrganizationView[]): HeldPosition {
  const find = (wanted: string) => organizations.find((one) => one.id === wanted);
  return {
    id,
    title,
    duties: duties as HeldPosition["duties"],
    organization,
    organizationName: find(organization)?.name ?? "",
    organizationKind: find(organization)?.kind ?? "",
    above: above(organization, organizations).map((one) => one.id),
    scope,
    scopeKind: find(scope)?.kind ?? "",
  };
}

/** Where a record would belong: the nearest place of the form's kind. */
function placeOf(id: string, unit: FormDefinition["unit"], organizations: readonly OrganizationView[]): OrganizationView | undefined {
  const kinds: readonly string[] = kindsOf[unit ?? "own"];
  const own = organizations.find((one) => one.id === id);
  return [...(own ? [own] : []), ...above(id, organizations)].find(({ kind }) => kinds.includes(kind)) ?? own;
}

/** The organizations above one, nearest first. */
function above(id: string, organizations: readonly OrganizationView[]): OrganizationView[] {
  const parent = organizations.find((one) => one.id === id)?.parent;
  const next = parent === undefined ? undefined : organizations.find((one) => one.id === parent);
  return next ? [next, ...above(next.id, organizations)] : [];
}

const part = ({ id, kind, name }: OrganizationView) => ({ id, kind, name });
