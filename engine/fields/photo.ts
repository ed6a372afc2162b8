// Photos, shrunk on the device before they are sent.
import { fileKind } from "./file-rules.js";

export const photo = fileKind("photo");
