// Keeps what is typed from the first key on. What does the keeping loads after the form is drawn; changes that come before wait here.
import type { DraftEdit } from "../../schemas/types.js";
import type { LocalDraft } from "../offline/database.js";
import type { DraftBox, DraftPart } from "../offline/draft-box.js";
import { noteTyped } from "../offline/journal.js";
import { keepTrying } from "../ui/bring.js";
import { clock } from "../ui/clock.js";

/** A form is drawn before what keeps it is fetched, unless somebody is quicker. */
const aMoment = 1000;
/** How long to wait for the signal before its code is asked for again. */
const again = 3000;

export class Keeper {
  private box: DraftBox | undefined;
  private readonly early: [DraftEdit[], DraftPart][] = [];
  private opening: Promise<DraftBox> | undefined;
  private stopWaiting = () => {};

  constructor(
    private readonly draft: LocalDraft,
    /** Kept already, or only once something was answered. */
    private kept: boolean,
    private readonly first: (id: string) => void,
    private readonly onOther: (edits: DraftEdit[], replaced: Record<string, unknown>) => void,
  ) {
    // A draft may be open in another window, so that one listens at once.
    this.openSoon(kept ? 0 : aMoment);
  }

  /** Keeps changes. Where the cursor is counts only once there is something to come back to. */
  change(edits: DraftEdit[], part: DraftPart = {}): void {
    if (!this.kept && !edits.length && !Object.keys(part.typed ?? {}).length) return;
    if (this.box) this.box.change(edits, part);
    else this.note(edits, part);
    if (this.kept) return;
    this.kept = true;
    // The address at once: a reload that comes before the rest has loaded finds what was noted.
    this.first(this.draft.id);
    this.stopWaiting();
    this.openSoon(0);
  }

  /** Nothing keeps yet: what was typed is noted without waiting for it. */
  private note(edits: DraftEdit[], part: DraftPart): void {
    this.early.push([edits, part]);
    const parts = this.early.map(([, one]) => one);
    noteTyped(this.draft.id, { draft: this.draft, edits: this.early.flatMap(([one]) => one), part: Object.assign({}, ...parts) });
  }

  /** The box itself, for sending and leaving. Rejects with a TypeError while its code cannot be fetched: what is typed meanwhile is noted. */
  open(): Promise<DraftBox> {
    this.stopWaiting();
    this.opening ??= import("../offline/draft-box.js").then(
      ({ DraftBox }) => {
        const box = new DraftBox(this.draft, this.onOther);
        for (const [edits, part] of this.early.splice(0)) box.change(edits, part);
        this.box = box;
        clock.after(aMoment, () => void keepTrying(() => import("./rest.js")).then(({ fetchRest }) => fetchRest()));
        return box;
      },
      (error: unknown) => {
        this.opening = undefined;
        throw error;
      },
    );
    return this.opening;
  }

  /** Opens it, however long its code takes to come. */
  private openSoon(wait: number): void {
    this.stopWaiting = clock.after(wait, () => void this.open().catch(() => this.openSoon(again)));
  }

  /** The form goes from the page: all of it is kept. */
  async close(): Promise<void> {
    this.stopWaiting();
    if (!this.kept && !this.opening) return;
    // Without its code all of it is noted, and read again with the draft.
    const box = await this.open().catch(() => undefined);
    if (!box) return;
    if (this.kept) await box.close();
    else box.finish();
  }
}
