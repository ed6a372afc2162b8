// Keeps on this device every form the person may fill, so that a school without signal for days can go on.
import type { Choices } from "../../schemas/types.js";
import { OfflineError } from "../api/problem-error.js";
import { getKept } from "./kept.js";

/** More than anybody fills, few enough for a cheap phone. */
const most = 60;
let going: Promise<void> | undefined;

/** Fetches them one after another; a second call joins the first. */
export function keepForms(): Promise<void> {
  going ??= fetchAll().finally(() => {
    going = undefined;
  });
  return going;
}

async function fetchAll(): Promise<void> {
  try {
    const { value } = await getKept<Choices>("/forms");
    for (const { id } of value.items.slice(0, most)) {
      const { old } = await getKept(`/forms/${id}`);
      if (old) return;
    }
  } catch (error) {
    // A form that may not be read any more is no reason to stop the screen; the next round finds the others.
    if (!(error instanceof OfflineError)) console.warn(error);
  }
}
