// What happens elsewhere, as it happens: one stream of `{seq, kind, id}`. Screens read again what they show; after a break everybody does (`again`).
import { clock } from "../ui/clock.js";
import { network } from "./network.js";
import { session } from "./session.js";

export interface LiveEvent {
  seq: number;
  /** The kind of thing that changed (`record`, `definition`, `notice` …); `again` after a break. */
  kind: string;
  id: string;
}

const listeners = new Set<(event: LiveEvent) => void>();
let stream: EventSource | undefined;
let broken = false;
let pause = 1000;
let stop = () => {};

/** Calls `run` for each event while somebody is signed in; the answer stops it. */
export function onLive(run: (event: LiveEvent) => void): () => void {
  listeners.add(run);
  connect();
  return () => {
    listeners.delete(run);
    if (!listeners.size) close();
  };
}

function connect(): void {
  if (stream || !listeners.size || !session.current || session.lost) return;
  stream = new EventSource("/api/v1/live");
  stream.onopen = () => {
    pause = 1000;
    if (broken) tell({ seq: 0, kind: "again", id: "" });
    broken = false;
  };
  stream.onmessage = ({ data }) => tell(JSON.parse(data as string) as LiveEvent);
  stream.onerror = () => {
    // The browser's own reconnecting gives up on some answers and hurries on others: ours does neither.
    broken = true;
    close();
    stop = clock.after(pause, connect);
    pause = Math.min(pause * 2, 30_000);
  };
}

function close(): void {
  stop();
  stream?.close();
  stream = undefined;
}

function tell(event: LiveEvent): void {
  for (const run of listeners) run(event);
}

session.watch(() => {
  if (!session.current || session.lost) {
    broken = true;
    close();
  } else connect();
});
network.watch((reachable) => {
  if (reachable && !stream) {
    stop();
    connect();
  }
});
