// Who else has the same definition open, and what they have in hand: said and asked every few seconds while the page is looked at.
import type { Company as Answer } from "../../schemas/types.js";
import { api } from "../api/api.js";
import { clock } from "../ui/clock.js";
import { newId } from "../ui/new-id.js";

export type Other = Answer["others"][number];

/** Between two times that it is said, milliseconds; the server forgets a window after five of them. */
const beat = 8_000;
/** What is in hand now is said so soon. */
const soon = 1_000;

/** The same after a reload: who only reads the page again is nobody else. */
function thisWindow(): string {
  const key = "designer-window";
  const known = sessionStorage.getItem(key) ?? newId();
  sessionStorage.setItem(key, known);
  return known;
}

export class Company {
  others: readonly Other[] = [];
  private readonly window = thisWindow();
  private said: string | undefined;
  private wait = () => {};
  private over = false;

  /** `where` names what is in hand, `heard` is called when somebody came, went or turned to something else. */
  constructor(
    private readonly path: string,
    private readonly where: () => string | undefined,
    private readonly heard: () => void,
  ) {
    void this.say();
  }

  /** Something else may be in hand. */
  moved(): void {
    if (!this.over && this.where() !== this.said) this.later(soon);
  }

  close(): void {
    this.over = true;
    this.wait();
    void api.delete(`${this.path}/presence`, { body: { window: this.window } }).catch(() => undefined);
  }

  private later(ms: number): void {
    this.wait();
    this.wait = clock.after(ms, () => void this.say());
  }

  private async say(): Promise<void> {
    const where = this.where();
    this.said = where;
    // Without reach nobody is seen, and nobody is missed: what is saved is put together anyway.
    const answer =
      document.visibilityState === "hidden"
        ? undefined
        : await api.put<Answer>(`${this.path}/presence`, { window: this.window, ...(where === undefined ? {} : { where }) }).catch(() => undefined);
    if (this.over) return;
    const others = answer?.others ?? [];
    if (JSON.stringify(others) !== JSON.stringify(this.others)) {
      this.others = others;
      this.heard();
    }
    this.later(beat);
    this.moved();
  }
}
