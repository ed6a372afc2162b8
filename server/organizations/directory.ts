// Keeps a snapshot of each owner's tree and people, and drops it when an event says that it changed, here or in another process.
import type { Filter } from "../../engine/query/filter.js";
import type { Feed } from "../events/feed.js";
import type { Collection, Doc, Storage } from "../storage/port.js";
import type { AccountDoc, DelegationDoc, HoldingDoc, OrganizationDoc, PersonDoc, PositionDoc } from "./docs.js";
import { Snapshot } from "./snapshot.js";

/** Events about these change who may do what. */
const kinds = new Set(["organization", "position", "holding", "delegation", "person", "account"]);
/** Owners kept at once; whoever was not asked for longest goes first. */
const most = 200;

export class Directory {
  readonly #storage: Storage;
  readonly #feed: Feed;
  readonly #snapshots = new Map<string, Promise<Snapshot>>();

  constructor(storage: Storage, feed: Feed) {
    this.#storage = storage;
    this.#feed = feed;
    feed.listen((event) => {
      if (kinds.has(event.subject?.kind ?? "")) this.forget(event.owner);
    });
  }

  /** The owner's tree and people as they stand. */
  of(owner: string): Promise<Snapshot> {
    let snapshot = this.#snapshots.get(owner);
    if (!snapshot) {
      snapshot = this.#read(owner);
      snapshot.catch(() => this.#snapshots.delete(owner));
    }
    this.#snapshots.delete(owner);
    this.#snapshots.set(owner, snapshot);
    if (this.#snapshots.size > most) this.#snapshots.delete(this.#snapshots.keys().next().value!);
    return snapshot;
  }

  /** Reads again at the next question. Whoever commits a change calls it, so that their next read sees it. */
  forget(owner: string): void {
    this.#snapshots.delete(owner);
  }

  async #read(owner: string): Promise<Snapshot> {
    await this.#feed.follow(owner);
    const [own, positions, holdings, delegations, people, accounts] = await Promise.all([
      this.#all<OrganizationDoc>("organizations", { owner }),
      this.#all<PositionDoc>("positions", { owner }),
      this.#all<HoldingDoc>("holdings", { owner }),
      this.#all<DelegationDoc>("delegations", { owner }),
      this.#all<PersonDoc>("people", { owner }),
      this.#all<AccountDoc>("accounts", { owner }),
    ]);
    const organizations = [...own, ...(await this.#above(own)), ...(await this.#below(own))];
    return new Snapshot(owner, { organizations, positions, holdings, delegations, people, accounts: accounts.map(({ password: _, ...rest }) => rest) });
  }

  /** From the owner up to the province: those belong to somebody else. */
  async #above(own: OrganizationDoc[]): Promise<OrganizationDoc[]> {
    const known = new Set(own.map(({ id }) => id));
    const above: OrganizationDoc[] = [];
    let parent = own.find((one) => one.parent !== undefined && !known.has(one.parent))?.parent;
    while (parent !== undefined && !known.has(parent)) {
      const organization: OrganizationDoc | undefined = await this.#storage.get("organizations", parent);
      if (!organization) break;
      above.push(organization);
      known.add(organization.id);
      parent = organization.parent;
    }
    return above;
  }

  /** What stands under a province and belongs to its LAOs: names for roll-ups, never their people. */
  async #below(own: OrganizationDoc[]): Promise<OrganizationDoc[]> {
    const known = new Set(own.map(({ id }) => id));
    const below: OrganizationDoc[] = [];
    let parents = own.filter(({ kind }) => kind === "province" || kind === "district").map(({ id }) => id);
    while (parents.length) {
      const next: OrganizationDoc[] = [];
      for (let at = 0; at < parents.length; at += 200)
        next.push(...(await this.#all<OrganizationDoc>("organizations", { parent: { $in: parents.slice(at, at + 200) } })));
      const fresh = next.filter(({ id }) => !known.has(id));
      for (const { id } of fresh) known.add(id);
      below.push(...fresh);
      parents = fresh.map(({ id }) => id);
    }
    return below;
  }

  async #all<T extends Doc>(collection: Collection, filter: Filter): Promise<T[]> {
    const items: T[] = [];
    let after: string | undefined;
    do {
      const page = await this.#storage.find<T>(collection, { filter, limit: 500, ...(after === undefined ? {} : { after }) });
      items.push(...page.items);
      after = page.next;
    } while (after !== undefined);
    return items;
  }
}
