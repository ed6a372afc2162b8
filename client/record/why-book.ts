// The reasons of a record: of its computed values, opened one at a time, and of actions that are not offered. What explains loads late.
import type { RecordView } from "../../schemas/types.js";
import { keepTrying } from "../ui/bring.js";
import type { WhyOpen } from "./case-facts.js";

export class WhyBook {
  private view: RecordView | undefined;
  private path: string | undefined;
  private drawn: unknown;

  constructor(private readonly draw: () => void) {}

  /** The record that is asked about, as it was read last. */
  of(view: RecordView): void {
    this.view = view;
    this.path = undefined;
    this.drawn = undefined;
    // What says why an action is not offered stands empty until its code is here.
    void keepTrying(() => import("./action-why.js"));
  }

  get open(): WhyOpen {
    return { path: this.path, drawn: this.drawn, toggle: (path) => void this.toggle(path) };
  }

  private async toggle(path: string): Promise<void> {
    const { view } = this;
    this.drawn = undefined;
    this.path = this.path === path ? undefined : path;
    if (this.path && view) {
      const { reasonsOf } = await import("./reasons.js");
      if (this.path === path && this.view === view) this.drawn = reasonsOf(view, path.split("/"));
    }
    this.draw();
  }
}
