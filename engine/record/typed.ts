// Which answers people give by hand. The rest is worked out, signed or numbered, and no change speaks of it.
import { kinds } from "../fields/index.js";
import type { Node } from "./shape.js";

/** Whether people give the answer of this field. */
export function typed(node: Node): boolean {
  return !node.field.value && kinds[node.field.type].byPeople && (!node.parent || typed(node.parent));
}
