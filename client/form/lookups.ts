// Facts of other records for the answers as they are now. Without reach the ones already here stay, each with its date.
import type { Facts } from "../../engine/expression/facts.js";
import { api } from "../api/api.js";
import { factsNow } from "./open-filling.js";

/** Newer facts, or nothing when they cannot be had now. */
export async function refreshFacts(
  form: string,
  answers: Record<string, unknown>,
  known: Facts,
  organization: string | undefined,
  record: string | undefined,
): Promise<Facts | undefined> {
  try {
    const facts = await api.post<Facts>(`/forms/${form}/facts`, { answers, ...(organization && { organization }), ...(record && { record }) });
    return factsNow({ ...known, ...facts, labels: { ...known.labels, ...facts.labels } });
  } catch {
    return undefined;
  }
}
