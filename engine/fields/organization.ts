// A school, centre, office or class.
import { idKind } from "./id-rules.js";

export const organization = idKind("organization", ["x-within", "x-kinds"]);
