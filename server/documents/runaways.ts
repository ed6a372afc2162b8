// Prints that ran out of time or memory: the same again would run out again, so it is refused at once for a while. A template that did so
// for several records is refused for all of its owner's.
import { sha256 } from "../events/event.js";

export const forgetAfterMs = 5 * 60_000;
/** Different things that one template may fail on before it is not tried at all. */
export const mostFailures = 3;
const mostKept = 1_000;

/** Whose page it is, and of what exactly: the same once more comes to the same. */
export interface Print {
  owner: string;
  of: string;
}

interface Failed {
  of: Set<string>;
  until: number;
}

export class Runaways {
  readonly #failed = new Map<string, Failed>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Whether this is known to come to nothing now. */
  knows(print: Print, template: string): boolean {
    const of = this.#at(keyOf(print, template));
    return of !== undefined && (of.has(print.of) || of.size >= mostFailures);
  }

  note(print: Print, template: string): void {
    const key = keyOf(print, template);
    const of = new Set([...(this.#at(key) ?? []), print.of]);
    this.#failed.delete(key);
    this.#failed.set(key, { of, until: this.#now() + forgetAfterMs });
    if (this.#failed.size > mostKept) this.#failed.delete(this.#failed.keys().next().value!);
  }

  #at(key: string): ReadonlySet<string> | undefined {
    const failed = this.#failed.get(key);
    return failed && failed.until > this.#now() ? failed.of : undefined;
  }
}

const keyOf = ({ owner }: Print, template: string): string => `${owner}/${sha256(template)}`;
