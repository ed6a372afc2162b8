// Finds the browser for the journeys once a run: CHROMIUM_PATH, or the Chromium that comes inside an npm package on Linux x64.
import { existsSync } from "node:fs";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Path of a Chromium, or an empty text when there is none. */
    chromium: string;
  }
}

export default async function setup(project: TestProject) {
  project.provide("chromium", await findChromium());
}

export async function findChromium(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  if (process.platform !== "linux" || process.arch !== "x64") return "";
  try {
    // Unpacks into a shared temporary folder: once here, never by two workers at a time.
    const { default: chromium } = await import("@sparticuz/chromium");
    const path = await chromium.executablePath();
    return existsSync(path) ? path : "";
  } catch {
    return "";
  }
}

/** No network but loopback, no first-run pages, no sandbox (the container is one). */
export const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
