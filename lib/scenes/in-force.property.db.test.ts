import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Context } from "@/lib/core/context";
import { databaseNow } from "@/lib/db/database-now";
import type { Runtime } from "@/lib/runtime";
import { getScene } from "@/lib/scenes/get-scene";
import { meaningAt } from "@/lib/scenes/meaning-at";
import { insertScene } from "@/lib/scenes/testing/insert-scene";
import { asPerson, openTestRuntime } from "@/lib/testing/test-runtime";

let runtime: Runtime;
let operator: Context;

beforeAll(async () => {
  runtime = await openTestRuntime();
  operator = await asPerson(runtime, "operator");
});
afterAll(() => runtime.close());

interface Planned {
  /** In units from a common moment. */
  from: number;
  isCancelled: boolean;
}

const planned: fc.Arbitrary<Planned[]> = fc.array(
  fc.record({ from: fc.integer({ min: -3, max: 3 }), isCancelled: fc.boolean() }),
  { maxLength: 6 },
);

/** The rule as a person would apply it with the list before them. */
function versionAt(versions: readonly Planned[], at: number): number {
  let best = { version: 1, from: Number.NEGATIVE_INFINITY };
  versions.forEach(({ from, isCancelled }, index) => {
    if (!isCancelled && from <= at && from >= best.from) best = { version: index + 2, from };
  });
  return best.version;
}

async function insertVersions(versions: readonly Planned[], origin: Date, unitMs: number) {
  const { id: sceneId } = await insertScene(runtime, { code: null });
  const long = new Date(origin.getTime() - 10 * unitMs);
  await runtime.db.sceneVersion.createMany({
    data: versions.map(({ from, isCancelled }, index) => ({
      sceneId,
      version: index + 2,
      page: `pages/v${index + 2}`,
      effectiveFrom: new Date(origin.getTime() + from * unitMs),
      createdBy: "林悦",
      createdAt: long,
      ...(isCancelled && { cancelledAt: long, cancelledBy: "林悦" }),
    })),
  });
  return sceneId;
}

it("a version rules from exactly its millisecond, and of equal ones the higher", async () => {
  const origin = new Date("2026-12-31T16:00:00.000Z");
  await fc.assert(
    fc.asyncProperty(planned, async (versions) => {
      const sceneId = await insertVersions(versions, origin, 1);
      for (const at of [-4, -3, -2, -1, 0, 1, 2, 3]) {
        const moment = new Date(origin.getTime() + at);
        const version = versionAt(versions, at);
        const meaning = await meaningAt(runtime.db, sceneId, moment);
        const page = version === 1 ? "pages/table/index" : `pages/v${version}`;
        expect(meaning).toEqual({ version, page, payload: null });
      }
    }),
    { numRuns: 60 },
  );
});

it("the desk tells what is in force, what comes next and when, or that it is retired", async () => {
  const HOUR_MS = 3_600_000;
  const retired = fc.option(fc.constantFrom(-2.5, -0.5, 0.5, 1.5, 2.5));
  await fc.assert(
    fc.asyncProperty(planned, retired, async (versions, retiredAt) => {
      // Between two of the moments, so that the run's own time does not matter.
      const origin = new Date((await databaseNow(runtime.db)).getTime() - HOUR_MS / 2);
      const at = 0.5;
      const sceneId = await insertVersions(versions, origin, HOUR_MS);
      const momentOf = (from: number) => new Date(origin.getTime() + from * HOUR_MS);
      if (retiredAt !== null) {
        await runtime.db.scene.update({
          where: { id: sceneId },
          data: {
            retiredAt: momentOf(retiredAt + 0.25),
            retiredWhy: "ended",
            retiredBy: "林悦",
          },
        });
      }
      const comes = versions
        .filter(({ from, isCancelled }) => !isCancelled && from > at)
        .map(({ from }) => from);
      const isRetired = retiredAt !== null && retiredAt + 0.25 <= at;
      if (retiredAt !== null && !isRetired) comes.push(retiredAt + 0.25);
      const next = isRetired || comes.length === 0 ? null : momentOf(Math.min(...comes));
      expect(await getScene(operator, { sceneId })).toMatchObject({
        state: isRetired ? "retired" : next ? "ahead" : "live",
        inForce: { version: versionAt(versions, at) },
        nextChangeAt: next,
      });
    }),
    { numRuns: 60 },
  );
});
