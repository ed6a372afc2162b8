// What an author did, to be undone and done again. A step knows the definition before and after it; on a definition that others have changed
// since, it takes back, or does again, only its own part.
import type { Text } from "../../schemas/types.js";
import { type Conflict, type Merged, merge } from "./merge.js";

export type Merge<T> = (base: T, mine: T, theirs: T) => Merged<T>;

/** One command as it was done. */
export interface Command<T> {
  /** What it was, as the button for undoing says it. */
  words: Text;
  execute(definition: T): T;
  revert(definition: T): T;
}

/** The command that made `after` of `before`. */
export function commandOf<T>(words: Text, before: T, after: T, together: Merge<T> = merge): Command<T> {
  return {
    words,
    // Where others have changed the very same since, theirs stays: a step takes back nothing that is not its own.
    execute: (definition) => (definition === before ? after : together(before, definition, after).merged),
    revert: (definition) => (definition === after ? before : together(after, definition, before).merged),
  };
}

/** How many steps can be undone. */
const most = 500;

/** A definition with the steps that led to it and those taken back. Never changed; each step gives the next one. */
export class History<T> {
  private constructor(
    readonly definition: T,
    private readonly done: readonly Command<T>[],
    private readonly undone: readonly Command<T>[],
    private readonly together: Merge<T>,
  ) {}

  static of<T>(definition: T, together: Merge<T> = merge): History<T> {
    return new History(definition, [], [], together);
  }

  /** The next definition as a step; a step that changes nothing is none. One that goes `further` becomes one with the last: letters of a word. */
  take(words: Text, next: T, further = false): History<T> {
    if (next === this.definition) return this;
    const last = further ? this.last : undefined;
    const command = commandOf(words, last ? last.revert(this.definition) : this.definition, next, this.together);
    return new History(next, [...(last ? this.done.slice(0, -1) : this.done.slice(1 - most)), command], [], this.together);
  }

  /** The step that undoing would take back. */
  get last(): Command<T> | undefined {
    return this.done.at(-1);
  }

  /** The step that redoing would do again. */
  get next(): Command<T> | undefined {
    return this.undone.at(-1);
  }

  undo(): History<T> {
    const { last } = this;
    return last ? new History(last.revert(this.definition), this.done.slice(0, -1), [...this.undone, last], this.together) : this;
  }

  redo(): History<T> {
    const { next } = this;
    return next ? new History(next.execute(this.definition), [...this.done, next], this.undone.slice(0, -1), this.together) : this;
  }

  /** Takes in what others made of `base` meanwhile; the steps stay, and undo only what they did. */
  join(base: T, theirs: T): { history: History<T>; conflicts: Conflict[] } {
    const { merged, conflicts } = this.together(base, this.definition, theirs);
    return { history: new History(merged, this.done, this.undone, this.together), conflicts };
  }
}
