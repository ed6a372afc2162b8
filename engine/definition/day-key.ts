// Which key of a form makes it a sheet of the day: no second record of a day within the unit.
import type { UniqueKey } from "../../schemas/types.js";

export interface DayKey {
  key: UniqueKey;
  /** The field that is the day. */
  field: string;
}

/** That key, if the form has one. `isDay` knows which of its fields are days. */
export function dayKeyOf(keys: readonly UniqueKey[], isDay: (name: string) => boolean): DayKey | undefined {
  for (const key of keys) {
    const field = key.fields.find(isDay);
    if (field !== undefined && key.within === "unit" && key.on !== "warn") return { key, field };
  }
  return undefined;
}
