// Being shown the sensitive answers of a record is an event. The same person asking for the same record again soon is the same showing,
// so that a screen that follows events does not make one each time it reads again.
import type { CompiledForm } from "../../engine/compile/compiled.js";
import type { Actor } from "../../schemas/types.js";
import { eventWrite } from "../events/event.js";
import type { Storage } from "../storage/port.js";
import { mask } from "./masking.js";
import type { RecordDoc } from "./subject.js";

const again = 8 * 3_600_000;
const most = 50_000;

export class Openings {
  readonly #seen = new Map<string, number>();

  constructor(
    readonly storage: Storage,
    readonly now: () => number,
  ) {}

  /** Tells the history that this actor saw what is sensitive in a record, if there is anything. */
  async note(actor: Actor, record: RecordDoc, form: CompiledForm): Promise<void> {
    const fields = mask(form, record).masked;
    const key = `${actor.account} ${record.id} ${fields.join(" ")}`;
    const now = this.now();
    if (!fields.length || (this.#seen.get(key) ?? Number.NEGATIVE_INFINITY) > now - again) return;
    this.#seen.delete(key);
    this.#seen.set(key, now);
    if (this.#seen.size > most) this.#seen.delete(this.#seen.keys().next().value!);
    const subject = { kind: "record", id: record.id, form: record.form, unit: record.unit };
    await this.storage.commit([
      eventWrite({
        owner: record.owner,
        type: "record.opened",
        at: new Date(now).toISOString(),
        actor,
        position: actor.positions[0],
        subject,
        payload: { fields },
      }),
    ]);
  }
}
