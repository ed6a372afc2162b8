// Who is signed in on this device, and the token that every changing request carries.
import type { Session } from "../../schemas/types.js";

const listeners = new Set<(session: Session | null) => void>();
let current: Session | null = null;
let lost = false;

export const session = {
  /** Whoever is signed in; null before, and after signing out. */
  get current(): Session | null {
    return current;
  },
  /** The server no longer knows this session: the same person signs in again, and goes on. */
  get lost(): boolean {
    return lost;
  },
  set(to: Session | null): void {
    current = to;
    lost = false;
    for (const run of listeners) run(current);
  },
  /** A request was refused for want of a session; what is on the screen stays. */
  lose(): void {
    if (lost || !current) return;
    lost = true;
    for (const run of listeners) run(current);
  },
  watch(run: (session: Session | null) => void): () => void {
    listeners.add(run);
    return () => listeners.delete(run);
  },
};
