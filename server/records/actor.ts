// Who acts when no person does.
import type { Actor } from "../../schemas/types.js";

/** The system, for one owner: it prints, and does what a deadline says. */
export const systemActor = (owner: string): Actor => ({ account: "system", person: "", owner, name: "ระบบ", system: true, positions: [] });
