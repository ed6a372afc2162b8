// Somebody of the LAO's people.
import { idKind } from "./id-rules.js";

export const person = idKind("person", ["x-within"]);
