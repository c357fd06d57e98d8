import { defineConfig } from "vitest/config";

const shared = {
  setupFiles: ["lib/testing/fail-on-console.ts"],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    maxWorkers: 2,
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
          globalSetup: ["lib/testing/global-setup.ts"],
        },
      },
    ],
  },
});
