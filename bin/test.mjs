/**
 * `npm test`: every check there is, in order. `npm test -- unit build` runs single steps.
 * What failed is named at the end, and the last line counts: "N passed, N failed".
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bootstrap } from "./bootstrap/bootstrap.mjs";
import { ensureArchivers } from "./bootstrap/ensure-archivers.mjs";
import { ensureBrowser } from "./bootstrap/ensure-browser.mjs";
import { ensureBuild } from "./bootstrap/ensure-build.mjs";
import { describeError, PlainError } from "./bootstrap/plain-error.mjs";
import { formatSeconds } from "./bootstrap/show-step.mjs";
import { countResults } from "./check/count-results.mjs";
import { runCheck, runShown } from "./check/run-shown.mjs";
import { withTestDatabase } from "./check/with-test-database.mjs";

/** @typedef {import("./check/run-shown.mjs").Outcome} Outcome */

/** @type {{ name: string, title: string, needs?: string, run: (reports: string) => Promise<Outcome> }[]} */
const STEPS = [
  {
    name: "format",
    title: "Format",
    run: () => runCheck(["prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "."]),
  },
  { name: "lint", title: "Lint", run: () => runCheck(["oxlint/bin/oxlint", "--deny-warnings"]) },
  { name: "types", title: "Types", run: checkTypes },
  { name: "unit", title: "Unit and database tests", run: runUnitTests },
  { name: "faults", title: "Fault matrix", run: runFaultMatrix },
  { name: "build", title: "Build", run: build },
  { name: "e2e", title: "Browser tests", needs: "build", run: runBrowserTests("journeys") },
];

/** Run by name only: it checks nothing, it draws every screen for people to look at. */
const SCREENSHOTS = {
  name: "screenshots",
  title: "Screenshots",
  needs: "build",
  run: runBrowserTests("screenshots"),
};

async function checkTypes() {
  // Pages are checked against types that Next derives from the folders.
  if (!(await runShown(["next/dist/bin/next", "typegen"]))) return { passed: 0, failed: 1 };
  return runCheck(["typescript/bin/tsc", "--noEmit"]);
}

/** @param {string} reports */
async function runUnitTests(reports) {
  await ensureArchivers();
  const path = join(reports, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${path}`];
  const isGood = await withTestDatabase((url) =>
    runShown(
      ["vitest/vitest.mjs", "run", "--project", "pure", "--project", "database", ...reporters],
      {
        TEST_DATABASE_URL: url,
      },
    ),
  );
  return countResults(path, isGood);
}

/** It brings a PostgreSQL of its own, with room for many processes. @param {string} reports */
async function runFaultMatrix(reports) {
  const path = join(reports, "faults.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${path}`];
  const isGood = await runShown(["vitest/vitest.mjs", "run", "--project", "faults", ...reporters], {
    FAULT_REPEATS: "1",
  });
  return countResults(path, isGood);
}

async function build() {
  await ensureBuild();
  return { passed: 1, failed: 0 };
}

/**
 * @param {string} project of playwright.config.ts
 * @returns {(reports: string) => Promise<Outcome>}
 */
function runBrowserTests(project) {
  return async (reports) => {
    const path = join(reports, "playwright.json");
    const browser = await ensureBrowser();
    const args = ["test", `--project=${project}`, "--reporter=list,json"];
    const isGood = await runShown(["@playwright/test/cli.js", ...args], {
      PLAYWRIGHT_JSON_OUTPUT_FILE: path,
      ...(browser === "" ? {} : { PLAYWRIGHT_CHROMIUM_PATH: browser }),
    });
    return countResults(path, isGood);
  };
}

/**
 * @param {string[]} names
 * @param {string} reports
 * @returns {Promise<Required<Outcome>>}
 */
async function runSteps(names, reports) {
  /** @type {{ passed: number, failed: number, names: string[] }} */
  const total = { passed: 0, failed: 0, names: [] };
  const failed = new Set();
  const chosen = [...STEPS, SCREENSHOTS].filter(({ name }) => names.includes(name));
  for (const step of names.length === 0 ? STEPS : chosen) {
    process.stdout.write(`\n── ${step.title}\n`);
    if (step.needs && failed.has(step.needs)) {
      process.stdout.write(`skipped, because the step "${step.needs}" failed\n`);
      continue;
    }
    const startedAt = Date.now();
    /** @type {Outcome} */
    const outcome = await step.run(reports).catch((error) => {
      process.stderr.write(`${describeError(error)}\n`);
      return { passed: 0, failed: 1 };
    });
    if (outcome.failed > 0) failed.add(step.name);
    total.passed += outcome.passed;
    total.failed += outcome.failed;
    const what = outcome.names ?? (outcome.failed > 0 ? ["see its output above"] : []);
    total.names.push(...what.map((name) => `${step.title}: ${name}`));
    const verdict = outcome.failed > 0 ? "FAILED" : "passed";
    process.stdout.write(
      `── ${step.title}: ${verdict}, ${formatSeconds(Date.now() - startedAt)}\n`,
    );
  }
  return total;
}

/** @param {string[]} names */
async function main(names) {
  const known = [...STEPS, SCREENSHOTS].map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new PlainError(`There is no step called ${unknown.join(", ")}.`, {
      cause: "steps are named after what they check.",
      fix: `use one or more of: ${known.join(", ")}.`,
    });
  }
  await bootstrap({ build: false });
  const reports = await mkdtemp(join(tmpdir(), "mintdesk-reports-"));
  try {
    return await runSteps(names, reports);
  } finally {
    await rm(reports, { recursive: true, force: true });
  }
}

try {
  const { passed, failed, names } = await main(process.argv.slice(2));
  for (const name of names) process.stdout.write(`\nFailed: ${name}`);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  process.stderr.write(`${describeError(error)}\n`);
  process.stdout.write("\n0 passed, 1 failed\n");
  process.exitCode = 1;
}
