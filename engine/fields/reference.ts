// A record of another form.
import { idKind } from "./id-rules.js";

export const reference = idKind("reference", ["x-form"], (schema) => (schema["x-form"] ? [] : [{ code: "definition.needs-form" }]));
