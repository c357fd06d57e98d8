import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig, devices } from "@playwright/test";

// Workers load this file again: the first one chooses the folder, the others find it in the environment.
process.env.E2E_DATA_DIR ??= mkdtempSync(path.join(tmpdir(), "mintdesk-e2e-"));
process.env.E2E_PORT ??= "3117";
process.env.E2E_GATE_PORT ??= "3127";
process.env.E2E_SANDBOX_PORT ??= "8917";

const baseURL = `http://localhost:${process.env.E2E_PORT}`;

export default defineConfig({
  testDir: "e2e",
  fullyParallel: false,
  workers: 2,
  timeout: 60_000,
  // On a machine busy with other work a page may come alive after the first click; a real fault fails every time.
  retries: 2,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    baseURL,
    locale: "en-US",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1440, height: 900 },
    trace: "on-first-retry",
    launchOptions: {
      executablePath: process.env.PLAYWRIGHT_CHROMIUM_PATH,
      // Without a UTF-8 locale Chromium mangles the Chinese names of downloads.
      env: { ...process.env, LC_ALL: "C.UTF-8" },
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "journeys", testMatch: "**/*.spec.ts", teardown: "afterwards" },
    // What changes a rule of the whole desk, so that nothing else may run beside it.
    { name: "afterwards", testMatch: "**/*.afterwards.ts" },
    { name: "screenshots", testMatch: "**/*.shots.ts" },
  ],
  webServer: {
    command: "node e2e/serve.mjs",
    url: `${baseURL}/api/health`,
    timeout: 120_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "ignore",
    stderr: "pipe",
  },
});
