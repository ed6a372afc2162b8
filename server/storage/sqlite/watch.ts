// Tells watchers of new events: at once for commits of this process; a look at the store's own change counter finds those of others.
import type { Change } from "../port.js";
import type { Database } from "./database.js";

const lookEveryMs = 200;

export class Watchers {
  private readonly listeners = new Set<(change: Change) => void>();
  private readonly told = new Map<string, number>();
  private version = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly db: Database) {}

  add(listener: (change: Change) => void): () => Promise<void> {
    if (this.listeners.size === 0) this.begin();
    const own = (change: Change) => listener(change);
    this.listeners.add(own);
    return async () => {
      this.listeners.delete(own);
      if (this.listeners.size === 0) this.close();
    };
  }

  /** After a commit: these owners have new events. */
  tell(owners: Iterable<string>): void {
    if (this.listeners.size === 0) return;
    for (const owner of owners) {
      const head = this.db.get<{ seq: number }>("SELECT seq FROM heads WHERE owner = ?", owner);
      if (head) this.raise(owner, head.seq);
    }
  }

  close(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private begin(): void {
    this.version = this.dataVersion();
    for (const { owner, seq } of this.heads()) this.told.set(owner, seq);
    this.timer = setInterval(() => this.look(), lookEveryMs).unref();
  }

  /** The counter moves only when another connection has committed. */
  private look(): void {
    const version = this.dataVersion();
    if (version === this.version) return;
    this.version = version;
    for (const { owner, seq } of this.heads()) this.raise(owner, seq);
  }

  private raise(owner: string, seq: number): void {
    if (seq <= (this.told.get(owner) ?? 0)) return;
    this.told.set(owner, seq);
    for (const listener of this.listeners) listener({ owner, seq });
  }

  private heads(): Change[] {
    return this.db.all<Change>("SELECT owner, seq FROM heads");
  }

  private dataVersion(): number {
    return this.db.get<{ data_version: number }>("PRAGMA data_version")!.data_version;
  }
}
