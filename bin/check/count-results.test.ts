import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { countResults } from "./count-results.mjs";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "reports-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function count(report: object, hasSucceeded: boolean) {
  const path = join(folder, "report.json");
  await writeFile(path, JSON.stringify(report));
  return countResults(path, hasSucceeded);
}

describe("countResults", () => {
  it("reads both runners", async () => {
    expect(await count({ numPassedTests: 7, numFailedTests: 2 }, false)).toMatchObject({
      passed: 7,
      failed: 2,
    });
    expect(await count({ stats: { expected: 3, flaky: 1, unexpected: 0 } }, true)).toEqual({
      passed: 4,
      failed: 0,
      names: [],
    });
  });

  it("names what failed in either", async () => {
    const failureMessages = ["Error: too late\n    at row.ts:3"];
    const tests = [
      { status: "passed", fullName: "row 1" },
      { status: "failed", fullName: "row 2 › seed 3", failureMessages },
    ];
    const vitest = { numFailedTests: 1, testResults: [{ assertionResults: tests }] };
    expect((await count(vitest, false)).names).toEqual(["row 2 › seed 3: Error: too late"]);
    const specs = [
      { title: "signs in", ok: true },
      { title: "signs out", ok: false },
    ];
    const suites = [{ title: "sign-in.spec.ts", suites: [{ title: "in light", specs }] }];
    expect((await count({ stats: { unexpected: 1 }, suites }, false)).names).toEqual([
      "in light › signs out",
    ]);
  });

  it("counts a runner that fails without a failed test", async () => {
    expect(await count({ numPassedTests: 7, numFailedTests: 0 }, false)).toMatchObject({
      passed: 7,
      failed: 1,
    });
  });

  it("does not take a run without tests, or without a report, for a success", async () => {
    expect(await count({}, true)).toMatchObject({ passed: 0, failed: 1 });
    expect(await countResults(join(folder, "missing.json"), true)).toMatchObject({
      passed: 0,
      failed: 1,
    });
  });
});
