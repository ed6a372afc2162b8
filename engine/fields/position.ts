// A position, whoever holds it.
import { idKind } from "./id-rules.js";

export const position = idKind("position", ["x-within"]);
