// English sentences of the screens around filling; the same keys as th-screens.ts.
import type { screens as th } from "./th-screens.js";

export const screens: Record<keyof typeof th, string> = {};
