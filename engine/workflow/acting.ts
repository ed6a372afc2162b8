// Acting for somebody, in the words of official letters: รักษาราชการแทน, ปฏิบัติราชการแทน.
import type { ActingFor, Actor, HeldPosition, Text } from "../../schemas/types.js";
import { say } from "../text/text.js";

/** What a signature and an event keep of acting for somebody: whose work, by which order, and in which position. */
export interface ActingMark extends ActingFor {
  /** Title of the position acted for. */
  position: Text;
}

const words: Record<ActingFor["kind"], { th: string; en: string }> = {
  "in-charge": { th: "รักษาราชการแทน", en: "Acting for " },
  "on-behalf": { th: "ปฏิบัติราชการแทน", en: "On behalf of " },
};

/** As a letter prints it under the name: “รักษาราชการแทนผู้อำนวยการโรงเรียนบ้านหนองบัว”. */
export function actingWords(mark: Pick<ActingMark, "kind" | "position">): Text {
  const { th, en } = words[mark.kind];
  return { th: th + say(mark.position, "th"), en: en + say(mark.position, "en") };
}

/** Who the actor is in this deed: the own position, and the position acted for when it is not an own one. */
export function standing(actor: Actor, as: HeldPosition | true): { position?: Text; acting?: ActingMark } {
  const own = actor.positions.find((position) => !position.acting);
  if (as === true) return own ? { position: own.title } : {};
  if (!as.acting) return { position: as.title };
  return { ...(own && { position: own.title }), acting: { ...as.acting, position: as.title } };
}
