// How the tests run: three projects. `unit` in parallel, `storage` (a real MongoDB server) and `journeys` (a real browser) each in one line.
import { defineConfig } from "vitest/config";

const shared = { environment: "node" as const, env: { TZ: "Asia/Bangkok", LANG: "th_TH.UTF-8" } };

export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      {
        test: {
          ...shared,
          name: "unit",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/journeys/**", "tests/storage/**", "tests/server/**"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...shared,
          name: "server",
          include: ["tests/storage/**/*.test.ts", "tests/server/**/*.test.ts"],
          globalSetup: ["tests/help/mongod.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          ...shared,
          name: "journeys",
          include: ["tests/journeys/**/*.test.ts"],
          globalSetup: ["tests/help/mongod.ts", "tests/help/browser.ts"],
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
