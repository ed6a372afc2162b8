// Whether the server can be reached: told by each request, and asked again with growing pauses while it cannot.
import { clock } from "../ui/clock.js";

const listeners = new Set<(reachable: boolean) => void>();
let reachable = true;
let pause = 1000;
let stop = () => {};

export const network = {
  get reachable(): boolean {
    return reachable;
  },
  /** Calls `run` whenever reach is lost or back; the answer stops it. */
  watch(run: (reachable: boolean) => void): () => void {
    listeners.add(run);
    return () => listeners.delete(run);
  },
  /** A request came through, or did not. */
  tell(now: boolean): void {
    if (now === reachable) return;
    reachable = now;
    pause = 1000;
    stop();
    if (!now) knock();
    for (const run of listeners) run(now);
  },
};

function knock(): void {
  stop = clock.after(pause, async () => {
    pause = Math.min(pause * 2, 30_000);
    const answer = await fetch("/healthz", { cache: "no-store" }).catch(() => undefined);
    if (answer?.ok) network.tell(true);
    else if (!reachable) knock();
  });
}

addEventListener("offline", () => network.tell(false));
addEventListener("online", () => {
  if (reachable) return;
  pause = 0;
  stop();
  knock();
});
