// Fields that no change may write: what is computed, numbered, signed or says nothing.
import type { Problem } from "../../schemas/types.js";
import { recordProblem } from "../problem/record.js";
import type { Place } from "./place.js";
import type { Node } from "./shape.js";

/** Why this place cannot be written by hand, if it cannot. */
export function untouchable({ node, row }: Place): Problem | undefined {
  const { type, title, id } = node.field;
  const params = { title, field: id };
  if (computed(node)) return recordProblem("record.computed", params);
  if (type === "running-number") return recordProblem("record.number-given", params);
  if (type === "signature") return recordProblem("record.signed-field", params);
  if (type === "note") return recordProblem("record.no-answer", params);
  if (type === "group" && row === undefined) return recordProblem("record.unknown-path", { field: id });
}

function computed(node: Node): boolean {
  return node.field.value !== undefined || node.field.type === "computed" || (node.parent !== undefined && computed(node.parent));
}
