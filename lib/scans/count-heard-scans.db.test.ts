import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { withTransaction } from "@/lib/db/transaction";
import type { Runtime } from "@/lib/runtime";
import { countHeardScans } from "@/lib/scans/count-heard-scans";
import {
  addMiniProgram,
  addScene,
  count,
  figuresOf,
  hear,
  jobOf,
} from "@/lib/scans/testing/scan-desk";
import { asPerson, openTestRuntime } from "@/lib/testing/test-runtime";

const NOON = Date.parse("2026-11-21T12:00:00+08:00");
const after = (seconds: number) => new Date(NOON + seconds * 1_000);

let runtime: Runtime;
let miniProgramId: string;
let sceneId: string;

beforeAll(async () => {
  runtime = await openTestRuntime();
  miniProgramId = await addMiniProgram(runtime);
});
afterAll(() => runtime.close());
beforeEach(async () => {
  sceneId = (await addScene(runtime, miniProgramId)).id;
});

const inbox = () => runtime.db.heardScan.count();
const scansOf = (id: string) =>
  runtime.db.scan.findMany({ where: { sceneId: id }, orderBy: { id: "asc" } });

/** A test that is open for the ten minutes from noon on. */
async function openTest(id: string, token: string) {
  const test = await runtime.db.scanTest.create({
    data: { sceneId: id, token, startedBy: "林悦", startedAt: after(0), expiresAt: after(600) },
  });
  return () => runtime.db.scanTest.findUniqueOrThrow({ where: { id: test.id } });
}

test("a second scan within a minute of the last is a repeat, another visitor's is not", async () => {
  await hear(runtime, { sceneId, at: after(0) }, { sceneId, at: after(60) });
  await hear(runtime, { sceneId, at: after(90), visitor: 2n });
  await count(runtime);
  await hear(runtime, { sceneId, at: after(119) }, { sceneId, at: after(179.001) });
  await count(runtime);
  expect(await figuresOf(runtime, sceneId)).toEqual({ scans: 3, repeats: 2, tests: 0 });
  expect(await inbox()).toBe(0);
  const [day] = await runtime.db.scanDay.findMany({ where: { sceneId } });
  expect(day).toMatchObject({ firstAt: after(0), lastAt: after(179.001), miniProgramId });
});

test("a report adds to its scan, also in a later take, and what was said last holds", async () => {
  await hear(runtime, { sceneId, at: after(0), device: "iPhone" });
  await hear(runtime, { sceneId, at: after(1), isReport: true, sceneValue: 1047 });
  await count(runtime);
  await hear(runtime, { sceneId, at: after(2), isReport: true, device: "华为 P60" });
  await count(runtime);
  expect(await scansOf(sceneId)).toMatchObject([{ sceneValue: 1047, device: "华为 P60" }]);
  expect(await figuresOf(runtime, sceneId)).toEqual({ scans: 1, repeats: 0, tests: 0 });
});

test("a report without a scan counts as one, and covers further reports for a minute", async () => {
  const report = (seconds: number) => ({ sceneId, at: after(seconds), isReport: true });
  await hear(runtime, report(0), report(30), report(60), report(61), report(100), report(122));
  await count(runtime);
  const scans = await scansOf(sceneId);
  expect(scans.map(({ at }) => at)).toEqual([after(0), after(61), after(122)]);
});

test("a report that another gate wrote down before its scan is not counted twice", async () => {
  await hear(runtime, { sceneId, at: after(0.9), isReport: true });
  await count(runtime);
  await hear(runtime, { sceneId, at: after(0) });
  await count(runtime);
  expect(await figuresOf(runtime, sceneId)).toEqual({ scans: 1, repeats: 1, tests: 0 });
});

test("days are those of Beijing", async () => {
  await hear(runtime, { sceneId, at: new Date("2026-11-21T23:59:59.999+08:00") });
  await hear(runtime, { sceneId, at: new Date("2026-11-22T00:01:00+08:00") });
  await count(runtime);
  const days = await runtime.db.scanDay.findMany({ where: { sceneId }, orderBy: { day: "asc" } });
  expect(days.map(({ day }) => day.toISOString().slice(0, 10))).toEqual([
    "2026-11-21",
    "2026-11-22",
  ]);
});

test("the first scan while a test is open ends it, and that phone goes on testing for ten minutes", async () => {
  const found = await openTest(sceneId, "phone");
  await hear(runtime, { sceneId, at: after(-1), visitor: 7n }, { sceneId, at: after(5) });
  await count(runtime);
  await hear(runtime, {
    sceneId,
    at: after(6),
    isReport: true,
    sceneValue: 1047,
    device: "iPhone",
  });
  await hear(runtime, { sceneId, at: after(300) }, { sceneId, at: after(301), visitor: 8n });
  await hear(runtime, { sceneId, at: after(605) }, { sceneId, at: after(605.001) });
  await count(runtime);
  expect(await found()).toMatchObject({
    seenAt: after(5),
    seenVisitor: 1n,
    sceneValue: 1047,
    device: "iPhone",
    version: 1,
  });
  // The last one comes a moment after the ten minutes, but within a minute of the one before.
  expect(await figuresOf(runtime, sceneId)).toEqual({ scans: 2, repeats: 1, tests: 3 });
});

test("who brings the token decides: strangers with another one end nothing", async () => {
  const found = await openTest(sceneId, "mine");
  await hear(runtime, { sceneId, at: after(1), visitor: 2n, testToken: "other" });
  await hear(runtime, { sceneId, at: after(2), visitor: 3n, isReport: true, testToken: "mine" });
  await count(runtime);
  expect(await found()).toMatchObject({ seenAt: after(2), seenVisitor: 3n });
  expect(await figuresOf(runtime, sceneId)).toEqual({ scans: 1, repeats: 0, tests: 1 });
});

test("a report of a customer's earlier scan does not end a test that began since", async () => {
  await hear(runtime, { sceneId, at: after(-5) });
  const found = await openTest(sceneId, "patient");
  await hear(runtime, { sceneId, at: after(1), isReport: true, sceneValue: 1047 });
  await count(runtime);
  expect(await found()).toMatchObject({ seenAt: null });
});

test("a test that ended or expired is ended by nobody", async () => {
  const found = await openTest(sceneId, "late");
  await hear(runtime, { sceneId, at: after(600) }, { sceneId, at: after(601), testToken: "late" });
  await count(runtime);
  expect(await found()).toMatchObject({ seenAt: null });
  expect(await figuresOf(runtime, sceneId)).toEqual({ scans: 1, repeats: 1, tests: 0 });
});

test("a test that was seen stands in the log, with who started it", async () => {
  await openTest(sceneId, "logged");
  await hear(runtime, { sceneId, at: after(1), sceneValue: 1011 });
  await count(runtime);
  const entries = await runtime.db.auditEntry.findMany({ where: { targetId: sceneId } });
  expect(entries).toMatchObject([
    {
      action: "scene.tested",
      actorKind: "job",
      targetKind: "scene",
      details: { startedBy: "林悦", sceneValue: 1011 },
    },
  ]);
});

test("what was heard of a scene that is gone is dropped", async () => {
  await hear(runtime, { sceneId: "00000000-0000-7000-8000-000000000000", at: after(0) });
  await count(runtime);
  expect(await inbox()).toBe(0);
});

test("a worker that dies in the middle loses nothing and counts nothing twice", async () => {
  await hear(runtime, { sceneId, at: after(0) }, { sceneId, at: after(200) });
  const dying = withTransaction(jobOf(runtime), async (tctx) => {
    await countHeardScans(tctx);
    await tctx.tx.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())::text`;
  });
  await expect(dying).rejects.toThrow();
  expect(await inbox()).toBe(2);
  expect(await figuresOf(runtime, sceneId)).toEqual({ scans: 0, repeats: 0, tests: 0 });
  await count(runtime);
  expect(await figuresOf(runtime, sceneId)).toEqual({ scans: 2, repeats: 0, tests: 0 });
});

test("a full inbox is emptied take by take, by two workers no less than by one", async () => {
  await runtime.db.$executeRaw`
    INSERT INTO heard_scans (scene_id, at, visitor, version)
    SELECT ${sceneId}::uuid, ${after(0)}::timestamptz + n / 5 * interval '1 second', n % 5, 1
    FROM generate_series(0, 11999) AS n`;
  await Promise.all([count(runtime), count(runtime), count(runtime)]);
  await count(runtime);
  expect(await inbox()).toBe(0);
  expect(await scansOf(sceneId)).toHaveLength(12_000);
  expect(await figuresOf(runtime, sceneId)).toEqual({ scans: 5, repeats: 11_995, tests: 0 });
  const [total] = await runtime.db.$queryRaw<{ same: boolean }[]>`
    SELECT (SELECT (sum(scans), sum(repeats), sum(tests)) FROM scan_totals) =
      (SELECT (sum(scans), sum(repeats), sum(tests)) FROM scan_days) AS same`;
  expect(total).toEqual({ same: true });
});

test("only a job counts", async () => {
  const admin = await asPerson(runtime, "admin");
  await expect(countHeardScans(admin)).rejects.toMatchObject({ code: "forbidden" });
});
