// In which standing somebody acts: the own position, and the one acted for. A signature and an event keep both.
import type { ActingFor, Actor, HeldPosition, Text } from "../../schemas/types.js";

export { actingWords } from "../text/acting.js";

/** Acting for somebody: whose work, by which order, and in which position. */
export interface ActingMark extends ActingFor {
  /** Title of the position acted for. */
  position: Text;
}

/** Who the actor is in this deed: the own position, and the position acted for when it is not an own one. */
export function standing(actor: Actor, as: HeldPosition | true): { position?: Text; acting?: ActingMark } {
  const own = actor.positions.find((position) => !position.acting);
  if (as === true) return own ? { position: own.title } : {};
  if (!as.acting) return { position: as.title };
  return { ...(own && { position: own.title }), acting: { ...as.acting, position: as.title } };
}
