// One connection to the embedded store: durable settings, and each statement prepared once.
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { Names } from "./names.js";

export type Value = string | number | bigint | Uint8Array | null;
type Statement = ReturnType<InstanceType<typeof DatabaseSync>["prepare"]>;

export const databaseFile = (dataDir: string): string => join(dataDir, "thongthin.db");

/**
 * A batch is acknowledged after COMMIT returns, and with `synchronous=FULL` COMMIT syncs the log first.
 * A record touches dozens of pages of the side table: the log may grow to 16 MB, so that pages written by many commits go to their places once.
 */
const durable = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=4000;";
const common = "PRAGMA busy_timeout=5000; PRAGMA cache_size=-16000; PRAGMA foreign_keys=OFF; PRAGMA temp_store=MEMORY;";

export class Database {
  private readonly db: InstanceType<typeof DatabaseSync>;
  private readonly statements = new Map<string, Statement>();
  readonly names = new Names(this);

  constructor(dataDir: string, mode: "write" | "read") {
    this.db = new DatabaseSync(databaseFile(dataDir), { readOnly: mode === "read" });
    this.db.exec(common);
    if (mode === "write") this.db.exec(durable);
  }

  exec(sql: string): void {
    this.db.exec(sql);
  }

  /** How many rows it changed. */
  run(sql: string, ...values: Value[]): number {
    return this.prepare(sql).run(...values).changes;
  }

  get<Row>(sql: string, ...values: Value[]): Row | undefined {
    return this.prepare(sql).get(...values) as Row | undefined;
  }

  all<Row>(sql: string, ...values: Value[]): Row[] {
    return this.prepare(sql).all(...values) as Row[];
  }

  /** Row by row. Its statement is out of the cache meanwhile: started again while being read, it would lose its place. */
  *iterate<Row>(sql: string, ...values: Value[]): IterableIterator<Row> {
    const statement = this.prepare(sql);
    this.statements.delete(sql);
    try {
      yield* statement.iterate(...values) as IterableIterator<Row>;
    } finally {
      this.statements.set(sql, statement);
    }
  }

  /** All or nothing of `work`, which must not wait for anything. */
  transaction<T>(work: () => T): T {
    this.exec("BEGIN IMMEDIATE");
    try {
      const result = work();
      this.exec("COMMIT");
      return result;
    } catch (error) {
      this.rollback();
      throw error;
    }
  }

  /**
   * Writes without waiting for the disk, for what a power cut may take back because it would only be done again.
   * The next synced commit brings it to the disk too.
   */
  unsynced<T>(work: () => T): T {
    // Not prepared once: this pragma works when it is compiled, not when it is run.
    this.exec("PRAGMA synchronous=NORMAL");
    try {
      return work();
    } finally {
      this.exec("PRAGMA synchronous=FULL");
    }
  }

  /** A fault of the disk may have ended the transaction already. */
  rollback(): void {
    if (this.db.isTransaction) this.exec("ROLLBACK");
    this.names.forget();
  }

  get inTransaction(): boolean {
    return this.db.isTransaction;
  }

  close(): void {
    this.statements.clear();
    if (this.db.isOpen) this.db.close();
  }

  private prepare(sql: string): Statement {
    let statement = this.statements.get(sql);
    if (!statement) {
      // Texts of statements come from code only, but a filter has many shapes: keep the cache bounded.
      if (this.statements.size > 500) this.statements.clear();
      statement = this.db.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }
}
