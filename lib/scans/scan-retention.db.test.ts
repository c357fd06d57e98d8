import { afterAll, beforeAll, expect, test } from "vitest";
import type { Runtime } from "@/lib/runtime";
import { removeOldScans } from "@/lib/scans/remove-old-scans";
import { setScanRetention } from "@/lib/scans/set-scan-retention";
import {
  addMiniProgram,
  addScene,
  count,
  figuresOf,
  hear,
  jobOf,
} from "@/lib/scans/testing/scan-desk";
import { asPerson, openTestRuntime } from "@/lib/testing/test-runtime";

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

let runtime: Runtime;
beforeAll(async () => {
  runtime = await openTestRuntime();
});
afterAll(() => runtime.close());

test("single scans go when their mini program keeps them no longer, and the figures stay", async () => {
  const admin = await asPerson(runtime, "admin");
  const [short, long] = [await addMiniProgram(runtime), await addMiniProgram(runtime)];
  await setScanRetention(admin, { miniProgramId: short, scanRetentionDays: 7 });
  const ofShort = await addScene(runtime, short);
  const ofLong = await addScene(runtime, long);
  for (const { id: sceneId } of [ofShort, ofLong]) {
    await hear(runtime, { sceneId, at: daysAgo(91) }, { sceneId, at: daysAgo(8) });
    await hear(runtime, { sceneId, at: daysAgo(6) });
  }
  await count(runtime);
  await removeOldScans(jobOf(runtime));
  const left = (sceneId: string) => runtime.db.scan.count({ where: { sceneId } });
  expect([await left(ofShort.id), await left(ofLong.id)]).toEqual([1, 2]);
  expect(await figuresOf(runtime, ofShort.id)).toEqual({ scans: 3, repeats: 0, tests: 0 });
});

test("many old scans go chunk by chunk, past those that are still kept", async () => {
  const admin = await asPerson(runtime, "admin");
  const [short, long] = [await addMiniProgram(runtime), await addMiniProgram(runtime)];
  await setScanRetention(admin, { miniProgramId: short, scanRetentionDays: 1 });
  await setScanRetention(admin, { miniProgramId: long, scanRetentionDays: 365 });
  const scenes = [await addScene(runtime, short), await addScene(runtime, long)];
  for (const [place, { id }] of scenes.entries()) {
    await runtime.db.$executeRaw`
      INSERT INTO scans (id, scene_id, at, visitor, is_test, is_repeat)
      SELECT 1000000 * ${place + 1}::int + n, ${id}::uuid, ${daysAgo(2)}::timestamptz, 1, false, false
      FROM generate_series(1, 12000) AS n`;
  }
  await removeOldScans(jobOf(runtime));
  const left = await Promise.all(
    scenes.map(({ id }) => runtime.db.scan.count({ where: { sceneId: id } })),
  );
  expect(left).toEqual([0, 12_000]);
});

test("the time they are kept is an administrator's to set, in whole days, and stands in the log", async () => {
  const admin = await asPerson(runtime, "admin");
  const operator = await asPerson(runtime, "operator");
  const miniProgramId = await addMiniProgram(runtime);
  const set = (ctx: typeof admin, scanRetentionDays: number) =>
    setScanRetention(ctx, { miniProgramId, scanRetentionDays });
  await expect(set(operator, 30)).rejects.toMatchObject({ code: "forbidden" });
  for (const days of [0, 3_651, 1.5]) {
    await expect(set(admin, days)).rejects.toMatchObject({
      issues: [expect.objectContaining({ message: "scanRetentionRange" })],
    });
  }
  await set(admin, 30);
  await set(admin, 30);
  const entries = await runtime.db.auditEntry.findMany({ where: { targetId: miniProgramId } });
  expect(entries).toMatchObject([{ changes: { scanRetentionDays: { from: 90, to: 30 } } }]);
  const nobody = { miniProgramId: "00000000-0000-4000-8000-000000000000", scanRetentionDays: 5 };
  await expect(setScanRetention(admin, nobody)).rejects.toMatchObject({ code: "not_found" });
  await expect(removeOldScans(admin)).rejects.toMatchObject({ code: "forbidden" });
});
