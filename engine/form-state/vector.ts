// A list that is never changed: setting one item gives a new list that shares all but a small piece with the old one.

const width = 32;

export class Vector<T> {
  readonly length: number;
  private readonly pieces: readonly (readonly T[])[];

  private constructor(pieces: readonly (readonly T[])[], length: number) {
    this.pieces = pieces;
    this.length = length;
  }

  static from<T>(items: readonly T[]): Vector<T> {
    const pieces: T[][] = [];
    for (let at = 0; at < items.length; at += width) pieces.push(items.slice(at, at + width));
    return new Vector(pieces, items.length);
  }

  get(index: number): T | undefined {
    return this.pieces[index >> 5]?.[index & (width - 1)];
  }

  /** The list with one item replaced. */
  set(index: number, item: T): Vector<T> {
    const piece = this.pieces[index >> 5]!.slice();
    piece[index & (width - 1)] = item;
    const pieces = this.pieces.slice();
    pieces[index >> 5] = piece;
    return new Vector(pieces, this.length);
  }

  toArray(): T[] {
    return this.pieces.flat();
  }

  *[Symbol.iterator](): Iterator<T> {
    for (const piece of this.pieces) yield* piece;
  }
}
