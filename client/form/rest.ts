// Everything that may open while filling, fetched once the form is drawn and nobody waits: from then on no cut of the signal can keep it away.
import { keepTrying } from "../ui/bring.js";

const rest = [
  () => import("./review-page.js"),
  () => import("./send.js"),
  () => import("./filling-around.js"),
  () => import("../fields/calendar.js"),
  () => import("../fields/picker.js"),
  () => import("../fields/find-choices.js"),
  () => import("../fields/why/why-element.js"),
  () => import("../fields/shrink.js"),
  () => import("../ui/toast.js"),
];

/** Resolves when all of it is here. */
export const fetchRest = (): Promise<unknown> => Promise.all(rest.map((piece) => keepTrying<unknown>(piece)));
