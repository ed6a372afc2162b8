// The reasons of a record's computed values, opened one at a time. The engine that traces them loads with the first question.
import type { RecordView } from "../../schemas/types.js";
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
