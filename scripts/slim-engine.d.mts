// Types of slim-engine.mjs for the client's build.
import type { Plugin } from "vite";

export const slimEngine: () => Plugin[];
