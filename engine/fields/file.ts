// Files attached.
import { fileKind } from "./file-rules.js";

export const file = fileKind("file");
