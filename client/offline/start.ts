// What runs beside the screens from the start: the outbox, the worker that holds the app, and the forms this person may fill.
import { onLive } from "../api/live.js";
import { network } from "../api/network.js";
import { session } from "../api/session.js";
import { clock } from "../ui/clock.js";
import { keepForms } from "./keep-forms.js";
import { startOutbox } from "./outbox.js";
import { startWorker } from "./worker.js";

/** After the first screen has been drawn: filling must not wait for this. */
const soon = 4000;

export function startOffline(): void {
  startOutbox();
  void startWorker(keepForms);
  let stop = () => {};
  const later = (): void => {
    stop();
    if (session.current && !session.lost && network.reachable) stop = clock.after(soon, () => void keepForms());
  };
  session.watch(later);
  network.watch(later);
  onLive(({ kind }) => {
    if (kind === "again" || kind.startsWith("definition")) later();
  });
  later();
}
