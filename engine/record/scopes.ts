// Where a record's lines stand: its organizations up to its owner. Everything above an owner has all of the owner's records alike,
// so that its own lines would only say the owner's again: whoever reads from up there reads the owner's.
import type { FormRecord } from "../../schemas/types.js";

/** The organizations under which a record is listed. One that belongs to none of its owner's is listed wherever it belongs. */
export function listedUnder({ unit, owner }: Pick<FormRecord, "unit" | "owner">): string[] {
  const at = unit.indexOf(owner);
  return at < 0 ? unit : unit.slice(0, at + 1);
}

/** The organizations whose lines show what somebody reaches from these; `chain` is the owner and everything above it. */
export function readUnder(scopes: readonly string[], chain: readonly string[]): string[] {
  const [owner] = chain;
  return owner !== undefined && scopes.some((scope) => chain.includes(scope)) ? [...new Set([...scopes, owner])] : [...scopes];
}
