// Views and scopes are long texts that stand in every line of the side table: each is kept once, and lines hold its number.
import type { Collection } from "../port.js";
import type { Database } from "./database.js";

/** Known numbers kept in memory. */
const most = 100_000;

export class Names {
  private readonly known = new Map<string, number>();

  constructor(private readonly db: Database) {}

  /** The number of a name, if anything was ever kept under it. */
  find(name: string): number | undefined {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const found = this.db.get<{ n: number }>("SELECT n FROM names WHERE name = ?", name)?.n;
    return found === undefined ? undefined : this.keep(name, found);
  }

  /** The number of a name; a new one is given inside the transaction that asks. */
  give(name: string): number {
    return this.find(name) ?? this.keep(name, this.db.get<{ n: number }>("INSERT INTO names (name) VALUES (?) RETURNING n", name)!.n);
  }

  /** After a rollback: numbers given in it are given no more. */
  forget(): void {
    this.known.clear();
  }

  private keep(name: string, n: number): number {
    if (this.known.size >= most) this.known.clear();
    this.known.set(name, n);
    return n;
  }
}

/** The view of a collection, as lines name it. */
export const viewName = (collection: Collection, view: string): string => `${collection} ${view}`;
