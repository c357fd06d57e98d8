import { afterAll, beforeAll, expect, test } from "vitest";
import type { Runtime } from "@/lib/runtime";
import { addMiniProgram, addScene, figuresOf, hear } from "@/lib/scans/testing/scan-desk";
import { openTestRuntime } from "@/lib/testing/test-runtime";
import { keepCounting } from "@/lib/worker/keep-counting";

const WITHIN = { timeout: 15_000, interval: 50 };

let runtime: Runtime;
beforeAll(async () => {
  runtime = await openTestRuntime();
});
afterAll(() => runtime.close());

test("a worker counts what is heard while it runs, and nothing once it has stopped", async () => {
  const { id: sceneId } = await addScene(runtime, await addMiniProgram(runtime));
  const loop = keepCounting(runtime);
  for (const scans of [1, 2]) {
    await hear(runtime, { sceneId, at: new Date(), visitor: BigInt(scans) });
    await expect.poll(() => figuresOf(runtime, sceneId), WITHIN).toMatchObject({ scans });
  }
  await loop.stop();
  await hear(runtime, { sceneId, at: new Date(), visitor: 3n });
  await expect(runtime.db.heardScan.count()).resolves.toBe(1);
});
