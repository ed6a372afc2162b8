// Whether a formula only takes a value over from where it stands: one name, or one name with a word for when it is empty.
// Then there is nothing to explain: the sum behind "ทำไม?" would be one row with the same value.
import type { Tree } from "./tree.js";

/** Whether a value is the one that stands elsewhere, unchanged. */
export function takenOver(tree: Tree): boolean {
  switch (tree[0]) {
    case "lit":
    case "name":
      return true;
    case "get":
      return tree[1][0] !== "lit" && takenOver(tree[1]);
    case "call":
      return tree[1] === "coalesce" && tree.slice(3).every((rest) => (rest as Tree)[0] === "lit") && takenOver(tree[2]!);
    default:
      return false;
  }
}
