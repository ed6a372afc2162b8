// The tree of one owner with its positions and people, as it stands: read once, kept in memory, thrown away when one of their events happens.
import type { Actor, HeldPosition, Text } from "../../schemas/types.js";
import type { AccountDoc, DelegationDoc, HoldingDoc, OrganizationDoc, PersonDoc, PositionDoc } from "./docs.js";

export interface SnapshotParts {
  organizations: OrganizationDoc[];
  positions: PositionDoc[];
  holdings: HoldingDoc[];
  delegations: DelegationDoc[];
  people: PersonDoc[];
  accounts: Omit<AccountDoc, "password">[];
}

const vacant: Text = { th: "ตำแหน่งว่าง", en: "vacant" };
const byId = <T extends { id: string }>(items: T[]): ReadonlyMap<string, T> => new Map(items.map((item) => [item.id, item]));

/** Whether a period with inclusive ends holds a day. */
export const covers = (period: { from: string; to?: string }, day: string): boolean => period.from <= day && (period.to === undefined || day <= period.to);

/** Whether a delegation has effect on a day. */
export const inEffect = (delegation: DelegationDoc, day: string): boolean =>
  covers(delegation, day) && (delegation.ended === undefined || day < delegation.ended);

export class Snapshot {
  readonly organizations: ReadonlyMap<string, OrganizationDoc>;
  readonly positions: ReadonlyMap<string, PositionDoc>;
  readonly people: ReadonlyMap<string, PersonDoc>;
  readonly accounts: ReadonlyMap<string, Omit<AccountDoc, "password">>;
  readonly holdings: readonly HoldingDoc[];
  readonly delegations: readonly DelegationDoc[];
  readonly #units = new Map<string, string[]>();
  readonly #actors = new Map<string, Actor | undefined>();
  readonly #accountOf = new Map<string, string>();
  #peopleInOrder: readonly PersonDoc[] | undefined;
  readonly #holdingsOf = new Map<string, HoldingDoc[]>();

  constructor(
    readonly owner: string,
    parts: SnapshotParts,
  ) {
    this.organizations = byId(parts.organizations);
    this.positions = byId(parts.positions);
    this.people = byId(parts.people);
    this.accounts = byId(parts.accounts);
    this.holdings = parts.holdings;
    this.delegations = parts.delegations;
    for (const holding of parts.holdings) {
      const same = this.#holdingsOf.get(holding.person);
      if (same) same.push(holding);
      else this.#holdingsOf.set(holding.person, [holding]);
    }
    for (const account of parts.accounts) if (!account.disabled) this.#accountOf.set(account.person, account.id);
  }

  /** An organization and all above it, nearest first. */
  unit(id: string): string[] {
    let unit = this.#units.get(id);
    if (!unit) {
      unit = [];
      for (let at = this.organizations.get(id); at && !unit.includes(at.id); at = at.parent === undefined ? undefined : this.organizations.get(at.parent))
        unit.push(at.id);
      this.#units.set(id, unit);
    }
    return unit;
  }

  /** The nearest organization of a kind, from this one up. */
  nearest(id: string, kinds: readonly string[]): OrganizationDoc | undefined {
    return this.unit(id)
      .map((at) => this.organizations.get(at)!)
      .find((at) => kinds.includes(at.kind));
  }

  /** This organization and all below it. */
  below(id: string): OrganizationDoc[] {
    return [...this.organizations.values()].filter((organization) => this.unit(organization.id).includes(id));
  }

  /** Everybody in Thai order; put in order once. */
  get peopleInOrder(): readonly PersonDoc[] {
    this.#peopleInOrder ??= [...this.people.values()].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.id < b.id ? -1 : 1));
    return this.#peopleInOrder;
  }

  /** What a person holds, has held and will hold, in the order in which it was given. */
  holdingsOf(person: string): readonly HoldingDoc[] {
    return this.#holdingsOf.get(person) ?? [];
  }

  /** Who holds a position on a day. */
  holders(position: string, day: string): PersonDoc[] {
    return this.holdings.filter((holding) => holding.position === position && covers(holding, day)).flatMap((holding) => this.people.get(holding.person) ?? []);
  }

  /** The account of a person, unless it is closed. */
  accountOf(person: string): string | undefined {
    return this.#accountOf.get(person);
  }

  /** Accounts that have this duty over an organization on a day, their own or acted for. */
  accountsWith(duty: string, unit: readonly string[], day: string): string[] {
    return [...this.accounts.keys()].filter((account) =>
      this.actor(account, day)?.positions.some((position) => position.duties.includes(duty) && unit.includes(position.scope)),
    );
  }

  /** Who an account is on a day: own positions, then those acted for. Undefined when there is no such account or it is closed. */
  actor(account: string, day: string): Actor | undefined {
    const key = `${account} ${day}`;
    if (!this.#actors.has(key)) this.#actors.set(key, this.#resolve(account, day));
    return this.#actors.get(key);
  }

  #resolve(id: string, day: string): Actor | undefined {
    const account = this.accounts.get(id);
    const person = account && this.people.get(account.person);
    if (!account || account.disabled || !person) return undefined;
    const own = this.holdingsOf(person.id)
      .filter((holding) => covers(holding, day))
      .flatMap((holding) => this.#held(holding.position, holding));
    const acting = this.delegations.filter((one) => one.person === person.id && inEffect(one, day)).flatMap((one) => this.#actedFor(one, day));
    return { account: id, person: person.id, owner: this.owner, name: person.name, positions: [...own, ...acting] };
  }

  /** Whether anybody holds, on this day, a position with this duty over one of these organizations; of this kind, when one is named. */
  isHeld(duty: string, kind: string | undefined, unit: readonly string[], day: string): boolean {
    return this.holdings.some((holding) => {
      if (!covers(holding, day)) return false;
      const position = this.positions.get(holding.position);
      return position?.duties.includes(duty) && unit.includes(position.scope) && (kind === undefined || this.organizations.get(position.scope)?.kind === kind);
    });
  }

  /** A position as whoever holds it from this day has it; undefined when there is none. */
  heldAs(position: string, day: string): HeldPosition | undefined {
    return this.#held(position, { from: day })[0];
  }

  #held(id: string, period: { from: string; to?: string }): HeldPosition[] {
    const position = this.positions.get(id);
    const organization = position && this.organizations.get(position.organization);
    const scope = position && this.organizations.get(position.scope);
    if (!position || !organization || !scope) return [];
    return [
      {
        id,
        title: position.title,
        duties: position.duties,
        organization: organization.id,
        organizationName: organization.name,
        organizationKind: organization.kind,
        above: this.unit(organization.id).slice(1),
        scope: scope.id,
        scopeKind: scope.kind,
        from: period.from,
        ...(period.to === undefined ? {} : { to: period.to }),
      },
    ];
  }

  #actedFor(delegation: DelegationDoc, day: string): HeldPosition[] {
    const holder = this.holders(delegation.position, day)[0];
    const name = holder?.name ?? (vacant as { th: string }).th;
    return this.#held(delegation.position, delegation).map((position) => ({
      ...position,
      acting: { delegation: delegation.id, kind: delegation.kind, person: holder?.id ?? "", name },
    }));
  }
}
