// Signatures as a letter prints them: name, position, and รักษาราชการแทน where somebody acted for another.
import type { FormRecord, Signature } from "../../schemas/types.js";
import { actingWords } from "../text/acting.js";
import { say } from "../text/text.js";
import type { Print } from "./context.js";
import { type Day, instantDay } from "./day.js";

export interface Signed {
  action: string;
  /** The signature field it stands in, or nothing. */
  field: string;
  /** In what capacity: “ผู้ตรวจสอบ”. */
  as: string;
  name: string;
  position: string;
  /** “รักษาราชการแทนผู้อำนวยการโรงเรียนบ้านหนองบัว”, or nothing. */
  acting: string;
  comment: string;
  /** File of the drawn signature, or nothing. */
  image: string;
  date: Day;
}

/** The signatures that stand, oldest first. */
export function signaturesOf(record: FormRecord, print: Print): Signed[] {
  return record.signatures.filter((one) => !one.void).map((one) => signed(one, print));
}

function signed(one: Signature, print: Print): Signed {
  return {
    action: one.action,
    field: one.field ?? "",
    as: one.as === undefined ? "" : print(say(one.as, "th")),
    name: one.name,
    position: one.position === undefined ? "" : print(say(one.position, "th")),
    acting: print(instead(one.acting)),
    comment: print(one.comment ?? ""),
    image: one.image ?? "",
    date: instantDay(one.at, print),
  };
}

function instead(acting: Signature["acting"]): string {
  const mark = acting as Partial<Parameters<typeof actingWords>[0]> | undefined;
  return mark?.kind !== undefined && mark.position !== undefined ? say(actingWords({ kind: mark.kind, position: mark.position }), "th") : "";
}
