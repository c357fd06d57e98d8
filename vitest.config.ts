import { defineConfig } from "vitest/config";

const shared = {
  setupFiles: ["lib/testing/fail-on-console.ts"],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

/** Real processes that are killed, which wants the machine to itself. */
const FAULTS = "lib/testing/faults/*.db.test.ts";

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    maxWorkers: 2,
    // Only the fault matrix runs tests side by side; it keeps its own count of them.
    maxConcurrency: 1_000,
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: "pure",
          include: ["{lib,components,bin,prisma}/**/*.test.ts"],
          exclude: ["**/*.db.test.ts", "**/node_modules/**"],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "database",
          include: ["{lib,components,bin,prisma}/**/*.db.test.ts"],
          exclude: [FAULTS, "**/node_modules/**"],
          globalSetup: ["lib/testing/global-setup.ts"],
        },
      },
      {
        extends: true,
        test: {
          // What is watched on the console is shared by all tests that run at the same time.
          name: "faults",
          include: [FAULTS],
          globalSetup: ["lib/testing/faults/global-setup.ts"],
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
