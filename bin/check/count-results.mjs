import { readFile } from "node:fs/promises";

/**
 * @typedef {import("./run-shown.mjs").Outcome} Outcome
 * @typedef {{ numPassedTests?: number, numFailedTests?: number }} VitestReport
 * @typedef {{ stats?: { expected?: number, flaky?: number, unexpected?: number } }} PlaywrightReport
 */

/**
 * Counts a test runner's JSON report. A runner that failed without a failed test (a file that does not load,
 * an unhandled rejection) counts as one failure; so does a missing report, and a run without any test.
 * @param {string} path
 * @param {boolean} hasSucceeded the runner's own verdict
 * @returns {Promise<Outcome>}
 */
export async function countResults(path, hasSucceeded) {
  /** @type {VitestReport & PlaywrightReport} */
  const report = await readFile(path, "utf8").then(JSON.parse, () => ({}));
  const { expected = 0, flaky = 0, unexpected = 0 } = report.stats ?? {};
  const passed = (report.numPassedTests ?? 0) + expected + flaky;
  const failed = (report.numFailedTests ?? 0) + unexpected;
  const isSilentFailure = failed === 0 && (!hasSucceeded || passed === 0);
  return { passed, failed: isSilentFailure ? 1 : failed };
}
