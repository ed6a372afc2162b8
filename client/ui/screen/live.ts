// What the server tells every open screen: something happened to this thing. The shell holds the one stream; screens hear it here.

export interface LiveEvent {
  seq: number;
  /** Of what: `record`, `definition`, `notice`, … */
  kind: string;
  id: string;
}

const listeners = new Set<(event: LiveEvent) => void>();

/** Hears what happens from now on; the answer stops it. */
export function onLive(run: (event: LiveEvent) => void): () => void {
  listeners.add(run);
  return () => listeners.delete(run);
}

/** Tells the screens. `seq` 0 means: the stream was away, read everything again. */
export function tellLive(event: LiveEvent): void {
  for (const run of [...listeners]) run(event);
}
