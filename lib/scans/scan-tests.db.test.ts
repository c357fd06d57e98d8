import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Context } from "@/lib/core/context";
import type { Runtime } from "@/lib/runtime";
import { cancelScanTest } from "@/lib/scans/cancel-scan-test";
import { getScanTest } from "@/lib/scans/get-scan-test";
import { listScanTests } from "@/lib/scans/list-scan-tests";
import { startScanTest } from "@/lib/scans/start-scan-test";
import { addMiniProgram, addScene, count, figuresOf, hear } from "@/lib/scans/testing/scan-desk";
import { asPerson, openTestRuntime } from "@/lib/testing/test-runtime";

let runtime: Runtime;
let operator: Context;
let admin: Context;
let marketing: Context;
let miniProgramId: string;
let sceneId: string;

beforeAll(async () => {
  runtime = await openTestRuntime();
  [operator, admin, marketing] = await Promise.all([
    asPerson(runtime, "operator"),
    asPerson(runtime, "admin"),
    asPerson(runtime, "marketing"),
  ]);
  miniProgramId = await addMiniProgram(runtime);
});
afterAll(() => runtime.close());
beforeEach(async () => {
  sceneId = (await addScene(runtime, miniProgramId)).id;
});

const NOBODY = "00000000-0000-7000-8000-000000000000";

test("a test that was started ticks at the first scan, with its moment and scene value", async () => {
  const started = await startScanTest(operator, { sceneId });
  expect(started).toMatchObject({ status: "open", startedBy: "Chen Wei", seenAt: null });
  expect(started.expiresAt.getTime() - started.startedAt.getTime()).toBe(600_000);
  const at = new Date(started.startedAt.getTime() + 5_000);
  await hear(runtime, { sceneId, at, sceneValue: 1047, device: "iPhone · WeChat 8.0.50" });
  await count(runtime);
  expect(await getScanTest(operator, { testId: started.id })).toMatchObject({
    status: "seen",
    seenAt: at,
    sceneValue: 1047,
    device: "iPhone · WeChat 8.0.50",
    version: 1,
  });
  expect(await figuresOf(runtime, sceneId)).toEqual({ scans: 0, repeats: 0, tests: 1 });
  expect(await listScanTests(marketing, { sceneId })).toMatchObject([
    { id: started.id, status: "seen", startedBy: "Chen Wei", sceneValue: 1047 },
  ]);
});

test("the address to call carries the scene percent-encoded once, and the token", async () => {
  const scene = await addScene(runtime, miniProgramId, { value: "s='1/2'&t=#?" });
  const { callAddress, id } = await startScanTest(operator, { sceneId: scene.id });
  const { wechatAppId } = await runtime.db.miniProgram.findUniqueOrThrow({
    where: { id: miniProgramId },
  });
  const { token } = await runtime.db.scanTest.findUniqueOrThrow({ where: { id } });
  const place = `/v1/mini-programs/${wechatAppId}/scenes/s%3D%271%2F2%27%26t%3D%23%3F`;
  expect(callAddress).toBe(`${runtime.env.gateUrl}${place}?test=${token}`);
  expect(token).toMatch(/^[\w-]{22}$/);
});

test("who starts a second one takes over: the first is over and waits for nothing", async () => {
  const first = await startScanTest(operator, { sceneId });
  const second = await startScanTest(admin, { sceneId });
  expect(await getScanTest(operator, { testId: first.id })).toMatchObject({ status: "over" });
  await hear(runtime, { sceneId, at: second.startedAt });
  await count(runtime);
  expect(await getScanTest(admin, { testId: second.id })).toMatchObject({ status: "seen" });
  expect(await getScanTest(operator, { testId: first.id })).toMatchObject({ seenAt: null });
  expect(await listScanTests(operator, { sceneId })).toHaveLength(1);
});

test("ten people who start at once leave one open test", async () => {
  await Promise.all(Array.from({ length: 10 }, () => startScanTest(operator, { sceneId })));
  const tests = await listScanTests(operator, { sceneId });
  expect(tests.filter(({ status }) => status === "open")).toHaveLength(1);
});

test("a cancelled test lets the next scan count, and cancelling again changes nothing", async () => {
  const { id } = await startScanTest(operator, { sceneId });
  await cancelScanTest(operator, { testId: id });
  const { expiresAt } = await getScanTest(operator, { testId: id });
  await cancelScanTest(operator, { testId: id });
  await hear(runtime, { sceneId, at: expiresAt });
  await count(runtime);
  expect(await getScanTest(operator, { testId: id })).toMatchObject({ status: "over", expiresAt });
  expect(await figuresOf(runtime, sceneId)).toEqual({ scans: 1, repeats: 0, tests: 0 });
});

test("what does not exist is not found", async () => {
  const notFound = { code: "not_found" };
  await expect(startScanTest(operator, { sceneId: NOBODY })).rejects.toMatchObject(notFound);
  await expect(getScanTest(operator, { testId: NOBODY })).rejects.toMatchObject(notFound);
  await expect(getScanTest(operator, { testId: "nonsense" })).rejects.toMatchObject(notFound);
  await expect(cancelScanTest(operator, { testId: NOBODY })).rejects.toMatchObject(notFound);
  await expect(listScanTests(operator, { sceneId: NOBODY })).rejects.toMatchObject(notFound);
});

test("marketing sees who tested and starts, watches and cancels nothing", async () => {
  const { id } = await startScanTest(operator, { sceneId });
  const refused = { code: "forbidden" };
  await expect(startScanTest(marketing, { sceneId })).rejects.toMatchObject(refused);
  await expect(getScanTest(marketing, { testId: id })).rejects.toMatchObject(refused);
  await expect(cancelScanTest(marketing, { testId: id })).rejects.toMatchObject(refused);
  expect(await listScanTests(marketing, { sceneId })).toHaveLength(1);
});
