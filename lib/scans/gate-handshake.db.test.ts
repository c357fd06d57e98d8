import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "@/lib/core/context";
import { getScanTest } from "@/lib/scans/get-scan-test";
import { startScanTest } from "@/lib/scans/start-scan-test";
import { count, figuresOf } from "@/lib/scans/testing/scan-desk";
import { openGateDesk } from "@/lib/testing/gate-desk";
import type { GateDesk } from "@/lib/testing/gate-desk";
import { asPerson } from "@/lib/testing/test-runtime";

const WITHIN = { timeout: 15_000, interval: 100 };

let desk: GateDesk;
let operator: Context;
beforeAll(async () => {
  desk = await openGateDesk();
  const env = { ...desk.runtime.env, gateUrl: desk.url };
  operator = await asPerson({ ...desk.runtime, env }, "operator");
});
afterAll(() => desk.close());

/** Counts what the gate has written down, and looks at the test. */
async function look(testId: string) {
  await count(desk.runtime);
  return getScanTest(operator, { testId });
}

test("the address a test offers is as good as a scan: the gate hears it, and the test ticks", async () => {
  const sceneId = await desk.addScene("s=1&t=/2");
  const { id, callAddress } = await startScanTest(operator, { sceneId });
  expect((await fetch(callAddress)).status).toBe(200);
  await expect.poll(() => look(id), WITHIN).toMatchObject({ status: "seen", version: 1 });
  expect(await figuresOf(desk.runtime, sceneId)).toEqual({ scans: 0, repeats: 0, tests: 1 });
});

test("a phone's question ends the test, and its report tells scene value and device", async () => {
  const sceneId = await desk.addScene("reported");
  const { id } = await startScanTest(operator, { sceneId });
  await desk.ask("reported");
  await expect.poll(() => look(id), WITHIN).toMatchObject({ status: "seen", sceneValue: null });
  await desk.report("reported", JSON.stringify({ sceneValue: 1047, device: "华为 P60" }));
  const told = { sceneValue: 1047, device: "华为 P60" };
  await expect.poll(() => look(id), WITHIN).toMatchObject(told);
  expect(await figuresOf(desk.runtime, sceneId)).toEqual({ scans: 0, repeats: 0, tests: 1 });
});
