import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Runtime } from "@/lib/runtime";
import { addMiniProgram, addScene, count, hear } from "@/lib/scans/testing/scan-desk";
import { countByHand } from "@/lib/scans/testing/scan-model";
import type { ModelEvent, ModelTest } from "@/lib/scans/testing/scan-model";
import { openTestRuntime } from "@/lib/testing/test-runtime";

/** Late in the evening, so that some events fall on the next day in Beijing. */
const START = Date.parse("2026-11-21T23:50:00+08:00");
const SCENES = [0, 1];

let runtime: Runtime;
let miniProgramId: string;

beforeAll(async () => {
  runtime = await openTestRuntime();
  miniProgramId = await addMiniProgram(runtime);
});
afterAll(() => runtime.close());

const gapMs = fc.oneof(
  fc.constantFrom(0, 1, 59_999, 60_000, 60_001, 600_000),
  fc.integer({ min: 0, max: 5_000 }),
  fc.integer({ min: 20_000, max: 90_000 }),
);

const happening = fc.record({
  gapMs,
  scene: fc.constantFrom(...SCENES),
  visitor: fc.constantFrom(1, 2),
  isReport: fc.boolean(),
  sceneValue: fc.constantFrom(null, 1011, 1047),
  device: fc.constantFrom(null, "iPhone", "Android"),
  token: fc.constantFrom(null, null, null, "0-0", "0-1", "1-0", "foreign"),
  /** Whether the worker counts right after it. */
  isCounted: fc.boolean(),
});

/** Tests of one scene, one after the other. */
const testGaps = fc.array(
  fc.record({
    waitMs: fc.integer({ min: 0, max: 200_000 }),
    openMs: fc.integer({ min: 1, max: 600_000 }),
  }),
  { maxLength: 2 },
);

type Happening = typeof happening extends fc.Arbitrary<infer Value> ? Value : never;
type TestGap = { waitMs: number; openMs: number };

function eventsOf(happenings: readonly Happening[], run: string): ModelEvent[] {
  let atMs = START;
  return happenings.map(({ gapMs, token, isCounted: _isCounted, ...event }) => {
    atMs += gapMs;
    return { ...event, atMs, testToken: token && `${run} ${token}` };
  });
}

function testsOf(scene: number, gaps: readonly TestGap[], run: string): ModelTest[] {
  let atMs = START;
  return gaps.map(({ waitMs, openMs }, place) => {
    const startMs = atMs + waitMs;
    atMs = startMs + openMs;
    return { scene, token: `${run} ${scene}-${place}`, startMs, endMs: atMs };
  });
}

/** What the database says, in the words of the model. */
async function readBack(sceneIds: readonly string[]) {
  const where = { sceneId: { in: [...sceneIds] } };
  const { db } = runtime;
  const placeOf = (sceneId: string) => sceneIds.indexOf(sceneId);
  const scans = await db.scan.findMany({ where, orderBy: { id: "asc" } });
  const days = await db.scanDay.findMany({ where });
  const tests = await db.scanTest.findMany({ where: { ...where, seenAt: { not: null } } });
  return {
    scans: scans.map(({ id: _id, sceneId, at, visitor, version: _version, ...rest }) => ({
      ...rest,
      scene: placeOf(sceneId),
      atMs: at.getTime(),
      visitor: Number(visitor),
    })),
    days: days
      .map(({ sceneId, day, scans, repeats, tests, firstAt, lastAt }) => ({
        of: `${placeOf(sceneId)} ${day.toISOString().slice(0, 10)}`,
        scans,
        repeats,
        tests,
        firstMs: firstAt?.getTime() ?? null,
        lastMs: lastAt?.getTime() ?? null,
      }))
      .toSorted((one, other) => one.of.localeCompare(other.of)),
    seen: tests
      .map(({ token, seenAt, seenVisitor, sceneValue, device }) => ({
        token,
        atMs: seenAt?.getTime(),
        visitor: Number(seenVisitor),
        sceneValue,
        device,
      }))
      .toSorted((one, other) => one.token.localeCompare(other.token)),
  };
}

function byHand(events: readonly ModelEvent[], tests: readonly ModelTest[]) {
  const { scans, seen } = countByHand(events, tests);
  const groups = Map.groupBy(scans, ({ scene, atMs }) => {
    const day = new Date(atMs + 8 * 3_600_000).toISOString().slice(0, 10);
    return `${scene} ${day}`;
  });
  const days = [...groups].map(([of, group]) => {
    const counted = group.filter(({ isTest, isRepeat }) => !isTest && !isRepeat);
    const tests = group.filter(({ isTest }) => isTest).length;
    return {
      of,
      scans: counted.length,
      repeats: group.length - counted.length - tests,
      tests,
      firstMs: counted[0]?.atMs ?? null,
      lastMs: counted.at(-1)?.atMs ?? null,
    };
  });
  return {
    scans,
    days: days.toSorted((one, other) => one.of.localeCompare(other.of)),
    seen: seen
      .map(({ test: { token }, atMs, visitor, scan: { sceneValue, device } }) => ({
        token,
        atMs,
        visitor,
        sceneValue,
        device,
      }))
      .toSorted((one, other) => one.token.localeCompare(other.token)),
  };
}

test(
  "however the inbox is split into takes, the figures are those counted by hand",
  { timeout: 240_000 },
  async () => {
    let run = 0;
    let [seenCount, repeatCount] = [0, 0];
    const events = fc.array(happening, { minLength: 1, maxLength: 40, size: "max" });
    await fc.assert(
      fc.asyncProperty(events, testGaps, testGaps, async (happenings, ...gaps) => {
        run += 1;
        const events = eventsOf(happenings, String(run));
        const tests = SCENES.flatMap((scene) => testsOf(scene, gaps[scene] ?? [], String(run)));
        const scenes = await Promise.all(SCENES.map(() => addScene(runtime, miniProgramId)));
        const sceneIds = scenes.map(({ id }) => id);
        await runtime.db.scanTest.createMany({
          data: tests.map(({ scene, token, startMs, endMs }) => ({
            sceneId: sceneIds[scene] ?? "",
            token,
            startedBy: "林悦",
            startedAt: new Date(startMs),
            expiresAt: new Date(endMs),
          })),
        });
        for (const [place, { scene, atMs, visitor, ...event }] of events.entries()) {
          const sceneId = sceneIds[scene] ?? "";
          await hear(runtime, { ...event, sceneId, at: new Date(atMs), visitor: BigInt(visitor) });
          if (happenings[place]?.isCounted) await count(runtime);
        }
        await count(runtime);
        const expected = byHand(events, tests);
        seenCount += expected.seen.length;
        repeatCount += expected.scans.filter(({ isRepeat }) => isRepeat).length;
        expect(await readBack(sceneIds)).toEqual(expected);
      }),
      { numRuns: 60, endOnFailure: true },
    );
    expect(seenCount).toBeGreaterThan(10);
    expect(repeatCount).toBeGreaterThan(50);
  },
);
