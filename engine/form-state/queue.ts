// Places waiting to be worked out, each after those whose values it reads. A place waits once, however often it is asked for.
import type { Place } from "./place.js";

export class Queue {
  // Waiting places by rank, and the ranks as a heap with the least on top.
  private readonly waiting = new Map<number, Map<string, Place>>();
  private readonly heap: number[] = [];

  add(rank: number, key: string, place: Place): void {
    const list = this.waiting.get(rank);
    if (list) list.set(key, place);
    else {
      this.waiting.set(rank, new Map([[key, place]]));
      this.push(rank);
    }
  }

  /** The places of the least rank; undefined when none waits. */
  take(): Iterable<Place> | undefined {
    const rank = this.heap[0];
    if (rank === undefined) return undefined;
    const last = this.heap.pop()!;
    if (this.heap.length) this.sink(last);
    const places = this.waiting.get(rank)!;
    this.waiting.delete(rank);
    return places.values();
  }

  private push(rank: number): void {
    let at = this.heap.push(rank) - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (this.heap[up]! <= rank) break;
      this.heap[at] = this.heap[up]!;
      at = up;
    }
    this.heap[at] = rank;
  }

  private sink(rank: number): void {
    let at = 0;
    for (let next = 1; next < this.heap.length; next = 2 * at + 1) {
      if (next + 1 < this.heap.length && this.heap[next + 1]! < this.heap[next]!) next++;
      if (this.heap[next]! >= rank) break;
      this.heap[at] = this.heap[next]!;
      at = next;
    }
    this.heap[at] = rank;
  }
}
