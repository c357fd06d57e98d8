import { readFile } from "node:fs/promises";

/**
 * @typedef {import("./run-shown.mjs").Outcome} Outcome
 * @typedef {{ status: string, fullName: string, failureMessages?: string[] }} VitestTest
 * @typedef {object} VitestReport
 * @property {number} [numPassedTests]
 * @property {number} [numFailedTests]
 * @property {{ assertionResults: VitestTest[] }[]} [testResults]
 * @typedef {{ title: string, suites?: Suite[], specs?: { title: string, ok: boolean }[] }} Suite
 * @typedef {object} PlaywrightReport
 * @property {{ expected?: number, flaky?: number, unexpected?: number }} [stats]
 * @property {Suite[]} [suites]
 */

/**
 * Counts a test runner's JSON report. A runner that failed without a failed test (a file that does not load,
 * an unhandled rejection) counts as one failure; so does a missing report, and a run without any test. What failed is
 * named, for the end of a long run is all that many people ever see of it.
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
  const names = [...failedTests(report), ...failedSpecs(report.suites)];
  if (isSilentFailure) names.push("the runner itself: see its output above");
  return { passed, failed: isSilentFailure ? 1 : failed, names };
}

/** @param {VitestReport} report */
function failedTests({ testResults = [] }) {
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === "failed")
    .map(({ fullName, failureMessages: [message = ""] = [] }) => {
      const [firstLine] = message.split("\n");
      return `${fullName}: ${firstLine}`;
    });
}

/**
 * @param {Suite[]} [suites]
 * @returns {string[]}
 */
function failedSpecs(suites = []) {
  return suites.flatMap(({ title, specs = [], suites: inner }) => [
    ...specs.filter(({ ok }) => !ok).map((spec) => `${title} › ${spec.title}`),
    ...failedSpecs(inner),
  ]);
}
