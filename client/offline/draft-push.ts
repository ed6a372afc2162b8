// Brings a draft's changed paths to the server within seconds of the change. One request at a time; what cannot go now goes later.
import type { Draft, DraftChange } from "../../schemas/types.js";
import { api } from "../api/api.js";
import { session } from "../api/session.js";
import { clock } from "../ui/clock.js";
import { answerAt } from "./answers-at.js";
import type { LocalDraft } from "./database.js";
import { editOf } from "./draft-merge.js";
import { localIds } from "./files.js";
import { waits } from "./waits.js";

/** From the first change to the request: with its way there, well under the promised 5 seconds. */
const delay = 2000;

export class DraftPush {
  /** Something has not reached the server yet. */
  owes = false;
  private going: Promise<void> | undefined;
  private more = false;
  private stop: (() => void) | undefined;
  private pause = delay;

  constructor(
    /** The draft as it is now; nothing when there is no more to send. */
    private readonly read: () => Promise<LocalDraft | undefined>,
    /** The server has these paths as they are in `draft`, and answers with all that it has. */
    private readonly arrived: (draft: LocalDraft, paths: string[], far: Draft) => Promise<void>,
    /** Paths whose half-typed text the server may hold. */
    private typed: string[],
  ) {}

  /** There is something new. */
  soon(): void {
    this.owes = true;
    if (this.going) this.more = true;
    else this.stop ??= clock.after(this.pause, () => void this.now());
  }

  /** Sends what is there; resolves when the server has it or cannot be reached. */
  now(): Promise<void> {
    this.stop?.();
    this.stop = undefined;
    this.going ??= this.send().finally(() => {
      this.going = undefined;
      if (this.more) this.soon();
      this.more = false;
    });
    return this.going;
  }

  /** Nothing new is sent; resolves when what is under way has arrived. */
  async hold(): Promise<void> {
    this.end();
    await this.going;
    this.end();
  }

  /** Nothing more is sent. */
  end(): void {
    this.stop?.();
    this.stop = undefined;
    this.more = false;
  }

  private async send(): Promise<void> {
    const draft = await this.read();
    // On a shared device another person may have signed in meanwhile: it is not theirs to send.
    if (!draft || draft.account !== session.current?.actor.account) return;
    const local = await localIds();
    // A file that only this device has means nothing to the server: its path waits until the file is there.
    const paths = draft.pending.filter((path) => !holds(answerAt(draft.answers, path.split("/")), local));
    this.owes = false;
    try {
      const far = await api.patch<Draft>(`/drafts/${draft.id}`, body(draft, paths, this.typed));
      this.pause = delay;
      this.typed = Object.keys(draft.typed);
      await this.arrived(draft, paths, far);
    } catch (error) {
      if (!waits(error)) return;
      // Without reach the pauses grow; the device has it all. Without a session it goes on at signing in.
      this.owes = true;
      this.pause = Math.min(this.pause * 2, 30_000);
      this.more = !session.lost;
    }
  }
}

/** `typed`: what is no longer half-typed is said to be empty, so that it goes from the server too. */
function body(draft: LocalDraft, paths: string[], typed: string[]): DraftChange {
  return {
    form: draft.form,
    release: draft.release,
    ...(draft.base && { record: draft.target, base: draft.base.rev }),
    ...(draft.organization && { organization: draft.organization }),
    ...(draft.field && { field: draft.field }),
    changes: paths.map((path) => editOf(draft.answers, path)),
    typed: { ...Object.fromEntries(typed.map((path) => [path, ""])), ...draft.typed },
  };
}

function holds(value: unknown, ids: ReadonlySet<string>): boolean {
  if (typeof value === "string") return ids.has(value);
  return typeof value === "object" && value !== null && Object.values(value).some((item) => holds(item, ids));
}
